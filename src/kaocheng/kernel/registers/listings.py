"""Rows of text as they come from a file (清单): what the readers give and the registers take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kaocheng.kernel.documents import Cell, Grid

Area = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Listing:
    """One worksheet or one csv file (清单): rows of texts, each with its 1-based row number.

    The first text of a row stands in the file's first column. `rows` may be read only once.
    `merged` are the merged areas as 1-based top, left, bottom, right. Iterating may raise
    `Unreadable`.
    """

    file: str
    sheet: str
    rows: Iterable[tuple[int, Sequence[str]]]
    merged: tuple[Area, ...] = ()
    remarks: tuple[str, ...] = ()


def listing_of(grid: Grid, file: str) -> Listing:
    """A grid as a listing, in the rows and columns of its own worksheet."""
    rows = [
        (_row(cells[0], number), _texts(cells, number)) for number, cells in enumerate(grid.rows)
    ]
    return Listing(file, grid.place.sheet or "", rows, tuple(_merged(grid)))


def _row(first: Cell, number: int) -> int:
    return first.place.row or first.place.line or number + 1


def _texts(cells: Sequence[Cell], number: int) -> list[str]:
    """The texts of a row, a merged cell only where it begins, from the first column of the file."""
    blank = [""] * ((cells[0].place.column or 1) - 1)
    return blank + [
        cell.text if (cell.row, cell.column) == (number, index) else ""
        for index, cell in enumerate(cells)
    ]


def _merged(grid: Grid) -> Iterable[Area]:
    for cell in grid.cells():
        if cell.row_span > 1 or cell.column_span > 1:
            top = cell.place.row or cell.row + 1
            left = cell.place.column or cell.column + 1
            yield top, left, top + cell.row_span - 1, left + cell.column_span - 1
