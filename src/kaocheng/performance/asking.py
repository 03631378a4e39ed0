"""What the unit still has to write (须补的说明): reasons, evidence, measures; asked for, never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.findings import Severity
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.results import NO_DATA, Evaluated, Evaluations, Scored
from kaocheng.performance.wording import says_nothing_in

_REMARKS, _GOALS, _EVIDENCE = "绩效自评.xlsx", "绩效目标.xlsx", "绩效证据.xlsx"


def wanted(year: PerformanceYear, made: Evaluations) -> tuple[Fault, ...]:
    """Everything a careful reader of the forms would ask, as notes with the register to write it in."""
    forms = ((made.department,) if made.department else ()) + made.projects
    asked = [fault for form in forms for fault in _of(year, form)]
    for card in made.cards:
        asked += [_lacking(item) for item in card.missing]
    return tuple(asked)


def _of(year: PerformanceYear, form: Evaluated) -> Iterator[Fault]:
    subject = form.goal.subject
    reasons = {r.about for r in year.remarks if r.subject == subject and r.reason}
    missed = [item for item in form.indicators if item.score and _short(item)]
    for item in form.missing:
        yield _lacking(item)
    for item in missed:
        if item.about not in reasons:
            yield _note(_REMARKS, "未完成原因", f"“{item.name}”没有得满分，没有写原因", "写明原因")
    if form.execution and form.execution.about not in reasons:
        yield from _money(form)
    if missed and (not form.goal.problems or says_nothing_in(form.goal.problems)):
        said = f"“{form.goal.name}”有{len(missed)}项指标没有得满分，存在问题却没有写"
        yield _note(_GOALS, "存在问题", said, "如实写明问题和改进措施")


def _short(item: Scored) -> bool:
    return item.score is not None and item.score.value < item.maximum.value


def _money(form: Evaluated) -> Iterator[Fault]:
    """年中调整预算的, 执行率不足的, 须说明理由."""
    row = form.funding.rows[0] if form.funding else None
    if row is None or form.funding is None:
        return
    name = form.goal.name
    if row.initial.base != row.adjusted.base and not form.funding.changes:
        yield _note(_REMARKS, "未完成原因", f"“{name}”年中调整了预算，没有写理由", _EXECUTION)
    below = form.card.get("reason_below")
    if below is not None and row.adjusted.base:
        share = row.executed.base / row.adjusted.base
        if share < Decimal(below):
            said = f"“{name}”预算执行率{share:.2%}，不足{Decimal(below):.0%}，没有写原因"
            yield _note(_REMARKS, "未完成原因", said, _EXECUTION)


_EXECUTION = "在“预算执行率”一行写明"


def _lacking(item: Scored) -> Fault:
    said = f"“{item.name}”{NO_DATA}：{'、'.join(item.missing) or '没有证据'}"
    return _note(_EVIDENCE, "取数名称", said, "补填证据；没有证据的不计分")


def _note(file: str, column: str, message: str, remedy: str) -> Fault:
    return Fault(file, "", 0, column, "", message, remedy, Severity.NOTE)
