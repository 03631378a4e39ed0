"""In June, September and November (运行监控): what the year's score will be, and what is in danger.

Two readings bound the future: nothing more happens, or it goes on at the pace so far (序时进度); a
value the unit itself expects by December widens the range. No reading at all means the whole range.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kaocheng.kernel.intervals import Interval, exact
from kaocheng.performance import scoring
from kaocheng.performance.funding import Funding, ProjectFunding
from kaocheng.performance.indicatorscore import less_is_better, reaches
from kaocheng.performance.lifecycle import WHOLE, Goal, Monitoring, PerformanceYear, Planned
from kaocheng.performance.measuring import target_value
from kaocheng.performance.quantities import measure
from kaocheng.performance.selfscore import form_card
from kaocheng.performance.standards import cards_of
from kaocheng.performance.wording import plainly

MONTHS = 12
_ZERO = Decimal(0)
_LEVELS = {0: "正常", 1: "有风险", 2: "难以完成"}


@dataclass(frozen=True, slots=True)
class Outlook:
    """What one indicator will earn (指标预测): `points` from worst to best, and the danger.

    `danger` is 正常, 有风险 (only the better case reaches the target) or 难以完成 (neither does);
    `why` says so with the numbers.
    """

    planned: Planned | None
    name: str
    points: Interval
    maximum: Decimal
    danger: str
    why: str


@dataclass(frozen=True, slots=True)
class Forecast:
    """The year's score of one goal as seen in a month (得分预测)."""

    goal: Goal
    month: int
    points: Interval
    outlooks: tuple[Outlook, ...]

    @property
    def endangered(self) -> tuple[Outlook, ...]:
        """What is not on course, the worst first."""
        order = list(_LEVELS.values())
        off = (o for o in self.outlooks if o.danger != _LEVELS[0])
        return tuple(sorted(off, key=lambda o: (-order.index(o.danger), -o.maximum)))

    @property
    def words(self) -> str:
        """The forecast in a sentence."""
        low, high = (plainly(round(end, 2)) for end in (self.points.low, self.points.high))
        off = len(self.endangered)
        warned = f"，{off}项须关注" if off else ""
        return f"“{self.goal.name}”按{self.month}月监控，全年预计{low}至{high}分{warned}"


def forecasts(year: PerformanceYear, funding: Funding, month: int) -> tuple[Forecast, ...]:
    """The forecast of every goal at the end of a month; raises ValueError off the calendar."""
    if not 1 <= month <= MONTHS:
        raise ValueError(month)
    goals = (goal for goal in year.goals if year.of(goal.subject))
    return tuple(_forecast(year, goal, funding, month) for goal in goals)


def _forecast(year: PerformanceYear, goal: Goal, funding: Funding, month: int) -> Forecast:
    card = form_card(year.edition, "whole" if goal.subject == WHOLE else "project")
    found = [outlook(year, item, month) for item in year.of(goal.subject)]
    most = Decimal(card.get("execution_marks", 0))
    money = funding.projects.get(goal.subject)
    if most and goal.subject != WHOLE:
        target = checkpoint(year.edition, month)
        found.insert(0, _execution(money, month, most, target))
    return Forecast(goal, month, _sum(o.points for o in found), tuple(found))


def _sum(parts: Iterable[Interval]) -> Interval:
    made = exact(_ZERO)
    for part in parts:
        made = made + part
    return made


def checkpoint(edition: str, month: int) -> Decimal:
    """The share of the budget to be paid by a month's end: the edition's, else the year's pace."""
    methods = (i.get("method", {}) for _, card in cards_of(edition) for i in card["items"])
    for how in methods:
        if how.get("kind") == "checkpoints" and month in how["months"]:
            return Decimal(how["goals"][how["months"].index(month)])
    return Decimal(month) / MONTHS


def _execution(money: ProjectFunding | None, month: int, most: Decimal, wanted: Decimal) -> Outlook:
    name = "预算执行率"
    paid = money.months.get(month) if money else None
    budget = money.rows[0].adjusted.base if money and money.rows else _ZERO
    if paid is None or budget == 0:
        why = f"没有{month}月底的累计支付数或全年预算数"
        return Outlook(None, name, Interval(_ZERO, most), most, _LEVELS[1], why)
    share = paid.base / budget
    paced = min(Decimal(1), share * MONTHS / month)
    points = Interval(scoring.ratio(exact(share), most).low, scoring.ratio(exact(paced), most).high)
    behind = share < wanted
    told = f"{month}月底执行{share:.1%}，应达到{wanted:.1%}"
    return Outlook(None, name, points, most, _LEVELS[1 if behind else 0], told)


def outlook(year: PerformanceYear, planned: Planned, month: int) -> Outlook:
    """What one indicator will earn by the last reading up to the end of a month."""
    most = planned.weight
    whole = Interval(_ZERO, most)
    wanted = target_value(planned)
    if planned.nature == "定性" or wanted is None:
        why = "定性指标，年末凭证据评定"
        return Outlook(planned, planned.name, whole, most, _LEVELS[0], why)
    reading = _last(year, planned, month)
    if reading is None or reading.value is None:
        why = f"没有{month}月以前的监控数据"
        return Outlook(planned, planned.name, whole, most, _LEVELS[1], why)
    ends = _ends(planned, reading)
    points = [_points(planned, end, wanted) for end in ends]
    danger = _danger(planned, ends, wanted)
    why = _why(planned, reading, ends, wanted)
    reason = f"；原因：{reading.reason}" if danger and reading.reason else ""
    span = Interval(min(points), max(points))
    return Outlook(planned, planned.name, span, most, _LEVELS[danger], why + reason)


def _danger(planned: Planned, ends: tuple[Decimal, ...], wanted: Decimal) -> int:
    """0, 1 or 2; what counts up is not in danger only because the year is not over."""
    rising = _adds_up(planned) and not less_is_better(planned)
    met = [reaches(planned, end, wanted) for end in (ends[1:] if rising else ends)]
    return 0 if all(met) else 1 if any(met) else 2


def _last(year: PerformanceYear, planned: Planned, month: int) -> Monitoring | None:
    until = [
        m
        for m in year.monitoring
        if m.indicator == planned.number and m.on.month <= month and m.value is not None
    ]
    return max(until, key=lambda m: m.on, default=None)


def _adds_up(planned: Planned) -> bool:
    """Whether the value grows through the year: counts and amounts do, rates and prices do not."""
    base = measure(planned.unit)[1]
    return (
        base not in ("比", "")
        and "/" not in base
        and planned.level2.startswith(("数量", "经济成本", "成本"))
    )


def _ends(planned: Planned, reading: Monitoring) -> tuple[Decimal, ...]:
    """The value as it stands, at the pace so far, and as the unit expects it by December."""
    value = reading.value or _ZERO
    paced = value / _elapsed(reading.on) if _adds_up(planned) else value
    if reading.expected is None:
        return value, paced
    # 成本不是按月均匀发生的，单位自己的预计比序时推算可信
    known = less_is_better(planned)
    return (value, reading.expected) if known else (value, paced, reading.expected)


def _elapsed(on: date) -> Decimal:
    """The part of the year gone by, by days."""
    days = (date(on.year, 12, 31) - date(on.year - 1, 12, 31)).days
    return Decimal(on.timetuple().tm_yday) / days


def _points(planned: Planned, value: Decimal, wanted: Decimal) -> Decimal:
    if reaches(planned, value, wanted):
        return planned.weight
    above, below = (wanted, value) if less_is_better(planned) else (value, wanted)
    if below <= 0:
        return _ZERO
    return scoring.ratio(exact(above / below), planned.weight).low


def _why(planned: Planned, reading: Monitoring, ends: tuple[Decimal, ...], wanted: Decimal) -> str:
    unit = planned.unit
    said = f"{reading.on.month}月完成{plainly(ends[0])}{unit}，指标值{plainly(wanted)}{unit}"
    if wanted > 0 and _adds_up(planned):
        pace = Decimal(reading.on.month) / MONTHS
        said += f"，完成{ends[0] / wanted:.1%}，序时进度{pace:.1%}"
    if reading.expected is not None:
        said += f"，预计全年{plainly(reading.expected)}{unit}"
    return said
