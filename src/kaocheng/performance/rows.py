"""Rows of forms (表行): grids that belong together joined, several forms in one grid parted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kaocheng.kernel.documents import Cell, Document, Grid
from kaocheng.kernel.numerals import is_blank, read_number
from kaocheng.performance.labels import columns, is_label, stem

Row = tuple[Cell, ...]
_CLOSING = ("total", "conclusion", "problems", "measures")


@dataclass(frozen=True, slots=True)
class Stack:
    """Rows that make one form, and the grid it begins in."""

    grid: Grid
    rows: tuple[Row, ...]


def filled(row: Row) -> list[Cell]:
    """The cells of a row that say something, each merged cell once."""
    cells: list[Cell] = []
    for cell in row:
        if not is_blank(cell.text) and (not cells or cells[-1] is not cell):
            cells.append(cell)
    return cells


def at(row: Row, index: int | None) -> Cell | None:
    """The cell in that column, None where the row is shorter or the form has no such column."""
    return row[index] if index is not None and 0 <= index < len(row) else None


def opens(row: Row) -> bool:
    """Whether a row begins a form: its first words are 项目名称 or the like."""
    return any(is_label(cell, "field", "name") for cell in filled(row)[:1])


def indicator_columns(row: Row) -> dict[str, int] | None:
    """The columns of an indicator table when the row is its header, else None."""
    found = columns(row, "indicator")
    if "target" not in found and "revised" in found:
        found["target"] = found["revised"]
    if "target" not in found or "name" not in found or len(found) < 3:
        return None
    later = [i for i, cell in enumerate(row) if i > found["target"] and _is_actual(cell)]
    found = {k: i for k, i in found.items() if k != "actual"} | (
        {"actual": later[0]} if later else {}
    )
    third = [i for i, cell in enumerate(row) if cell.text.strip().startswith("三级")]
    # beside a column of that very name, 绩效指标 is the box that the whole table stands in
    third = third or [i for i, cell in enumerate(row) if stem(cell.text) == "指标名称"]
    return found | ({"name": third[0]} if third else {})


def _is_actual(cell: Cell) -> bool:
    return is_label(cell, "indicator", "actual")


def stacks(document: Document) -> Iterator[Stack]:
    """Every form of the document: split where a name box opens one, joined over broken grids."""
    pending: list[Stack] = []
    previous_is_grid = False
    for block in document.blocks:
        if isinstance(block, Grid):
            parts = list(_parts(block))
            if previous_is_grid and pending and parts and _continues(pending[-1], parts[0]):
                head = pending.pop()
                pending.append(Stack(head.grid, head.rows + parts.pop(0).rows))
            pending.extend(parts)
        previous_is_grid = isinstance(block, Grid)
    yield from pending


def _parts(grid: Grid) -> Iterator[Stack]:
    starts = [i for i, row in enumerate(grid.rows) if opens(row)]
    edges = sorted({0, *starts, grid.height})
    for low, high in pairwise(edges):
        yield Stack(grid, grid.rows[low:high])


def _continues(head: Stack, tail: Stack) -> bool:
    """Whether the next grid carries on the form: its indicator table, or more rows of it."""
    if opens(tail.rows[0]):
        return False
    if any(indicator_columns(row) for row in tail.rows[:3]):
        return opens(head.rows[0]) and not _has_indicators(head)
    columns_of = next((c for row in head.rows if (c := indicator_columns(row))), None)
    same_width = abs(len(head.rows[-1]) - len(tail.rows[0])) <= 1
    if columns_of is None or not same_width or _is_closed(head):
        return False
    scored = [columns_of[c] for c in ("weight", "score") if c in columns_of]
    return any(_is_number(at(tail.rows[0], index)) for index in scored)


def _is_closed(stack: Stack) -> bool:
    """Whether the sum below the indicators has been reached."""
    first = [cells[0] for row in stack.rows if (cells := filled(row))]
    return any(is_label(cell, "field", concept) for cell in first[-3:] for concept in _CLOSING)


def _is_number(cell: Cell | None) -> bool:
    return cell is not None and read_number(cell.text) is not None


def _has_indicators(stack: Stack) -> bool:
    return any(indicator_columns(row) for row in stack.rows)
