"""A table wider than its page (续表): parted by columns, the columns that name its rows on each part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kaocheng.kernel.papers import Box, Sheet
from kaocheng.writing.papers.fitting import SMALLEST, WIDE, points
from kaocheng.writing.papers.grids import Rows, Spot, anchored, spots
from kaocheng.writing.papers.measuring import measure

CONTINUED = "（续表）"
_NAME_ROOM = 12.0
"""So many characters of a row's name stand on one line of each part."""
_TORN = 0.15
"""What a cut inside a group of columns costs against parts of unequal width."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of a table (续表) as it is printed; `figures` are those of the table it holds, from 0."""

    sheet: Sheet
    figures: tuple[int, ...]


def strips(sheet: Sheet) -> tuple[Strip, ...]:
    """The parts of a sheet that each stand on a turned page in a readable type; mostly one, itself.

    A sheet whose first columns hold figures is not parted: nothing would name the rows of a part.
    """
    stub = _stub(sheet)
    cuts = _cuts(sheet, stub) if stub else ()
    if len(cuts) < 3:
        return (Strip(sheet, tuple(range(len(_figures(sheet))))),)
    parts = (range(start, end) for start, end in pairwise(cuts))
    return tuple(_strip(sheet, stub, part, len(cuts) - 2, n) for n, part in enumerate(parts))


def _figures(sheet: Sheet) -> list[Spot]:
    return [spot for spot in anchored(sheet.body) if spot.box.figure is not None]


def _stub(sheet: Sheet) -> int:
    """How many columns at the left name the rows (主栏)."""
    return min((spot.column for spot in _figures(sheet)), default=0)


def _cuts(sheet: Sheet, stub: int) -> tuple[int, ...]:
    """The columns at which the parts begin, and the end; fewest parts first, then of like width."""
    measures = measure(sheet)
    widths = points(measures.least, WIDE, SMALLEST)
    if sum(widths) <= WIDE.across:
        return ()
    named = [
        max(least, min(wished, _NAME_ROOM))
        for least, wished in zip(measures.least[:stub], measures.whole[:stub], strict=True)
    ]
    room = WIDE.across - sum(points(named, WIDE, SMALLEST))
    whole, torn = (_edges(rows, stub, len(widths)) for rows in (sheet.body, sheet.head))
    best: dict[int, tuple[int, float, tuple[int, ...]]] = {stub: (0, 0.0, (stub,))}
    for end in whole[1:]:
        ways = (
            (count + 1, cost + (width / room) ** 2 + _TORN * (end not in torn), (*path, end))
            for start, (count, cost, path) in best.items()
            if (width := sum(widths[start:end])) <= room
        )
        if found := min(ways, default=None):
            best[end] = found
    return best[len(widths)][2] if len(widths) in best else ()


def _edges(rows: Rows, stub: int, width: int) -> list[int]:
    """The columns from the stub on at which no box is cut through."""
    through = {column for spot in anchored(rows) for column in range(spot.column + 1, spot.end)}
    return [column for column in range(stub, width + 1) if column not in through]


def _strip(sheet: Sheet, stub: int, part: range, last: int, number: int) -> Strip:
    kept = frozenset((*range(stub), *part))
    figures = [index for index, spot in enumerate(_figures(sheet)) if spot.column in part]
    given = [width for column, width in enumerate(sheet.widths) if column in kept]
    cut = replace(
        sheet,
        title=sheet.title + (CONTINUED if number else ""),
        head=_cut(sheet.head, kept),
        body=_cut(sheet.body, kept),
        widths=tuple(given),
        note=sheet.note if number == last else "",
        sums=(),
    )
    return Strip(cut, tuple(figures))


def _cut(rows: Rows, kept: frozenset[int]) -> tuple[tuple[Box, ...], ...]:
    """Rows with the kept columns only; a box over some of them becomes narrower."""
    return tuple(tuple(_narrowed(row, kept)) for row in spots(rows))


def _narrowed(row: Sequence[Spot], kept: frozenset[int]) -> Iterator[Box]:
    for spot in row:
        left = sum(column in kept for column in range(spot.column, spot.end))
        if left and not spot.goes_on:
            yield replace(spot.box, column_span=left)
