"""The sum behind a due day (此日期如何得出): day by day from the clock, days of one kind put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from kaocheng.cases.papers.records import Reckoned
from kaocheng.kernel.clocks import Line
from kaocheng.kernel.workdays import DayKind

_DAY = timedelta(days=1)


def reckoned(lines: Iterable[Line]) -> tuple[Reckoned, ...]:
    """The lines of `kernel.clocks.explain_clock` with days in a row that count, or do not, alike as one."""
    return tuple(_joined(_one(line) for line in lines))


def _one(line: Line) -> Reckoned:
    notice = line.day.notice
    return Reckoned(
        first=line.day.day,
        last=line.day.day,
        counted=line.amount,
        total=line.number,
        why=_why(line),
        basis=(notice.number or str(notice)) if notice else "",
    )


def _why(line: Line) -> str:
    """Why, without the number of the day: that stands in its own column."""
    day = line.day
    if line.amount:
        if day.kind is DayKind.MAKE_UP:
            return f"{day.occasion}调休上班，计入"
        return "工作日，计入" if day.works else "计入"
    if line.why != day.reason:
        return line.why
    return f"{day.occasion}放假，不计入" if day.notice else f"{day.kind}，不计入"


def _joined(days: Iterable[Reckoned]) -> Iterator[Reckoned]:
    held: Reckoned | None = None
    for day in days:
        if held is not None and _alike(held, day):
            held = replace(held, last=day.last, counted=held.counted + day.counted, total=day.total)
            continue
        if held is not None:
            yield held
        held = day
    if held is not None:
        yield held


def _alike(held: Reckoned, day: Reckoned) -> bool:
    return (
        held.last + _DAY == day.first
        and (held.why, held.basis) == (day.why, day.basis)
        and (held.counted > 0) == (day.counted > 0)
    )
