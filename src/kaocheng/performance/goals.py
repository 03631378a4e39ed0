"""The quality of goals as they are written (目标质量): the rules' own judgements, and the edition's.

What the rulebook says of a published form is said here while it can still be mended.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.findings import Finding, Severity
from kaocheng.performance.asform import GOALS, INDICATORS, as_form
from kaocheng.performance.funding import Funding
from kaocheng.performance.lifecycle import WHOLE, Goal, PerformanceYear, Planned
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.rules import (
    per043_goal_without_indicator,
    per046_cost_direction,
    per047_qualitative_number,
    per048_target_not_measurable,
    per049_wrong_class,
    per050_rate_in_money,
    per052_counted_twice,
    per054_unit_slip,
    per058_cost_above_execution,
    per062_only_work_report,
    per065_money_as_quantity,
    per068_share_of_nothing,
    per069_satisfaction_twice,
)
from kaocheng.performance.standards import form_card, national
from kaocheng.performance.undone import undone
from kaocheng.performance.wording import plainly

_RULES: tuple[Callable[[SelfEvaluation], Iterable[object]], ...] = (
    per043_goal_without_indicator.goal_without_indicator,
    per046_cost_direction.cost_direction,
    per047_qualitative_number.qualitative_number,
    per048_target_not_measurable.target_not_measurable,
    per049_wrong_class.wrong_class,
    per050_rate_in_money.rate_in_money,
    per052_counted_twice.counted_twice,
    per054_unit_slip.unit_slip,
    per058_cost_above_execution.cost_above_execution,
    per065_money_as_quantity.money_as_quantity,
    per068_share_of_nothing.share_of_nothing,
    per069_satisfaction_twice.satisfaction_twice,
)
_HEADS = {
    GOALS: ("对象", "名称", "年度目标", "目标完成情况", "", "", "评价结论", "存在问题", "改进措施"),
    INDICATORS: ("", "", "", "", "三级指标", "指标性质", "指标值", "计量单位", "分值", "数据来源"),
}
_WHOLLY = ("产出", "效益", "满意度")


def review(year: PerformanceYear, funding: Funding | None = None) -> tuple[Fault, ...]:
    """Everything worth mending in the goals and indicators, goal by goal, row by row."""
    return tuple(
        fault
        for goal in year.goals
        if not undone(year, goal.subject)
        for fault in (*_judged(year, goal, funding), *_weighed(year, goal))
    )


def _judged(year: PerformanceYear, goal: Goal, funding: Funding | None) -> Iterator[Fault]:
    money = funding.projects.get(goal.subject) if funding else None
    form = as_form(goal, year.of(goal.subject), money)
    for rule in _RULES:
        usual: Severity = rule.declared.severity  # type: ignore[attr-defined]
        for said in rule(form):
            if isinstance(said, Finding):
                yield as_fault(said, said.severity or usual)


def as_fault(finding: Finding, severity: Severity) -> Fault:
    """A finding about an entry as a fault of the register it stands in, as grave as in a paper."""
    place = finding.place
    heads = _HEADS.get(place.file, ())
    column = (place.column or 0) - 1
    head = heads[column] if 0 <= column < len(heads) else ""
    return Fault(
        place.file,
        "",
        place.row or 0,
        head,
        finding.written,
        finding.message.rstrip("。"),
        finding.remedy.rstrip("。"),
        severity,
    )


def _weighed(year: PerformanceYear, goal: Goal) -> Iterator[Fault]:
    """The weights by the edition's own words: their sum, and the most and least of each."""
    card = form_card(year.edition, "whole" if goal.subject == WHOLE else "project")
    items = year.of(goal.subject)
    if not items:
        if goal.subject != WHOLE or card.get("of") == "whole":
            said = "按产出、效益、满意度分别设指标"
            yield _of_goal(goal, "没有设绩效指标", said, Severity.ERROR)
        return
    yield from _sum(goal, items, card)
    yield from _single(items, card)
    yield from _levels(goal, items, card)
    yield from _principle(goal, items, card)
    yield from _sources(items)


def _sum(goal: Goal, items: tuple[Planned, ...], card: dict[str, Any]) -> Iterator[Fault]:
    wanted = card.get("indicator_marks")
    made = sum((item.weight for item in items), Decimal(0))
    if wanted is not None and made != wanted:
        message = f"各指标分值之和是{plainly(made)}分，本版式规定{wanted}分"
        yield _of_goal(goal, message, "重新分配各指标的分值", Severity.ERROR)


def _single(items: tuple[Planned, ...], card: dict[str, Any]) -> Iterator[Fault]:
    limits = card.get("single")
    for item in items:
        if limits and not limits["least"] <= item.weight <= limits["most"]:
            said = f"每项指标应在{limits['least']}至{limits['most']}分之间"
            yield _of(item, "分值", plainly(item.weight), (said, "重新分配分值"), Severity.ERROR)


def _levels(goal: Goal, items: tuple[Planned, ...], card: dict[str, Any]) -> Iterator[Fault]:
    for wanted in _WHOLLY:
        if not any(item.level1.startswith(wanted) for item in items) and _asks(card, wanted):
            yield _of_goal(goal, f"没有{wanted}指标", f"补设{wanted}指标")
    levels = card.get("levels", {})
    for item in items:
        known = levels.get(item.level1)
        if levels and known is None:
            remedy = f"改为{'、'.join(levels)}之一"
            yield _of(item, "一级指标", item.level1, ("本版式没有这个一级指标", remedy))
        elif known and not any(_same(item.level2, name) for name in known):
            said = f"“{item.level1}”下没有这个二级指标"
            yield _of(item, "二级指标", item.level2, (said, f"改为{'、'.join(known)}之一"))


def _asks(card: dict[str, Any], wanted: str) -> bool:
    levels = card.get("levels")
    return levels is None or any(name.startswith(wanted) for name in levels)


def _same(one: str, other: str) -> bool:
    return one.removesuffix("指标") == other.removesuffix("指标")


def _principle(goal: Goal, items: tuple[Planned, ...], card: dict[str, Any]) -> Iterator[Fault]:
    """The weights the national rules ask for in principle; only a hint, and only for projects."""
    if goal.subject == WHOLE or card.get("indicator_marks") is None:
        return
    made: dict[str, Decimal] = defaultdict(Decimal)
    for item in items:
        made[item.level1.removeprefix("项目").removesuffix("指标")] += item.weight
    wanted = national()["principle"]
    effects = made.get("效益", Decimal(0))
    if effects and effects < wanted["效益指标"] / 2:
        said = f"效益指标只有{plainly(effects)}分，原则上{wanted['效益指标']}分"
        yield _of_goal(goal, said, "适当提高效益指标的分值")


def _sources(items: tuple[Planned, ...]) -> Iterator[Fault]:
    pattern = per062_only_work_report.REPORT
    for item in items:
        if item.source and pattern.search(item.source):
            said = "工作总结、会议纪要不是可以核对的原始记录"
            yield _of(item, "数据来源", item.source, (said, "写业务系统、台账、问卷等"))


def _of(
    item: Planned,
    column: str,
    written: str,
    said: tuple[str, str],
    severity: Severity = Severity.NOTE,
) -> Fault:
    """A fault of an indicator; `said` is the message and the remedy."""
    message, remedy = said
    told = f"“{item.name}”：{message}"
    return Fault(INDICATORS, "", item.row, column, written, told, remedy, severity)


def _of_goal(goal: Goal, message: str, remedy: str, severity: Severity = Severity.NOTE) -> Fault:
    return Fault(
        GOALS, "", goal.row, "名称", goal.name, f"“{goal.name}”{message}", remedy, severity
    )
