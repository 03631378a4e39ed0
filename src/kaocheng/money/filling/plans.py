"""Rows times columns (行列取数): each cell of a table worked out from what its row and column take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kaocheng.editions.layouts import PrintedColumn
from kaocheng.editions.takes import NOTHING, Take
from kaocheng.kernel.figures import Figure
from kaocheng.money.books import Books, combined

EVERY = "*"
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A row to be worked out (行): unique `name`, one take or one for each column.

    `label` is what is printed; `code` its 科目; `item` marks the rows that "*" adds up.
    """

    name: str
    takes: tuple[Take, ...]
    label: str = ""
    code: str = ""
    item: bool = False
    total: bool = False

    def take(self, column: int) -> Take:
        """What the row takes in that column."""
        return self.takes[column] if len(self.takes) > 1 else self.takes[0]


@dataclass(frozen=True, slots=True)
class Value:
    """A cell worked out: its exact figure, or the words it holds, and the cells it is the sum of."""

    figure: Figure | None = None
    text: str = ""
    parts: tuple[tuple[int, Spot], ...] = ()


@dataclass(slots=True)
class Plan:
    """The lines and columns of one table, or of one side of it, over the books."""

    books: Books
    lines: Sequence[Line]
    columns: Sequence[PrintedColumn]
    base: Take = NOTHING
    _values: dict[Spot, Value] = field(default_factory=dict)
    _rows: dict[str, int] = field(default_factory=dict)
    _columns: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._rows = {line.name: index for index, line in enumerate(self.lines)}
        self._columns = {column.name: index for index, column in enumerate(self.columns)}

    def value(self, row: int, column: int) -> Value:
        """The cell of that row and column; raises KeyError where a sum names an unknown part."""
        known = self._values.get((row, column))
        if known is None:
            known = self._values[row, column] = self._made(row, column)
        return known

    def nil(self) -> bool:
        """Whether no cell has an amount."""
        return not any(
            (figure := self.value(row, column).figure) is not None and figure.value
            for row in range(len(self.lines))
            for column in range(len(self.columns))
        )

    def _made(self, row: int, column: int) -> Value:
        down, across = self.lines[row].take(column), self.columns[column].take
        if down.text is not None:
            return Value(text=down.text)
        if down.parts:
            return self._sum(
                row, column, [(s, (r, column)) for s, n in down.parts for r in self._at(n)]
            )
        if across.text is not None:
            return Value(text=across.text)
        if across.parts:
            found = [(sign, (row, self._columns[name])) for sign, name in across.parts]
            return self._sum(row, column, found)
        return Value(self.books.figure(down.over(across.over(self.base)), self._name(row, column)))

    def _at(self, name: str) -> list[int]:
        """The rows that a part of a sum names."""
        if name == EVERY:
            return [index for index, line in enumerate(self.lines) if line.item]
        return [self._rows[name]]

    def _sum(self, row: int, column: int, parts: Sequence[tuple[int, Spot]]) -> Value:
        found = [(sign, spot, self.value(*spot).figure) for sign, spot in parts]
        filled = [(sign, spot, figure) for sign, spot, figure in found if figure is not None]
        if not filled:
            return Value()
        figure = combined(self._name(row, column), [(s, f) for s, _, f in filled])
        return Value(figure, "", tuple((sign, spot) for sign, spot, _ in filled))

    def _name(self, row: int, column: int) -> str:
        """The row and the column in words; a code speaks by the 科目 name beside it."""
        line, heading = self.lines[row], self.columns[column]
        said = heading.name if not heading.name[:1].isdigit() else "/".join(heading.path)
        named = line.label if line.name[:1].isdigit() else line.name
        return " / ".join(part for part in (named, said) if part)
