"""What the unit still has to write (须补的说明): reasons, evidence, measures; asked for, never guessed.

An error is what no paper may be published without. A value that truly was not measured may be
left out: then its reason stands in 绩效自评, and the paper prints 未取得数据 and 不能评分.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.findings import Severity
from kaocheng.performance.asform import GOALS
from kaocheng.performance.lifecycle import WHOLE, Goal, PerformanceYear
from kaocheng.performance.measuring import target_value
from kaocheng.performance.reaching import less_is_better, rule_over
from kaocheng.performance.results import NO_DATA, NO_SCORE, Evaluated, Evaluations, Scored
from kaocheng.performance.scorecarding import OWN
from kaocheng.performance.undone import undone
from kaocheng.performance.wording import evades, says_nothing_in, tells

REMARKS, EVIDENCE = "绩效自评", "绩效证据"
_WRITTEN = {
    "done": "目标完成情况", "course": "实施内容及过程概述", "conclusion": "评价结论",
    "problems": "存在问题", "measures": "改进措施",
}  # fmt: skip
_NOT = Decimal(0)
_EXECUTION = "在“预算执行率”一行写明"


def wanted(year: PerformanceYear, made: Evaluations) -> tuple[Fault, ...]:
    """Everything a careful reader of the forms would ask, with the register to write it in."""
    forms = ((made.department,) if made.department else ()) + made.projects
    asked = [fault for form in forms if not form.undone for fault in _of(year, form)]
    for card in (card for card in made.cards if not card.undone):
        reasons = _reasons(year, card.subject)
        wholly = [item for item in card.missing if item.about != OWN]
        asked += [_lacking(card.subject, item, reasons) for item in wholly]
    return (*asked, *_unwritten(year, made), *_evasive(year))


def _reasons(year: PerformanceYear, subject: str) -> frozenset[str]:
    """What a real reason was given for."""
    return frozenset(r.about for r in year.remarks if r.subject == subject and tells(r.reason))


def _of(year: PerformanceYear, form: Evaluated) -> Iterator[Fault]:
    reasons = _reasons(year, form.goal.subject)
    missed = [item for item in form.indicators if item.score and _short(item)]
    for item in form.missing:
        yield _lacking(form.goal.subject, item, reasons)
    for item in missed:
        if item.about not in reasons and not _over(year.edition, item):
            said = f"“{item.name}”没有得满分，没有写原因"
            yield _error(REMARKS, "未完成原因", said, f"在“{item.about}”一行写明原因")
    yield from _exceeded(year.edition, form, reasons)
    if form.execution and form.execution.about not in reasons:
        yield from _money(form)
    if missed and (not form.goal.problems or says_nothing_in(form.goal.problems)):
        said = f"“{form.goal.name}”有{len(missed)}项指标没有得满分，存在问题却没有写"
        yield _of_goal(form.goal, "problems", said, "如实写明问题和改进措施")


def _exceeded(edition: str, form: Evaluated, reasons: frozenset[str]) -> Iterator[Fault]:
    """What our own checker would say of the printed form (PER051, and ＝ that is not equal)."""
    for item in form.indicators:
        over = _over(edition, item)
        if over and item.about not in reasons:
            said = f"“{item.name}”完成值超出指标值{over:.1%}，没有写原因"
            yield _error(
                REMARKS,
                "未完成原因",
                said,
                f"核对指标值和证据；没有错的在“{item.about}”一行写明原因",
            )


def _over(edition: str, item: Scored) -> Decimal:
    """By what share a value lies above its target where that wants a reason, else 0.

    A quantity of ＝ wants one as soon as it is more; anything that counts up, where far above.
    """
    planned, value = item.planned, item.actual
    wanted = target_value(planned) if planned else None
    if planned is None or value is None or not wanted or planned.nature not in ("＝", "≥", ">"):
        return _NOT
    if less_is_better(planned):
        return _NOT
    counted = "数量" in planned.level1 + planned.level2
    exact = planned.nature == "＝" and counted
    limit = _NOT if exact else Decimal(rule_over(edition, planned)["limit"])
    over = value.value / wanted - 1
    return over if (counted or _short(item)) and over > limit else _NOT


def _short(item: Scored) -> bool:
    return item.score is not None and item.score.value < item.maximum.value


def _money(form: Evaluated) -> Iterator[Fault]:
    """年中调整预算的, 执行率不足的, 须说明理由."""
    row = form.funding.rows[0] if form.funding else None
    if row is None or form.funding is None:
        return
    name = form.goal.name
    if row.initial.base != row.adjusted.base and not form.funding.changes:
        yield _error(REMARKS, "未完成原因", f"“{name}”年中调整了预算，没有写理由", _EXECUTION)
    below = form.card.get("reason_below")
    if below is not None and row.adjusted.base:
        share = row.executed.base / row.adjusted.base
        if share < Decimal(below):
            said = f"“{name}”预算执行率{share:.2%}，不足{Decimal(below):.0%}，没有写原因"
            yield _error(REMARKS, "未完成原因", said, _EXECUTION)


def _lacking(subject: str, item: Scored, reasons: frozenset[str]) -> Fault:
    written = f"{subject} {item.about}"
    said = f"“{item.name}”{NO_DATA}：{'、'.join(item.missing) or '没有证据'}"
    if item.about in reasons:
        remedy = f"已写原因；公开时印“{NO_DATA}”，总分印“{NO_SCORE}”"
        return Fault(EVIDENCE, "", 0, "取数名称", written, said, remedy, Severity.NOTE)
    remedy = f"补填证据；确实没有数据的，在“{REMARKS}”的“{item.about}”一行写未完成原因，总分就印“{NO_SCORE}”"
    return Fault(EVIDENCE, "", 0, "取数名称", written, said, remedy)


def _unwritten(year: PerformanceYear, made: Evaluations) -> Iterator[Fault]:
    """Boxes of the printed forms and reports that are still blank, by what each form has."""
    for subject, card in _cards(made):
        goal = None if undone(year, subject) else year.goal(subject)
        if goal is None and subject == WHOLE and card.get("written"):
            said, remedy = f"没有“{WHOLE}”的绩效目标", f"写一行对象为“{WHOLE}”的目标"
            yield _error(GOALS, "对象", said, remedy)
        for field in card.get("written", ()) if goal else ():
            if goal and not str(getattr(goal, field)).strip():
                said = f"“{goal.name}”的{_WRITTEN[field]}没有填写"
                none = "；没有的写“无”" if field in ("problems", "measures") else ""
                yield _of_goal(goal, field, said, f"请填写{none}")


def _cards(made: Evaluations) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for form in ((made.department,) if made.department else ()) + made.projects:
        yield form.goal.subject, form.card
    for card in made.cards:
        yield card.subject, card.card


def _evasive(year: PerformanceYear) -> Iterator[Fault]:
    """同上 and the like: each box must be understood by itself."""
    remedy = "每一格都写自己的内容，公开的表要能单独看懂"
    for goal in year.goals:
        for field, head in _WRITTEN.items():
            if evades(str(getattr(goal, field))):
                said = f"“{goal.name}”的{head}等于没有写"
                yield _of_goal(goal, field, said, remedy)
    for remark in year.remarks:
        for head, text in (("完成情况", remark.done), ("未完成原因", remark.reason)):
            if evades(text):
                said = f"“{remark.about}”的{head}等于没有写"
                yield Fault(REMARKS, "", remark.row, head, text, said, remedy)


def _of_goal(goal: Goal, field: str, message: str, remedy: str) -> Fault:
    written = str(getattr(goal, field))
    return Fault(GOALS, "", goal.row, _WRITTEN[field], written, message, remedy)


def _error(file: str, column: str, message: str, remedy: str) -> Fault:
    return Fault(file, "", 0, column, "", message, remedy)
