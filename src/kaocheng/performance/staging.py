"""Whether the stages that are told were really gone through (环节是否走实), before it is published."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.findings import Severity
from kaocheng.performance.asform import GOALS
from kaocheng.performance.lifecycle import WHOLE, Goal, PerformanceYear, Step
from kaocheng.performance.standards import national
from kaocheng.performance.undone import undone

STEPS, MONITORING, ASSESSMENTS = "绩效环节", "绩效监控", "事前绩效评估"


def unfounded(year: PerformanceYear) -> Iterator[Fault]:
    """Stages without what they consist of: an assessment, readings; and goals short of 自评."""
    for goal in (goal for goal in year.goals if not undone(year, goal.subject)):
        steps = year.through(goal.subject)
        if "自评" not in {step.stage for step in steps}:
            said = f"“{goal.name}”还没有登记到“自评”"
            remedy = f"在“{STEPS}”按日期补写走过的环节；没有走过的不能补造"
            yield Fault(STEPS, "", 0, "环节", goal.name, said, remedy)
        if goal.subject != WHOLE:
            yield from _assessed(year, goal, steps)
        yield from _monitored(year, goal, steps)
        yield from _months(year, goal, steps)


def _assessed(year: PerformanceYear, goal: Goal, steps: tuple[Step, ...]) -> Iterator[Fault]:
    done = next((step for step in steps if step.stage == "事前评估"), None)
    if done and year.assessment(goal.subject) is None:
        said = f"“{goal.name}”登记了事前评估，没有评估内容和结论"
        remedy = f"在“{ASSESSMENTS}”写必要性、可行性、资金等各项结论和审批职务，或删去这个环节"
        yield Fault(STEPS, "", done.row, "环节", done.stage, said, remedy)


def _monitored(year: PerformanceYear, goal: Goal, steps: tuple[Step, ...]) -> Iterator[Fault]:
    """Each 监控 must have readings up to its day, later than the 监控 before it."""
    days = _days(year, goal)
    before = date.min
    for step in steps:
        if step.stage != "监控":
            continue
        if year.of(goal.subject) and not any(before < on <= step.on for on in days):
            said = f"“{goal.name}”登记了{step.on.isoformat()}的监控，没有监控数据"
            remedy = f"在“{MONITORING}”补填当时的完成值；没有监控过的删去这个环节"
            yield Fault(STEPS, "", step.row, "环节", step.stage, said, remedy)
        before = step.on


def _months(year: PerformanceYear, goal: Goal, steps: tuple[Step, ...]) -> Iterator[Fault]:
    """The months in which everybody monitors; what was not read then cannot be read later: a note."""
    days = _days(year, goal)
    since = next((step.on for step in steps if step.stage == "批复"), date.min)
    wanted = [m for m in national()["monitoring"]["months"] if since <= _end(year.year, m)]
    lost = [m for m in wanted if not any(on.month == m for on in days)]
    if lost and year.of(goal.subject):
        said = f"“{goal.name}”没有{'、'.join(map(str, lost))}月的监控数据"
        remedy = f"当时做过监控的，在“{MONITORING}”补填；没有做过的不能补造"
        yield Fault(GOALS, "", goal.row, "名称", goal.name, said, remedy, Severity.NOTE)


def _days(year: PerformanceYear, goal: Goal) -> frozenset[date]:
    numbers = {item.number for item in year.of(goal.subject)}
    return frozenset(reading.on for reading in year.monitoring if reading.indicator in numbers)


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
