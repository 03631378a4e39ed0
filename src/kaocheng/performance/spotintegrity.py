"""What must hold of spot checks (绩效抽查的完整性): of whom, when, how many points, each told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.findings import Severity
from kaocheng.performance.lifecycle import WHOLE, PerformanceYear, SpotCheck
from kaocheng.performance.standards import full_marks

Say = Callable[..., Fault]


def spot_faults(year: PerformanceYear, say: Say) -> Iterator[Fault]:
    """Every breach in the spot checks of the year, row by row."""
    counted = Counter((check.subject, check.on) for check in year.checks)
    for check in year.checks:
        yield from _of_whom(year, check, say)
        yield from _points(check, say)
        yield from _order(year, check, say)
        if counted[check.subject, check.on] > 1:
            said = f"“{check.subject}”同一天（{check.on.isoformat()}）写了几行抽查"
            yield say(
                check.row, "日期", check.on.isoformat(), said, "请合成一行，只留抽查结论的得分"
            )
        if check.findings and not check.measures:
            yield _unmended(check, say)


def _of_whom(year: PerformanceYear, check: SpotCheck, say: Say) -> Iterator[Fault]:
    known = [WHOLE, *(goal.subject for goal in year.projects())]
    if check.subject not in known:
        near = "、".join(f"“{name}”" for name in get_close_matches(check.subject, known))
        remedy = f"请核对代码，相近的有{near}" if near else "请核对代码；项目须先写绩效目标"
        yield say(check.row, "对象", check.subject, "没有这个对象的绩效目标", remedy)


def _points(check: SpotCheck, say: Say) -> Iterator[Fault]:
    most = full_marks()
    if not 0 <= check.score <= most:
        said = f"抽查得分应在0至{most}之间"
        yield say(check.row, "抽查得分", str(check.score), said, "按抽查结论改正，与自评同一满分")


def _order(year: PerformanceYear, check: SpotCheck, say: Say) -> Iterator[Fault]:
    if check.on <= date(year.year, 12, 31):
        said, remedy = f"抽查的是{year.year}年度的自评，日期应在年度之后", "请核对日期和年度"
        yield say(check.row, "日期", check.on.isoformat(), said, remedy)
    for head, day in (("整改完成日期", check.mended), ("反馈日期", check.reported)):
        if day and day < check.on:
            said = f"早于抽查日期（{check.on.isoformat()}）"
            yield say(check.row, head, day.isoformat(), said, "请核对两个日期")


def _unmended(check: SpotCheck, say: Say) -> Fault:
    said = "抽查发现了问题，没有写整改措施"
    told = say(check.row, "整改措施", "", said, "写明整改措施和完成日期")
    return replace(told, severity=Severity.NOTE)
