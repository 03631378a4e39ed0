"""In June, September and November (运行监控): what the year's score will be, and what is in danger.

Projects by their forms; the department as a whole (部门整体) by its form and by its scorecard.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.intervals import Interval, exact
from kaocheng.performance import scoring
from kaocheng.performance.cardforecast import card_outlooks, card_points
from kaocheng.performance.funding import Funding
from kaocheng.performance.lifecycle import WHOLE, Goal, PerformanceYear
from kaocheng.performance.outlooks import LEVELS, MONTHS, OPEN, Outlook, outlook
from kaocheng.performance.standards import cards_of, form_card
from kaocheng.performance.undone import given_up_by
from kaocheng.performance.wording import plainly

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Forecast:
    """The year's score of one goal as seen in a month (得分预测); `title` the scorecard, if by one."""

    goal: Goal
    month: int
    points: Interval
    outlooks: tuple[Outlook, ...]
    title: str = ""

    @property
    def endangered(self) -> tuple[Outlook, ...]:
        """What is not on course, the worst first."""
        off = (o for o in self.outlooks if o.danger != LEVELS[0])
        return tuple(sorted(off, key=lambda o: (-LEVELS.index(o.danger), -o.maximum)))

    @property
    def words(self) -> str:
        """The forecast in a sentence."""
        low, high = (plainly(round(end, 2)) for end in (self.points.low, self.points.high))
        off = len(self.endangered)
        warned = f"，{off}项须关注" if off else ""
        left = sum((one.maximum for one in self.outlooks if one.why == OPEN), _ZERO)
        known = f"，其中{plainly(left)}分{OPEN}" if left else ""
        by = f"（{self.title}）" if self.title else ""
        return f"“{self.goal.name}”{by}按{self.month}月监控，全年预计{low}至{high}分{known}{warned}"


def forecasts(year: PerformanceYear, funding: Funding, month: int) -> tuple[Forecast, ...]:
    """The forecast of every goal at the end of a month; raises ValueError off the calendar.

    `funding` is the money as it stood then. A project given up by then is not forecast.
    """
    if not 1 <= month <= MONTHS:
        raise ValueError(month)
    goals = (
        goal
        for goal in year.goals
        if year.of(goal.subject) and not given_up_by(year, goal.subject, month)
    )
    formed = (_forecast(year, goal, funding, month) for goal in goals)
    return (*formed, *_by_cards(year, funding, month))


def _by_cards(year: PerformanceYear, funding: Funding, month: int) -> Iterator[Forecast]:
    """The department as a whole by each scorecard of the edition."""
    goal = year.goal(WHOLE) or Goal(WHOLE, WHOLE, "")
    for _, card in cards_of(year.edition):
        if card["items"] and card.get("of") != "project":
            found = card_outlooks(year, card, funding, month)
            points = card_points(card, found)
            told = tuple(one for one, _ in found)
            yield Forecast(goal, month, points, told, card["title"])


def _forecast(year: PerformanceYear, goal: Goal, funding: Funding, month: int) -> Forecast:
    card = form_card(year.edition, "whole" if goal.subject == WHOLE else "project")
    found = [outlook(year, item, month) for item in year.of(goal.subject)]
    most = Decimal(card.get("execution_marks", 0))
    if most:
        target = checkpoint(year.edition, month)
        found.insert(0, _execution(_money(funding, goal.subject, month), month, most, target))
    points = sum((one.points for one in found), exact(_ZERO))
    return Forecast(goal, month, points, tuple(found))


def checkpoint(edition: str, month: int) -> Decimal:
    """The share of the budget to be paid by a month's end: the edition's, else the year's pace."""
    methods = (i.get("method", {}) for _, card in cards_of(edition) for i in card["items"])
    for how in methods:
        if how.get("kind") == "checkpoints" and month in how["months"]:
            return Decimal(how["goals"][how["months"].index(month)])
    return Decimal(month) / MONTHS


def _money(funding: Funding, subject: str, month: int) -> tuple[Figure | None, Figure | None]:
    """What was paid by the end of a month, and the budget."""
    if subject == WHOLE:
        known = funding.figures
        paid = known.get(f"{month}月底累计支付数") or known.get("部门支出执行数")
        return paid, known.get("年度预算总额")
    money = funding.projects.get(subject)
    if money is None:
        return None, None
    return money.months.get(month), money.rows[0].adjusted if money.rows else None


def _execution(
    money: tuple[Figure | None, Figure | None], month: int, most: Decimal, wanted: Decimal
) -> Outlook:
    name = "预算执行率"
    paid, budget = money
    if paid is None or budget is None or budget.base == 0:
        why = f"没有{month}月底的累计支付数或全年预算数"
        return Outlook(None, name, Interval(_ZERO, most), most, LEVELS[1], why)
    share = paid.base / budget.base
    paced = min(Decimal(1), share * MONTHS / month)
    points = Interval(scoring.ratio(exact(share), most).low, scoring.ratio(exact(paced), most).high)
    behind = share < wanted
    told = f"{month}月底执行{share:.1%}，应达到{wanted:.1%}"
    return Outlook(None, name, points, most, LEVELS[1 if behind else 0], told)
