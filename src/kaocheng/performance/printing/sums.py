"""Live sums of a form (合计公式): which cells its 合计 adds up, so that a workbook can."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.papers import Box, Sheet

Spot = tuple[int, int]


def summed(sheet: Sheet) -> Sheet:
    """The form with the sums of its last row of totals, where the column above does add up to them."""
    placed = dict(_placed(sheet))
    last = max((row for (row, _), box in placed.items() if box.total and box.figure), default=0)
    return replace(sheet, sums=(*sheet.sums, *_sums(placed, last)))


def _sums(placed: dict[Spot, Box], last: int) -> Iterator[tuple[Spot, tuple[Spot, ...]]]:
    figures = {spot: box.figure for spot, box in placed.items() if box.figure}
    for spot, whole in figures.items():
        parts = _above(figures, spot) if spot[0] == last and placed[spot].total else ()
        if parts and sum((figures[one].value for one in parts), Decimal(0)) == whole.value:
            yield spot, parts


def _above(figures: dict[Spot, Figure], spot: Spot) -> tuple[Spot, ...]:
    """The cells above in the same column that stand in the same unit."""
    row, column = spot
    unit = figures[spot].unit
    return tuple(
        one for one in figures if one[1] == column and one[0] < row and figures[one].unit == unit
    )


def _placed(sheet: Sheet) -> Iterator[tuple[Spot, Box]]:
    """Each box with its row and column on the grid of the body, spans of rows above respected."""
    covered: set[Spot] = set()
    for row, boxes in enumerate(sheet.body):
        column = 0
        for box in boxes:
            while (row, column) in covered:
                column += 1
            yield (row, column), box
            covered |= {
                (row + down, column + across)
                for down in range(box.row_span)
                for across in range(box.column_span)
            }
            column += box.column_span
