"""A table looked up by words (按名取数): which cell a row name or code and a column name mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kaocheng.disclosure.tables import Column, Entry, Row, Table

TOTAL = "合计"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table with its entries by row name (or 科目 code) and column name."""

    table: Table
    cells: dict[tuple[str, str], Entry] = field(repr=False)
    rows: frozenset[str]
    columns: frozenset[str]

    def entry(self, row: str, column: str) -> Entry | None:
        """The cell of that row and column; without a column, the first one on the row's side."""
        return self.cells.get((row, column))

    def missing(self, row: str, column: str) -> bool:
        """Whether the table has no such row, or no such column."""
        return bool(row and row not in self.rows) or bool(column and column not in self.columns)

    def group(self, name: str) -> tuple[str, ...]:
        """The names of the rows of a group, in order."""
        return tuple(dict.fromkeys(row.name for row in self.table.rows if row.group == name))

    def codes(self, level: str) -> tuple[str, ...]:
        """Every code of the table; of the level 类 only when asked for."""
        found = (row.code for row in self.table.rows if row.code)
        return tuple(dict.fromkeys(code for code in found if level == "科目" or len(code) == 3))


def sheet(table: Table) -> Sheet:
    """The table made ready for looking up."""
    cells: dict[tuple[str, str], Entry] = {}
    for entry in table.entries.values():
        for row in _keys(entry.row):
            for column in (entry.column.name, ""):
                old = cells.get((row, column))
                lent = old is not None and old.figure is None and _elsewhere(old, entry)
                if old is None or (lent and entry.figure is not None):
                    cells[row, column] = entry
    rows = frozenset(key for row in table.rows for key in _keys(row))
    return Sheet(table, cells, rows, frozenset(column.name for column in table.columns))


def _elsewhere(old: Entry, entry: Entry) -> bool:
    """The same row goes on in the next strip: its amount may stand there."""
    return old.row.index == entry.row.index and old.row.strip != entry.row.strip


def _keys(row: Row) -> Iterator[str]:
    yield row.name
    if row.code:
        yield row.code
    if row.total:
        yield TOTAL


def sets(tables: Sequence[Table]) -> Iterator[dict[str, Sheet]]:
    """The tables by kind; a kind that comes again begins another set (another office's tables)."""
    current: dict[str, Sheet] = {}
    for table in tables:
        if not table.kind:
            continue
        if table.kind in current:
            yield current
            current = {}
        current[table.kind] = sheet(table)
    if current:
        yield current


def body_rows(table: Table) -> Iterator[Row]:
    """The rows that bear a name or an amount."""
    filled = {entry.row.index for entry in table.entries.values() if entry.figure}
    return (row for row in table.rows if row.name or row.code or row.index in filled)


def value_columns(table: Table, side: str = "") -> Iterator[Column]:
    """The columns of one side; all where the table has no sides."""
    return (column for column in table.columns if not side or column.side == side)
