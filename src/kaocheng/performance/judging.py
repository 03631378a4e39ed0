"""Everything said of a year of performance before it is published (公开前的审核): one list.

An error keeps the year from being published; a note does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kaocheng.kernel.faults import Fault
from kaocheng.performance.asform import GOALS
from kaocheng.performance.asking import wanted
from kaocheng.performance.contradicting import Told, contradictions
from kaocheng.performance.funding import Funding
from kaocheng.performance.goals import review
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.results import Evaluations
from kaocheng.performance.staging import unfounded


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
    """Projects that money was spent on and nobody set a goal for."""
    for code, project in funding.projects.items():
        spent = project.rows[0].executed if project.rows else None
        if spent is not None and spent.value and year.goal(code) is None:
            said = f"“{project.name}”本年支出{spent.value:,.2f}元，没有编绩效目标"
            remedy = f"在“{GOALS}”补写这个项目的目标，再写它的指标和证据"
            yield Fault(GOALS, "", 0, "对象", code, said, remedy)
