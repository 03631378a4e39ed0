"""Recognised tables (已识别的表): each cell with the row and column concept it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kaocheng.kernel.documents import Cell, Grid, Passage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.units import Unit


@dataclass(frozen=True, slots=True)
class Column:
    """A column (栏): 0-based `index` in the grid, canonical `name`, and the header texts above it."""

    index: int
    name: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row (行), or one side of a two-sided row: 0-based `index`, canonical `name`, 科目 `code`."""

    index: int
    name: str
    code: str = ""
    side: str = ""


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
    unit its amounts are printed in; `entries` by (row index, column index) of the grid.
    """

    kind: str
    title: Passage | None
    unit: Unit | None
    grid: Grid
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    entries: Mapping[tuple[int, int], Entry]
