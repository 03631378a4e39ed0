"""Recognised tables (已识别的表): each cell with the row and column concept it stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from kaocheng.disclosure.table_captions import Caption, caption, plain_title
from kaocheng.disclosure.table_forms import Fitting, fit, row_names
from kaocheng.disclosure.table_headers import Header, header, heading
from kaocheng.disclosure.table_joining import joined_blocks
from kaocheng.disclosure.table_shapes import Line, Strip, lines, name_in, strips
from kaocheng.disclosure.table_units import column_unit, row_unit
from kaocheng.editions.labels import bare
from kaocheng.editions.loading import Form, FormColumn
from kaocheng.kernel.documents import Cell, Document, Grid, Paragraph, Passage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.numerals import read_number
from kaocheng.kernel.units import MONEY, Unit

# amounts whose unit is not printed can be added to each other, but not compared with others
UNSTATED = Unit("", "unstated", Decimal(10_000))
WIDEST = 200
"""A table with more columns is data, not print: how its columns may be computed is not guessed."""
_FURNITURE = frozenset({"header", "footer"})
_TOTALS = frozenset({"合计", "总计", "支出合计", "收入合计", "本年支出合计", "本年收入合计"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column (栏): 0-based `index` in the grid, canonical `name`, and the header texts above it.

    `known` tells whether the form names it; `side` is 收入 or 支出 in a two-sided table; `strip`
    counts the groups of columns that stand side by side.
    """

    index: int
    name: str
    path: tuple[str, ...]
    side: str = ""
    strip: int = 0
    known: bool = False
    phase: str = ""
    fund: str = ""

    @property
    def heading(self) -> str:
        """The lowest header text as printed, else the canonical name."""
        return "".join(self.path[-1:] or (self.name,)).strip()


@dataclass(frozen=True, slots=True)
class Row:
    """A row (行), or one side of a two-sided row: 0-based `index`, canonical `name`, 科目 `code`.

    `label` is the cell that names it; `subject` the 科目 name printed beside the code, in
    `subject_cell`; `group` the group of rows it belongs to in its form; `total` tells a 合计 row.
    """

    index: int
    name: str
    code: str = ""
    side: str = ""
    strip: int = 0
    label: Cell | None = None
    subject: str = ""
    subject_cell: Cell | None = None
    group: str = ""
    total: bool = False
    known: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One value cell: its row, column, cell, and its figure (None when blank or "—")."""

    row: Row
    column: Column
    cell: Cell
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Table:
    """A grid whose meaning is known, or partly known (`kind` is "" for a table nobody described).

    `kind` is a form's identifier such as "income_and_expenditure"; `title` as printed; `unit` the
    unit its amounts are printed in; `entries` by (row index, column index) of the grid; `body` is
    the first row under the header; `year` the year in the title; `unit_line` tells the unit, and
    `misprinted` is what it says where every other table shows that `unit` is meant; `last` tells
    that nothing stands behind the table, so that the file may break off in it.
    """

    kind: str
    title: Passage | None
    unit: Unit | None
    grid: Grid
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    entries: Mapping[tuple[int, int], Entry]
    form: Form | None = None
    body: int = 0
    year: int | None = None
    unit_line: Passage | None = None
    misprinted: Unit | None = None
    last: bool = False

    @property
    def name(self) -> str:
        """The official name of the form, else the printed title, else 表 and its number."""
        if self.form:
            return self.form.name
        return self.title.text.strip() if self.title else f"表{self.grid.place.table or ''}"


def tables(document: Document) -> tuple[Table, ...]:
    """Every grid of the document with what its rows, columns and cells mean, in reading order."""
    blocks = joined_blocks(document.blocks)
    shown = [b for b in blocks if not (isinstance(b, Paragraph) and b.role in _FURNITURE)]
    return tuple(
        replace(_table(block, caption(blocks, index)), last=block is shown[-1])
        for index, block in enumerate(blocks)
        if isinstance(block, Grid)
    )


def _table(grid: Grid, above: Caption) -> Table:
    head = header(grid, above.rows)
    parts = strips(grid, head)
    found = list(lines(grid, head, parts))
    fitting = fit(above.forms, plain_title(above.title.text) if above.title else "", head, parts)
    columns = _columns(head, parts, fitting)
    rows = _rows(found, fitting)
    unit = above.unit or _default_unit(fitting.form)
    entries = _entries(found, rows, columns, unit, above.year)
    return Table(
        kind=fitting.form.kind if fitting.form else "",
        title=above.title,
        unit=unit,
        grid=grid,
        rows=tuple(rows),
        columns=tuple(columns.values()),
        entries=MappingProxyType(entries),
        form=fitting.form,
        body=head.body,
        year=above.year,
        unit_line=above.unit_line,
    )


def _default_unit(form: Form | None) -> Unit | None:
    return MONEY[form.unit] if form and form.unit else None


def _columns(head: Header, parts: Sequence[Strip], fitting: Fitting) -> dict[int, Column]:
    found: dict[int, Column] = {}
    for number, strip in enumerate(parts):
        for index in strip.values:
            found[index] = _column(index, heading(head, index), number, fitting)
    return found


def _column(index: int, path: tuple[str, ...], strip: int, fitting: Fitting) -> Column:
    known = fitting.columns.get(index)
    form = fitting.form
    named = known or FormColumn("/".join(path))
    return Column(
        index=index,
        name=named.name,
        path=path,
        side=fitting.sides[strip],
        strip=strip,
        known=known is not None,
        phase=named.phase or (form.phase if form else ""),
        fund=named.fund or (form.fund if form else ""),
    )


def _rows(found: Sequence[Line], fitting: Fitting) -> list[Row]:
    names = row_names(fitting.form, found, fitting.sides)
    rows = []
    for number, line in enumerate(found):
        known = names.get(number)
        plain = bare(line.name)
        rows.append(
            Row(
                index=line.row,
                name=known.name if known else plain,
                code=line.code or (known.code if known else ""),
                side=fitting.sides[line.strip],
                strip=line.strip,
                label=line.label,
                subject=name_in(line.subject) if line.subject else "",
                subject_cell=line.subject,
                group=known.group if known else "",
                total=known is None and not line.code and plain in _TOTALS,
                known=known is not None,
            )
        )
    return rows


def _entries(
    found: Sequence[Line],
    rows: Sequence[Row],
    columns: Mapping[int, Column],
    unit: Unit | None,
    year: int | None,
) -> dict[tuple[int, int], Entry]:
    made: dict[tuple[int, int], Entry] = {}
    for line, row in zip(found, rows, strict=True):
        counted = row_unit(line.name) or unit or UNSTATED
        for index, cell in line.values:
            column = columns[index]
            own = None if column.known else column_unit(column.heading)
            figure = _figure(row, column, cell, own or counted, year)
            made[line.row, index] = Entry(row, columns[index], cell, figure)
    return made


def _figure(row: Row, column: Column, cell: Cell, unit: Unit, year: int | None) -> Figure | None:
    number = read_number(cell.text.rstrip("%％ ") if unit.is_ratio else cell.text)
    if number is None:
        return None
    return Figure(
        name=" / ".join(part for part in (row.name, column.name) if part),
        value=number.value,
        unit=unit,
        decimals=number.decimals,
        text=cell.text,
        place=cell.place,
        phase=column.phase,
        year=year,
        fund=column.fund,
        code=row.code,
    )
