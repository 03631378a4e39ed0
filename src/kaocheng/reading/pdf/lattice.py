"""From ruling lines to the cells they enclose (表格线框)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kaocheng.kernel.places import Box
from kaocheng.reading.pdf.rulings import Drawing

Ruling = tuple[float, float, float]
"""Position across, start and end along, in points."""

_NEAR = 3.0
_DOUBLE = 2.0
_OPEN = 10.0
_COVER = 0.6
_MOST = 400
"""More lines in one direction are a hatching, no table."""


@dataclass(frozen=True, slots=True)
class Lattice:
    """A ruled table (线框): edges of columns and rows, and the anchor of every position."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def box(self) -> Box:
        """The outer rectangle."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def spot(self, x: float, y: float) -> tuple[int, int]:
        """The row and column of a point, the nearest one for a point outside."""
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        return row, column

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def spans(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Row and column span of each anchor."""
        far: dict[tuple[int, int], tuple[int, int]] = {}
        for row, anchors in enumerate(self.owner):
            for column, anchor in enumerate(anchors):
                far[anchor] = (row, column)
        return {a: (row - a[0] + 1, column - a[1] + 1) for a, (row, column) in far.items()}


def lattices(drawing: Drawing) -> list[Lattice]:
    """The ruled tables of a page, the smallest first so that a nested one takes its text."""
    level, upright = merged(drawing.level), merged(drawing.upright)
    found = []
    if len(level) <= _MOST and len(upright) <= _MOST:
        for group in _touching(level, upright):
            lattice = _built(*_closed(*group))
            if lattice is not None:
                found.append(lattice)
    return sorted(found, key=lambda one: (one.xs[-1] - one.xs[0]) * (one.ys[-1] - one.ys[0]))


def merged(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Rulings drawn twice, or piece by piece, as one each."""
    groups: list[list[Ruling]] = []
    for ruling in sorted(rulings):
        if groups and ruling[0] - groups[-1][-1][0] <= _DOUBLE:
            groups[-1].append(ruling)
        else:
            groups.append([ruling])
    return [line for group in groups for line in _chained(group)]


def _chained(group: list[Ruling]) -> list[Ruling]:
    out: list[list[float]] = []
    for at, start, end in sorted(group, key=lambda ruling: ruling[1]):
        if out and start <= out[-1][2] + _NEAR:
            out[-1][2] = max(out[-1][2], end)
        else:
            out.append([at, start, end])
    return [(at, start, end) for at, start, end in out]


def _touching(
    level: Sequence[Ruling], upright: Sequence[Ruling]
) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Lines that cross or meet, group by group."""
    parent = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, (y, left, right) in enumerate(level):
        for j, (x, top, bottom) in enumerate(upright, len(level)):
            if left - _NEAR <= x <= right + _NEAR and top - _NEAR <= y <= bottom + _NEAR:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for index, ruling in enumerate((*level, *upright)):
        groups.setdefault(root(index), ([], []))[index >= len(level)].append(ruling)
    return list(groups.values())


def _closed(level: list[Ruling], upright: list[Ruling]) -> tuple[list[Ruling], list[Ruling]]:
    """With the outer sides that the producer left open, where lines run on past the last one."""
    if len(level) < 2 or not upright:
        return level, upright
    return level + _ends(level, upright), upright + _ends(upright, level)


def _ends(lines: list[Ruling], across: list[Ruling]) -> list[Ruling]:
    """Sides parallel to `lines` where the lines `across` them run on without meeting one."""
    low, high = min(line[0] for line in lines), max(line[0] for line in lines)
    start, end = min(line[1] for line in lines), max(line[2] for line in lines)
    first, last = min(line[1] for line in across), max(line[2] for line in across)
    sides = []
    if first < low - _OPEN and sum(line[1] < first + _NEAR for line in across) >= 2:
        sides.append((first, start, end))
    if last > high + _OPEN and sum(line[2] > last - _NEAR for line in across) >= 2:
        sides.append((last, start, end))
    return sides


def _built(level: list[Ruling], upright: list[Ruling]) -> Lattice | None:
    xs, ys = _positions(upright), _positions(level)
    if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2):
        return None
    right = _edges(xs, ys, upright)
    below = _edges(ys, xs, level)
    return Lattice(xs, ys, _Edges(len(ys) - 1, len(xs) - 1, right, below).owners())


def _positions(rulings: Sequence[Ruling]) -> tuple[float, ...]:
    """Where the lines stand; lines at nearly the same place are one edge."""
    groups: list[list[float]] = []
    for at in sorted(ruling[0] for ruling in rulings):
        if groups and at - groups[-1][0] <= _NEAR:
            groups[-1].append(at)
        else:
            groups.append([at])
    return tuple(sum(group) / len(group) for group in groups)


def _edges(
    across: Sequence[float], along: Sequence[float], rulings: Sequence[Ruling]
) -> set[tuple[int, int]]:
    """Pairs (edge number, cell number along it) where a line really stands."""
    drawn: set[tuple[int, int]] = set()
    for edge, at in enumerate(across):
        pieces = [ruling for ruling in rulings if -_NEAR <= ruling[0] - at <= _NEAR]
        for cell in range(len(along) - 1):
            low, high = along[cell], along[cell + 1]
            covered = sum(max(min(high, b) - max(low, a), 0) for _, a, b in pieces)
            if covered >= _COVER * (high - low):
                drawn.add((edge, cell))
    return drawn


@dataclass(frozen=True, slots=True)
class _Edges:
    """Which sides of the positions are drawn: `right` and `below` hold (edge, cell along it)."""

    height: int
    width: int
    right: set[tuple[int, int]]
    below: set[tuple[int, int]]

    def owners(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """The anchor of each position: a cell grows right, then down, until a line stops it."""
        owner: list[list[tuple[int, int] | None]] = [[None] * self.width for _ in self._rows()]
        for row in self._rows():
            for column in range(self.width):
                if owner[row][column] is None:
                    end = column + 1
                    while end < self.width and self._joins(owner[row][end], end, row):
                        end += 1
                    last = row + 1
                    while last < self.height and self._reaches(last, column, end):
                        last += 1
                    for line in owner[row:last]:
                        line[column:end] = [(row, column)] * (end - column)
        return tuple(tuple(anchor or (0, 0) for anchor in line) for line in owner)

    def _rows(self) -> range:
        return range(self.height)

    def _joins(self, taken: tuple[int, int] | None, edge: int, row: int) -> bool:
        return taken is None and (edge, row) not in self.right

    def _reaches(self, row: int, left: int, end: int) -> bool:
        """Whether the cell above goes on in this row: no line above it or inside, its own width."""
        return (
            all((row, column) not in self.below for column in range(left, end))
            and all((edge, row) not in self.right for edge in range(left + 1, end))
            and (left == 0 or (left, row) in self.right)
            and (end == self.width or (end, row) in self.right)
        )
