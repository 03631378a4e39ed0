"""Tables that run over several pages put together again (跨页表)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kaocheng.reading.pdf.shapes import Item, Line, RoughCell, RoughGrid, Sheet

_NEAR = 4.0
_FULL = 0.6
_EDGE = 1.2
_TOTAL = re.compile(r"合\s*计|总\s*计")
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]+[）)、.．]|\d|其中|注")
_MOST_PREAMBLE = 4


def joined(sheets: Sequence[Sheet]) -> list[Item]:
    """All items of all pages in reading order, with split tables as one grid each."""
    out: list[Item] = []
    preambles: dict[int, list[str]] = {}
    for sheet in sheets:
        items = list(sheet.items)
        while items:
            item = items.pop(0)
            whole = _continued(out, item, items, sheets, preambles)
            if whole is not None:
                skipped, grid = whole
                out[-1] = grid
                del items[:skipped]
            elif not (isinstance(item, RoughGrid) and _empty(item)):
                if isinstance(item, RoughGrid):
                    preambles[len(out)] = _preamble(out)
                out.append(item)
    return out


def _continued(
    out: list[Item],
    item: Item,
    rest: Sequence[Item],
    sheets: Sequence[Sheet],
    preambles: dict[int, list[str]],
) -> tuple[int, RoughGrid] | None:
    """The grid at the end of `out` joined with the one that begins this page, if it goes on."""
    last = out[-1] if out else None
    if not isinstance(last, RoughGrid) or last.cells[-1].page != _page(item) - 1:
        return None
    if isinstance(item, RoughGrid):
        grid = _one(last, item, headed=False)
        return None if grid is None else (0, grid)
    skipped = next((n for n, one in enumerate(rest) if isinstance(one, RoughGrid)), None)
    if skipped is None or skipped >= _MOST_PREAMBLE:
        return None
    head = [item, *rest[:skipped]]
    said = [line.text for line in head if isinstance(line, Line)]
    bottom = last.cells[-1].box.bottom / (sheets[last.cells[-1].page - 1].height or 1)
    again = said == preambles.get(len(out) - 1, [])[-len(said) :] or _marked(said)
    if len(said) < len(head) or not again or bottom < _FULL or _ended(last):
        return None
    follower = rest[skipped]
    grid = _one(last, follower, headed=True) if isinstance(follower, RoughGrid) else None
    return None if grid is None else (skipped + 1, grid)


def _page(item: Item) -> int:
    return item.page


def _preamble(out: Sequence[Item]) -> list[str]:
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


def _one(first: RoughGrid, second: RoughGrid, *, headed: bool) -> RoughGrid | None:
    """Both as one, the header of the second dropped if it repeats; None if they do not fit."""
    xs = _common(first, second)
    if xs is None or first.sure != second.sure:
        return None
    first, second = _widened(first, xs, first.xs[0]), _widened(second, xs, second.xs[0])
    dropped = _repeated(first, second)
    if headed and not dropped:
        return None
    cells = [cell for cell in second.cells if cell.row >= dropped]
    shift = first.height - dropped
    kept = list(first.cells)
    if not dropped and (mended := _mended(first, second)) is not None:
        kept, cells = mended
        shift -= 1
    moved = [replace(cell, row=cell.row + shift) for cell in cells]
    return replace(
        first,
        cells=tuple(sorted((*kept, *moved), key=lambda cell: (cell.row, cell.column))),
        height=second.height + shift,
        joined=first.joined + 1,
    )


def _common(first: RoughGrid, second: RoughGrid) -> tuple[float, ...] | None:
    """The finer column edges of two grids, from 0, if one has all edges of the other."""
    one = [x - first.xs[0] for x in first.xs]
    two = [x - second.xs[0] for x in second.xs]
    if not first.sure and len(one) == len(two):
        return tuple(one)
    fine, coarse = (one, two) if len(one) >= len(two) else (two, one)
    if abs(fine[-1] - coarse[-1]) > _NEAR:
        return None
    if all(min(abs(x - y) for y in fine) <= _NEAR for x in coarse):
        return tuple(fine)
    return None


def _widened(grid: RoughGrid, xs: tuple[float, ...], left: float) -> RoughGrid:
    """The grid on finer column edges; its cells span the new columns."""
    if len(xs) == len(grid.xs):
        return grid
    spot = [min(range(len(xs)), key=lambda i: abs(xs[i] - (x - left))) for x in grid.xs]
    cells = tuple(
        replace(
            cell,
            column=spot[cell.column],
            column_span=spot[cell.column + cell.column_span] - spot[cell.column],
        )
        for cell in grid.cells
    )
    return replace(grid, xs=tuple(x + left for x in xs), cells=cells)


def _row(grid: RoughGrid, number: int) -> list[tuple[int, int, str]]:
    return [
        (cell.column, cell.row_span, cell.text) for cell in grid.cells if cell.row == number
    ]


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


def _mended(
    first: RoughGrid, second: RoughGrid
) -> tuple[list[RoughCell], list[RoughCell]] | None:
    """Cells of both where a row was broken by the page end, its rest put back; else None.

    It is proved by the cells: each that goes on filled its last line, does not begin a new item,
    and at least one other cell of the row is filled only before the break.
    """
    top = {cell.column: cell for cell in second.cells if cell.row == 0}
    last = {cell.column: cell for cell in first.cells if cell.row == first.height - 1}
    if top.keys() != last.keys() or any(cell.row_span > 1 for cell in (*top.values(),)):
        return None
    going = [column for column, cell in top.items() if cell.lines]
    others = [column for column, cell in last.items() if cell.lines and column not in going]
    if not going or not others or not all(_goes_on(last[at], top[at]) for at in going):
        return None
    kept = [cell for cell in first.cells if last.get(cell.column) is not cell]
    whole = [replace(cell, lines=(*cell.lines, *top[at].lines)) for at, cell in last.items()]
    return kept + whole, [cell for cell in second.cells if cell.row > 0]


def _goes_on(before: RoughCell, after: RoughCell) -> bool:
    if not before.lines or _NUMBERED.match(after.text):
        return False
    line = before.lines[-1]
    room = before.box.right - line.box.right
    return room < _EDGE * line.size and before.text[-1] not in "。；"
