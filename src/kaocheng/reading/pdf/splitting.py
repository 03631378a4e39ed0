"""Rows that no ruling parts (无横线的行): a ruled row of stacked figures is as many rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kaocheng.kernel.places import Box
from kaocheng.reading.pdf.shapes import Line, RoughCell, RoughGrid

_FIGURE = re.compile(r"[-－+]?[\d,，]*\d\.\d+\s*[%％]?|[-－—]")
_LEVEL = 0.5
_COLUMNS = 2


def split(grid: RoughGrid) -> RoughGrid:
    """The grid with such rows parted; it is then no longer `sure`."""
    if sum(len(cell.lines) > 1 and _stacked(cell) for cell in grid.cells) < _COLUMNS:
        return grid
    cells: list[RoughCell] = []
    shift = 0
    for row in range(grid.height):
        inside = [cell for cell in grid.cells if cell.row == row]
        levels = _levels(grid, inside, row)
        for cell in inside:
            moved = replace(cell, row=row + shift)
            cells += _parted(moved, levels) if levels else [moved]
        shift += max(len(levels) - 1, 0)
    if not shift:
        return grid
    return replace(grid, cells=tuple(cells), height=grid.height + shift, sure=False)


def _levels(grid: RoughGrid, inside: Sequence[RoughCell], row: int) -> list[float]:
    """The heights of the rows hidden in one: where figures of two columns stand level."""
    stacks = [cell.lines for cell in inside if len(cell.lines) > 1 and _stacked(cell)]
    if len(stacks) < _COLUMNS or any(
        cell.row_span > 1 and cell.row <= row < cell.row + cell.row_span for cell in grid.cells
    ):
        return []
    longest = max(stacks, key=len)
    levels = [line.middle for line in longest]
    level = all(
        min(abs(line.middle - at) for at in levels) <= _LEVEL * line.size
        for lines in stacks
        for line in lines
    )
    return levels if level else []


def _stacked(cell: RoughCell) -> bool:
    return all(_FIGURE.fullmatch(line.text) for line in cell.lines)


def _parted(cell: RoughCell, levels: Sequence[float]) -> list[RoughCell]:
    """One cell as a column of cells, each line in the row it stands nearest to."""
    inside: list[list[Line]] = [[] for _ in levels]
    for line in cell.lines:
        nearest = min(range(len(levels)), key=lambda at: abs(levels[at] - line.middle))
        inside[nearest].append(line)
    edges = [(a + b) / 2 for a, b in pairwise(levels)]
    tops, bottoms = [cell.box.top, *edges], [*edges, cell.box.bottom]
    return [
        replace(
            cell,
            row=cell.row + number,
            lines=tuple(lines),
            box=Box(cell.box.left, tops[number], cell.box.right, bottoms[number]),
        )
        for number, lines in enumerate(inside)
    ]
