"""The grid behind a printed table (网格): which columns each box covers when boxes span."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaocheng.kernel.papers import Box

Rows = Sequence[Sequence[Box]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A box on its grid: 0-based `row` and `column` of its upper left corner.

    In a row below, where the box only goes on, the same spot stands again with `goes_on`.
    """

    row: int
    column: int
    box: Box
    goes_on: bool = False

    @property
    def end(self) -> int:
        """The column after its last."""
        return self.column + self.box.column_span

    @property
    def is_single(self) -> bool:
        """Whether it covers one cell only."""
        return self.box.row_span == self.box.column_span == 1


def spots(rows: Rows) -> list[list[Spot]]:
    """Each row's boxes from left to right, also those that only go on from a row above."""
    hanging: list[Spot] = []
    grid: list[list[Spot]] = []
    for number, row in enumerate(rows):
        above = [spot for spot in hanging if spot.row + spot.box.row_span > number]
        own = list(_own(number, row, above))
        again = [Spot(spot.row, spot.column, spot.box, goes_on=True) for spot in above]
        grid.append(sorted([*own, *again], key=lambda spot: spot.column))
        hanging = [*above, *(spot for spot in own if spot.box.row_span > 1)]
    return grid


def _own(number: int, row: Sequence[Box], above: Sequence[Spot]) -> Iterator[Spot]:
    taken = {column for spot in above for column in range(spot.column, spot.end)}
    column = 0
    for box in row:
        while column in taken:
            column += 1
        yield Spot(number, column, box)
        column += box.column_span


def anchored(rows: Rows) -> Iterator[Spot]:
    """Each box once, row by row."""
    return (spot for row in spots(rows) for spot in row if not spot.goes_on)


def align(box: Box) -> str:
    """Where the text of a box stands: figures at the right, heads in the middle."""
    if box.figure is not None and not box.header:
        return "right"
    return "centre" if box.header else box.align
