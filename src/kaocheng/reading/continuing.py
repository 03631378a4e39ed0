"""Tables that go on to the right (续表): parts under one another, put side by side again.

A table too wide for its page is printed in parts, the columns that name its rows on each. Under a
title that says 续表, a part with the rows of the one before belongs at its right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kaocheng.kernel.documents import Block, Cell, Grid, Paragraph, passage

MARK = "续表"
_FURNITURE = frozenset({"header", "footer"})
_MOST_LINES = 6
_ALIKE = 0.8


def put_together(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with the parts of each table as one grid.

    The lines between two parts follow the grid as page furniture, and so does what a part names
    otherwise than the first, so that no difference is lost.
    """
    made: list[Block] = []
    for block in blocks:
        at = _before(made) if isinstance(block, Grid) else None
        first = None if at is None else made[at]
        if isinstance(block, Grid) and isinstance(first, Grid) and (stub := _stub(first, block)):
            between = [
                replace(line, role="header") for line in made[at:] if isinstance(line, Paragraph)
            ]
            made[at:] = [_beside(first, block, stub), *between, *_otherwise(first, block, stub)]
        else:
            made.append(block)
    return tuple(made)


def _before(made: Sequence[Block]) -> int | None:
    """Where the grid stands that a part below the last lines may go on, if they say so."""
    at = next((n for n in reversed(range(len(made))) if not isinstance(made[n], Paragraph)), None)
    if at is None or not isinstance(made[at], Grid):
        return None
    lines = [line for line in made[at:] if isinstance(line, Paragraph)]
    own = [line.text for line in lines if line.role not in _FURNITURE and line.text.strip()]
    return at if len(own) <= _MOST_LINES and any(MARK in text for text in own) else None


def _stub(first: Grid, second: Grid) -> int:
    """How many columns at the left of a part repeat those of the table (主栏), 0 if it is another."""
    if first.height != second.height:
        return 0
    columns = min(first.width, second.width) - 1
    same = (column for column in range(columns) if not _alike(first, second, column))
    stub = next(same, columns)
    cut = any(row[stub].column < stub for grid in (first, second) for row in grid.rows)
    return 0 if cut else stub


def _alike(first: Grid, second: Grid, column: int) -> bool:
    """Whether a column says the same in both; one that is nearly blank tells nothing."""
    pairs = [
        (_said(a[column]), _said(b[column])) for a, b in zip(first.rows, second.rows, strict=True)
    ]
    told = [(one, two) for one, two in pairs if one or two]
    return bool(told) and sum(one == two for one, two in told) >= _ALIKE * len(told)


def _said(cell: Cell) -> str:
    return "".join(cell.text.split())


def _beside(first: Grid, second: Grid, stub: int) -> Grid:
    """Both as one grid; the head of a group of columns that was cut through is one cell again."""
    changed: dict[int, Cell] = {}
    for cell in second.cells():
        if cell.column >= stub:
            changed[id(cell)] = replace(cell, column=cell.column - stub + first.width)
    for one, two in zip(first.rows, second.rows, strict=True):
        if _is_one(one[-1], two[stub]):
            wide = one[-1].column_span + two[stub].column_span
            changed[id(two[stub])] = changed[id(one[-1])] = replace(one[-1], column_span=wide)
    rows = (
        tuple(changed.get(id(cell), cell) for cell in (*one, *two[stub:]))
        for one, two in zip(first.rows, second.rows, strict=True)
    )
    return replace(
        first,
        rows=tuple(rows),
        joined=first.joined + second.joined,
        sure=first.sure and second.sure,
    )


def _is_one(left: Cell, right: Cell) -> bool:
    """Whether two cells at a cut are one: both begin and end together and the words are the same."""
    spans = (left.row, left.row_span) == (right.row, right.row_span)
    return (
        spans
        and left.column_span + right.column_span > 2
        and bool(_said(left))
        and _said(left) == _said(right)
    )


def _otherwise(first: Grid, second: Grid, stub: int) -> Iterator[Paragraph]:
    """What a part names otherwise than the table, each at its own place."""
    for cell in second.cells():
        if cell.column < stub and _said(cell) != _said(first.rows[cell.row][cell.column]):
            content = cell.content if cell.text.strip() else passage(MARK, cell.place)
            yield Paragraph(content, role="header")
