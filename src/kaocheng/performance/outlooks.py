"""What one indicator will earn by the year's end (指标预测), from the readings of monitoring.

Two readings bound the future: nothing more happens, or it goes on at the pace so far (序时进度); a
value the unit itself expects by December widens the range. No reading at all means the whole range.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kaocheng.kernel.intervals import Interval, exact
from kaocheng.performance import scoring
from kaocheng.performance.lifecycle import Monitoring, PerformanceYear, Planned
from kaocheng.performance.measuring import target_value
from kaocheng.performance.quantities import measure
from kaocheng.performance.reaching import kept, less_is_better, reaches, rule_over
from kaocheng.performance.wording import plainly

MONTHS = 12
LEVELS = ("正常", "有风险", "难以完成")
"""The dangers, the least first."""
OPEN = "年末凭证据评定"
_ZERO = Decimal(0)


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


def outlook(year: PerformanceYear, planned: Planned, month: int) -> Outlook:
    """What one indicator will earn by the last reading up to the end of a month."""
    most = planned.weight
    whole = Interval(_ZERO, most)
    wanted = target_value(planned)
    if planned.nature == "定性" or wanted is None:
        why = f"定性指标，{OPEN}"
        return Outlook(planned, planned.name, whole, most, LEVELS[0], why)
    reading = last_reading(year, planned, month)
    if reading is None or reading.value is None:
        why = f"没有{month}月以前的监控数据"
        return Outlook(planned, planned.name, whole, most, LEVELS[1], why)
    ends = ends_of(planned, reading)
    points = [_points(year.edition, planned, end, wanted) for end in ends]
    danger = _danger(planned, ends, points, wanted)
    why = _why(planned, reading, ends, wanted)
    reason = f"；原因：{reading.reason}" if danger and reading.reason else ""
    span = Interval(min(points), max(points))
    return Outlook(planned, planned.name, span, most, LEVELS[danger], why + reason)


def _danger(
    planned: Planned, ends: tuple[Decimal, ...], points: list[Decimal], wanted: Decimal
) -> int:
    """0, 1 or 2; what counts up is not in danger only because the year is not over."""
    every = zip(ends, points, strict=True)
    met = [reaches(planned, end, wanted) and got == planned.weight for end, got in every]
    met = met[1:] if rises(planned) else met
    return 0 if all(met) else 1 if any(met) else 2


def last_reading(year: PerformanceYear, planned: Planned, month: int) -> Monitoring | None:
    """The last reading of an indicator up to the end of a month, None without one."""
    until = [
        m
        for m in year.monitoring
        if m.indicator == planned.number and m.on.month <= month and m.value is not None
    ]
    return max(until, key=lambda m: m.on, default=None)


def rises(planned: Planned) -> bool:
    """Whether the value grows through the year towards a target it is to reach from below."""
    return _adds_up(planned) and not less_is_better(planned)


def _adds_up(planned: Planned) -> bool:
    """Whether the value grows through the year: counts and amounts do, rates and prices do not."""
    base = measure(planned.unit)[1]
    return (
        base not in ("比", "")
        and "/" not in base
        and planned.level2.startswith(("数量", "经济成本", "成本"))
    )


def ends_of(planned: Planned, reading: Monitoring) -> tuple[Decimal, ...]:
    """The value as it stands, at the pace so far, and as the unit expects it by December."""
    value = reading.value or _ZERO
    paced = _paced(planned, value, _elapsed(reading.on))
    if reading.expected is None:
        return value, paced
    # 成本不是按月均匀发生的，定值做到就不再做，单位自己的预计都比序时推算可信
    known = less_is_better(planned) or planned.nature == "＝"
    return (value, reading.expected) if known else (value, paced, reading.expected)


def _paced(planned: Planned, value: Decimal, gone: Decimal) -> Decimal:
    """The value if it goes on so; what is to be exactly its target goes on no further than there."""
    if not _adds_up(planned):
        return value
    paced, wanted = value / gone, target_value(planned)
    if planned.nature != "＝" or wanted is None or less_is_better(planned):
        return paced
    return max(value, min(paced, wanted))


def _elapsed(on: date) -> Decimal:
    """The part of the year gone by, by days."""
    days = (date(on.year, 12, 31) - date(on.year - 1, 12, 31)).days
    return Decimal(on.timetuple().tm_yday) / days


def _points(edition: str, planned: Planned, value: Decimal, wanted: Decimal) -> Decimal:
    if reaches(planned, value, wanted):
        return planned.weight * kept(rule_over(edition, planned), planned, value, wanted)[0]
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
