"""Everything said of a year of performance before it is published (公开前的审核): one list.

An error keeps the year from being published; a note does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.findings import Severity
from kaocheng.performance.asform import GOALS
from kaocheng.performance.asking import wanted
from kaocheng.performance.contradicting import Told, contradictions
from kaocheng.performance.funding import Funding
from kaocheng.performance.goals import review
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.results import Evaluations
from kaocheng.performance.staging import STEPS, unfounded
from kaocheng.performance.undone import undone

_GIVEN_UP = f"取消没有实施的，在“{STEPS}”登记一行“未实施”，写明日期、文号（依据）和原因（说明），其他都不用再填"


def judged(
    year: PerformanceYear, funding: Funding, made: Evaluations, told: Iterable[Told] = ()
) -> tuple[Fault, ...]:
    """Goals, indicators, stages, evidence, reasons and words of a year, each fault in its register.

    `told` are the unit's words that stand outside the registers of performance.
    """
    return (
        *_without_goal(year, funding),
        *review(year, funding),
        *unfounded(year),
        *wanted(year, made),
        *made.faults,
        *contradictions(year, told),
    )


def _without_goal(year: PerformanceYear, funding: Funding) -> Iterator[Fault]:
    """Projects that money was spent on or set apart for, and nobody set a goal for nor gave up."""
    for code, project in funding.projects.items():
        if not project.rows or undone(year, code):
            continue
        spent, budget = project.rows[0].executed.value, project.rows[0].adjusted.value
        if year.goal(code) is not None:
            if not spent:
                said = f"“{project.name}”本年没有支出"
                yield Fault(STEPS, "", 0, "对象", code, said, _GIVEN_UP, Severity.NOTE)
        elif spent:
            said = f"“{project.name}”本年支出{spent:,.2f}元，没有编绩效目标"
            remedy = f"在“{GOALS}”补写这个项目的目标，再写它的指标和证据"
            yield Fault(GOALS, "", 0, "对象", code, said, remedy)
        else:
            yield _idle(code, project.name, budget)


def _idle(code: str, name: str, budget: Decimal) -> Fault:
    """A project without payments and without a goal: a fault where it has a budget, else a note."""
    told = f"全年预算{budget:,.2f}元" if budget else "本年没有预算"
    said = f"“{name}”{told}，没有支出，也没有编绩效目标"
    severity = Severity.ERROR if budget else Severity.NOTE
    return Fault(GOALS, "", 0, "对象", code, said, f"补写目标；{_GIVEN_UP}", severity)
