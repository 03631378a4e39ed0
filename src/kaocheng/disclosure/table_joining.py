"""Tables that go on (续表): grids that follow each other without a title are one table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from kaocheng.editions.labels import squeezed
from kaocheng.kernel.documents import Block, Cell, Grid, Paragraph

_DEEPEST = 6
_NAMED = 2
_GOES_ON = re.compile(r"（?续上?表\d*）?")
_AMOUNT = re.compile(r"\d\.\d")


def joined_blocks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with every grid that only goes on appended to the grid it continues."""
    made: list[Block] = []
    for block in map(_headed_once, blocks):
        last = _last_grid(made)
        if isinstance(block, Grid) and last is not None:
            grid = made[last]
            said = any(map(_says_so, made[last + 1 :]))
            if isinstance(grid, Grid) and _continues(grid, block, said=said):
                made[last] = _joined(grid, block)
                continue
        made.append(block)
    return tuple(made)


def _last_grid(made: Sequence[Block]) -> int | None:
    """The grid right before, with nothing in between but page headers and footers, or 续表."""
    for index in range(len(made) - 1, -1, -1):
        block = made[index]
        if isinstance(block, Grid):
            return index
        aside = isinstance(block, Paragraph) and block.role in {"header", "footer"}
        if not aside and not _says_so(block):
            return None
    return None


def _says_so(block: Block) -> bool:
    """Whether a line says that the table above goes on."""
    return isinstance(block, Paragraph) and bool(_GOES_ON.fullmatch(squeezed(block.text)))


def _continues(first: Grid, second: Grid, *, said: bool) -> bool:
    if first.width != second.width or first.place.sheet != second.place.sheet:
        return False
    return (said or first.place.page is not None) and _repeated(first, second) > 0


def _repeated(first: Grid, second: Grid) -> int:
    """How many rows at the top of `second` repeat the header of `first`."""
    for start in range(min(3, first.height)):
        pairs = zip(first.rows[start : start + _DEEPEST], second.rows, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: _words(pair[0]) == _words(pair[1]), pairs))
        if same and any(_words(second.rows[0])):
            return same
    return 0


def _words(row: Sequence[Cell]) -> list[str]:
    return [squeezed(cell.text) for cell in row]


def _joined(first: Grid, second: Grid) -> Grid:
    skip = _repeated(first, second)
    shift = first.height - skip
    moved: dict[int, Cell] = {}
    rows = []
    for row in second.rows[skip:]:
        for cell in row:
            moved.setdefault(id(cell), replace(cell, row=max(cell.row, skip) + shift))
        rows.append(tuple(moved[id(cell)] for cell in row))
    return replace(first, rows=first.rows + tuple(rows), joined=first.joined + second.joined)


def _headed_once(block: Block) -> Block:
    """A grid without the heads that a page break repeated between its rows."""
    if not isinstance(block, Grid):
        return block
    head = _head(block)
    again = _again(block, head) if head else set()
    if not again:
        return block
    kept = [row for number, row in enumerate(block.rows) if number not in again]
    at = {id(cell): number for number, row in reversed(list(enumerate(kept))) for cell in row}
    moved = {id(c): replace(c, row=at[id(c)]) for row in kept for c in row}
    return replace(block, rows=tuple(tuple(moved[id(c)] for c in row) for row in kept))


def _head(grid: Grid) -> list[list[str]]:
    """The rows above the first amount, [] where they are too many or do not name columns."""
    told = [_words(row) for row in grid.rows[: _DEEPEST + 1]]
    head = list(takewhile(lambda row: not any(map(_AMOUNT.search, row)), told))
    naming = any(len(set(filter(None, row))) >= _NAMED for row in head[:1])
    return head if naming and len(head) <= _DEEPEST and len(head) < len(told) else []


def _again(grid: Grid, head: list[list[str]]) -> set[int]:
    """The rows further down that repeat the whole head."""
    told = [_words(row) for row in grid.rows]
    starts = [at for at in range(len(head), grid.height) if told[at : at + len(head)] == head]
    return {at + step for at in starts for step in range(len(head))}
