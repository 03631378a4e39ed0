"""Rows that are parts of the row above them (其中行), in tables nobody described."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaocheng.disclosure.tables import Row, Table
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.intervals import Interval

_FEWEST = 2
_MOST = 300  # beyond so many rows nobody reads a table as a whole and its parts


def outermost(table: Table, rows: Sequence[Row]) -> list[Row] | None:
    """The rows without those that add up to the row above them; None where that cannot be told.

    A table seldom says which rows are parts of another: 其中 stands before the first of them only, or
    nowhere. Two rows or more that add up to the one above, in most columns that have amounts, are its
    parts. Where 其中 is written and no rows add up, how far it reaches cannot be told.
    """
    found: list[Row] = []
    place = 0
    falling = _falling(table)
    while place < len(rows):
        if _says_parts(rows[place]):
            return None
        found.append(rows[place])
        place += 1 + _parts(table, rows, place, falling)
    return found


def _says_parts(row: Row) -> bool:
    return row.label is not None and "其中" in row.label.text


def _parts(table: Table, rows: Sequence[Row], place: int, falling: frozenset[int]) -> int:
    """How many rows below are parts of this one; a running sum, given up once it is past the whole."""
    running = [
        _Running(column.index, stated)
        for column in table.columns
        if (stated := _figure(table, rows[place], column.index)) and not stated.unit.is_ratio
    ]
    for count in range(1, min(_MOST, len(rows) - place - 1) + 1):
        for one in running:
            one.take(_figure(table, rows[place + count], one.column))
        held = [one.holds() for one in running if one.count >= _FEWEST]
        if count >= _FEWEST and 2 * sum(held) > len(held):
            return count
        if all(one.is_past(falling) for one in running):
            return 0
    return 0


@dataclass(slots=True)
class _Running:
    """The amounts of one column below a whole, added up as far as the rows were read."""

    column: int
    stated: Figure
    total: Interval | None = None
    count: int = 0

    def take(self, figure: Figure | None) -> None:
        if figure is not None:
            here = figure.interval
            self.total = here if self.total is None else self.total + here
            self.count += 1

    def holds(self) -> bool:
        """Whether the parts add up to the whole."""
        whole = self.stated.interval
        return bool(self.stated.value) and self.total is not None and whole.meets(self.total)

    def is_past(self, falling: frozenset[int]) -> bool:
        """Whether no further row can make it hold: more than the whole, and nothing is taken off."""
        if not self.stated.value:
            return True
        past = self.total is not None and self.total.low > self.stated.interval.high
        return past and self.column not in falling


def _falling(table: Table) -> frozenset[int]:
    """The columns with an amount below nought."""
    told = table.entries.items()
    return frozenset(at for (_, at), entry in told if entry.figure and entry.figure.value < 0)


def _figure(table: Table, row: Row, column: int) -> Figure | None:
    entry = table.entries.get((row.index, column))
    return entry.figure if entry else None
