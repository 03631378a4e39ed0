"""Tables that run over several pages put together again (跨页表)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kaocheng.reading.pdf.shapes import Item, Line, RoughCell, RoughGrid, Sheet

_NEAR = 4.0
_FULL = 0.6
_EDGE = 1.2
_TOTAL = re.compile(r"合\s*计|总\s*计")
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]+[）)、.．]|\d|其中|注")
_MOST_PREAMBLE = 4


@dataclass(slots=True)
class _Chain:
    """A grid that grows from page to page: its first and newest part, and all cells so far."""

    first: RoughGrid
    last: RoughGrid
    preamble: list[str]
    cells: list[RoughCell]
    height: int
    sure: bool
    joined: int = 1

    @property
    def page(self) -> int:
        """The page where it begins."""
        return self.first.page

    def whole(self) -> RoughGrid:
        """The grid as far as it has grown."""
        cells = tuple(sorted(self.cells, key=lambda cell: (cell.row, cell.column)))
        return replace(
            self.first, cells=cells, height=self.height, joined=self.joined, sure=self.sure
        )

    def takes(self, second: RoughGrid, *, headed: bool) -> bool:
        """Whether the next part goes on with this grid; if so it is taken in.

        The header of the part is dropped if it repeats; a `headed` part has a title of its own
        and must repeat it.
        """
        xs = _common(self.first, second)
        if xs is None:
            return False
        if len(xs) != len(self.first.xs):
            self._widen(xs)
        second = _widened(second, xs)
        dropped = _repeated(self.first, second)
        if headed and not dropped:
            return False
        self._append(second, dropped)
        return True

    def _widen(self, xs: tuple[float, ...]) -> None:
        """Take the finer column edges of the next part."""
        coarse = self.first.xs
        self.cells = [_spread(cell, coarse, xs) for cell in self.cells]
        self.first, self.last = _widened(self.first, xs), _widened(self.last, xs)

    def _append(self, second: RoughGrid, dropped: int) -> None:
        shift = self.height - dropped
        cells = [cell for cell in second.cells if cell.row >= dropped]
        rest = {} if dropped else _rest(self.last, second)
        if rest:
            self.cells = [self._mended(cell, rest) for cell in self.cells]
            cells = [cell for cell in cells if cell.row > 0]
            shift -= 1
        self.cells += [replace(cell, row=cell.row + shift) for cell in cells]
        self.height = second.height + shift
        self.last = second
        self.joined += 1
        self.sure = self.sure and second.sure

    def _mended(self, cell: RoughCell, rest: dict[int, tuple[Line, ...]]) -> RoughCell:
        if cell.row + cell.row_span < self.height or cell.column not in rest:
            return cell
        return replace(cell, lines=(*cell.lines, *rest[cell.column]))


def joined(sheets: Sequence[Sheet]) -> list[Item]:
    """All items of all pages in reading order, with split tables as one grid each."""
    out: list[Item | _Chain] = []
    for sheet in sheets:
        above = sheets[sheet.number - 2] if sheet.number > 1 else None
        items = sheet.items[_continued(out, sheet.items, above) :]
        for item in items:
            if not isinstance(item, RoughGrid):
                out.append(item)
            elif not _empty(item):
                out.append(
                    _Chain(item, item, _preamble(out), list(item.cells), item.height, item.sure)
                )
    return [item.whole() if isinstance(item, _Chain) else item for item in out]


def _continued(out: list[Item | _Chain], items: Sequence[Item], above: Sheet | None) -> int:
    """How many items at the top of a page went into the grid at the end of the page above."""
    chain = out[-1] if out else None
    number = next((n for n, item in enumerate(items) if isinstance(item, RoughGrid)), None)
    if not isinstance(chain, _Chain) or above is None or number is None:
        return 0
    grid = items[number]
    if not isinstance(grid, RoughGrid) or chain.last.page != above.number:
        return 0
    if number and not _again(chain, items[:number], above):
        return 0
    return number + 1 if chain.takes(grid, headed=number > 0) else 0


def _again(chain: _Chain, head: Sequence[Item], above: Sheet) -> bool:
    """Whether the lines over a grid only repeat those over its beginning on an earlier page."""
    said = [item.text for item in head if isinstance(item, Line)]
    if len(said) < len(head) or len(said) > _MOST_PREAMBLE or _ended(chain.last):
        return False
    bottom = chain.last.box.bottom / (above.height or 1)
    return bottom >= _FULL and (said == chain.preamble[-len(said) :] or _marked(said))


def _preamble(out: Sequence[Item | _Chain]) -> list[str]:
    """The lines just above a grid, from the same page."""
    texts: list[str] = []
    for item in reversed(out[-_MOST_PREAMBLE:]):
        if not isinstance(item, Line) or item.page != out[-1].page:
            break
        texts.append(item.text)
    return texts[::-1]


def _marked(said: Sequence[str]) -> bool:
    return len(said) <= 2 and any("续表" in text or text.endswith("（续）") for text in said)


def _empty(grid: RoughGrid) -> bool:
    return not any(cell.lines for cell in grid.cells)


def _ended(grid: RoughGrid) -> bool:
    """Whether the last row is a total, after which a table with a title of its own is another."""
    return any(
        _TOTAL.match(cell.text)
        for cell in grid.cells
        if cell.row + cell.row_span == grid.height and cell.row > 0
    )


def _common(first: RoughGrid, second: RoughGrid) -> tuple[float, ...] | None:
    """The finer column edges of two grids, from 0, if one has all edges of the other."""
    one = [x - first.xs[0] for x in first.xs]
    two = [x - second.xs[0] for x in second.xs]
    if not (first.sure or second.sure) and len(one) == len(two):
        return tuple(one)
    fine, coarse = (one, two) if len(one) >= len(two) else (two, one)
    if abs(fine[-1] - coarse[-1]) > _NEAR:
        return None
    if all(min(abs(x - y) for y in fine) <= _NEAR for x in coarse):
        return tuple(fine)
    return None


def _widened(grid: RoughGrid, xs: tuple[float, ...]) -> RoughGrid:
    """The grid on finer column edges, given from 0; its cells span the new columns."""
    if len(xs) == len(grid.xs):
        return grid
    cells = tuple(_spread(cell, grid.xs, xs) for cell in grid.cells)
    return replace(grid, xs=tuple(x + grid.xs[0] for x in xs), cells=cells)


def _spread(cell: RoughCell, coarse: Sequence[float], fine: Sequence[float]) -> RoughCell:
    """A cell between the coarse column edges on the fine ones."""

    def spot(edge: int) -> int:
        at = coarse[edge] - coarse[0]
        return min(range(len(fine)), key=lambda index: abs(fine[index] - at))

    start = spot(cell.column)
    return replace(cell, column=start, column_span=spot(cell.column + cell.column_span) - start)


def _row(grid: RoughGrid, number: int) -> list[tuple[int, int, str]]:
    return [(cell.column, cell.row_span, cell.text) for cell in grid.cells if cell.row == number]


def _repeated(first: RoughGrid, second: RoughGrid) -> int:
    """How many rows at the top of the second repeat the header of the first."""
    count = 0
    while count < min(first.height, second.height - 1) and _row(first, count) == _row(
        second, count
    ):
        count += 1
    while count and any(cell.row < count < cell.row + cell.row_span for cell in second.cells):
        count -= 1
    words = [cell.text for cell in second.cells if cell.row < count]
    return count if any(word and not word[0].isdigit() for word in words) else 0


def _rest(first: RoughGrid, second: RoughGrid) -> dict[int, tuple[Line, ...]]:
    """By column, the lines that a row broken by the page end has on the next page.

    It is proved by the cells: each that goes on filled its last line, does not begin a new item,
    and at least one other cell of the row is filled only before the break. Else nothing.
    """
    top = {cell.column: cell for cell in second.cells if cell.row == 0}
    last = {c.column: c for c in first.cells if c.row + c.row_span == first.height}
    if top.keys() != last.keys() or any(cell.row_span > 1 for cell in top.values()):
        return {}
    going = [column for column, cell in top.items() if cell.lines]
    others = [column for column, cell in last.items() if cell.lines and column not in going]
    if not going or not others or not all(_goes_on(last[at], top[at]) for at in going):
        return {}
    return {at: top[at].lines for at in going}


def _goes_on(before: RoughCell, after: RoughCell) -> bool:
    if not before.lines or _NUMBERED.match(after.text):
        return False
    line = before.lines[-1]
    room = before.box.right - line.box.right
    return room < _EDGE * line.size and before.text[-1] not in "。；"
