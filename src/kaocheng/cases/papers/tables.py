"""Tables in papers (文书中的表): lists of materials, grids to sign in, the sum behind a due day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kaocheng.cases.papers.forms import FormPart
from kaocheng.cases.papers.records import Reckoned
from kaocheng.cases.papers.slots import lined
from kaocheng.cases.papers.wording import days_between, filled
from kaocheng.kernel.papers import Box, Sheet

_ANNEX = "附"
_RECKONING = (("日期", 3.6), ("计入天数", 1.3), ("累计", 1.0), ("说明", 4.6), ("依据", 3.8))


def table_of(part: FormPart, values: tuple[object, ...]) -> Iterator[Sheet]:
    """A row for each of the values; nothing where there are none."""
    if not values:
        return
    head = tuple(Box(column.head, align="centre", header=True) for column in part.columns)
    body = tuple(
        tuple(Box(filled(column.text, line), align=column.align) for column in part.columns)
        for line in lined(values)
    )
    yield _sheet(part.title, (head,), body, [column.width for column in part.columns])


def grid_of(part: FormPart, told: Mapping[str, str]) -> Sheet:
    """A grid of names and what belongs to them; the last cell of a row takes what is left."""
    wide = len(part.widths)
    body = []
    for row in part.grid:
        boxes = []
        for place, text in enumerate(row):
            span = wide - place if place == len(row) - 1 else 1
            align = "centre" if place % 2 == 0 else "left"
            boxes.append(Box(filled(text, told), column_span=span, align=align))
        body.append(tuple(boxes))
    return _sheet(part.title, (), tuple(body), part.widths)


def reckoning_of(part: FormPart, days: Sequence[Reckoned]) -> Iterator[Sheet]:
    """How the due day is reached: days in a row, how many count, the sum so far, why."""
    if not days:
        return
    head = tuple(Box(name, align="centre", header=True) for name, _ in _RECKONING)
    body = tuple(
        (
            Box(_days(day, days), align="left"),
            Box(str(day.counted) if day.counted else "—", align="centre"),
            Box(str(day.total), align="centre"),
            Box(day.why),
            Box(day.basis),
        )
        for day in days
    )
    made = _sheet(part.title, (head,), body, [width for _, width in _RECKONING])
    yield replace(made, number=_ANNEX, note=part.text)


def _days(day: Reckoned, days: Sequence[Reckoned]) -> str:
    """The days; the year stands with the first and wherever it changes."""
    years = [one.first.year for one in days]
    place = list(days).index(day)
    shown = place == 0 or years[place - 1] != day.first.year
    return (
        f"{day.first.year}年{days_between(day.first, day.last)}"
        if shown
        else days_between(day.first, day.last)
    )


def _sheet(
    title: str,
    head: tuple[tuple[Box, ...], ...],
    body: tuple[tuple[Box, ...], ...],
    widths: Sequence[float],
) -> Sheet:
    return Sheet("letter", title, "", "", "", head, body, tuple(map(float, widths)))
