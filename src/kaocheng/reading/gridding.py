"""From cells with spans to a rectangle (成格): where docx, html and xlsx meet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kaocheng.kernel.documents import Cell, passage
from kaocheng.kernel.places import Place
from kaocheng.reading.bounds import MOST_CELLS, too_many_cells

Rows = tuple[tuple[Cell, ...], ...]
Where = Callable[[int, int], Place]


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell before it has its rectangle: 0-based anchor, spans, text."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1


class Room:
    """How many positions the grids of one file may still have together."""

    def __init__(self, file: str, most: int = MOST_CELLS) -> None:
        self.file = file
        self._most = self._left = most

    def take(self, positions: int) -> None:
        """Take room for a grid; raises `Unreadable` when there is not enough."""
        self._left -= positions
        if self._left < 0:
            raise too_many_cells(self.file, self._most)


def compressed(slots: Sequence[Slot]) -> list[Slot]:
    """The same slots without the columns in which no cell begins, so no span is absurd."""
    starts = sorted({0} | {slot.column for slot in slots})
    return [
        Slot(
            slot.row,
            bisect_left(starts, slot.column),
            slot.text,
            slot.row_span,
            bisect_left(starts, slot.column + slot.column_span) - bisect_left(starts, slot.column),
        )
        for slot in slots
    ]


def rectangle(slots: Iterable[Slot], height: int, width: int, where: Where, room: Room) -> Rows:
    """The rows of a grid; a slot gives way where another already stands, gaps become blank cells.

    `where` gives the place of a 0-based row and column. Raises `Unreadable` when `room` is used up.
    """
    room.take(height * width)
    board: list[list[Cell | None]] = [[None] * width for _ in range(height)]
    for slot in slots:
        if board[slot.row][slot.column] is None:
            _lay(board, slot, where(slot.row, slot.column))
    return tuple(
        tuple(
            cell or Cell(passage("", where(row, column)), row, column)
            for column, cell in enumerate(cells)
        )
        for row, cells in enumerate(board)
    )


def _lay(board: list[list[Cell | None]], slot: Slot, place: Place) -> None:
    """Lay a slot down, as wide and then as high as the board is free."""
    row, column = slot.row, slot.column
    right = column + 1
    while right < min(column + slot.column_span, len(board[row])) and board[row][right] is None:
        right += 1
    bottom = row + 1
    while bottom < min(row + slot.row_span, len(board)) and _free(board[bottom], column, right):
        bottom += 1
    cell = Cell(passage(slot.text, place), row, column, bottom - row, right - column)
    for line in board[row:bottom]:
        line[column:right] = [cell] * (right - column)


def _free(line: list[Cell | None], left: int, right: int) -> bool:
    return all(cell is None for cell in line[left:right])
