"""Tables without ruling lines (无线表): rows of pieces that stand one under another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kaocheng.kernel.places import Box
from kaocheng.reading.pdf.shapes import Item, Line, RoughCell, RoughGrid, Segment

_ROWS = 3
_SPANNING = 0.26
_GAP = 0.5
_PITCH = 3.5
_AMOUNT = re.compile(r"[-－—]|[-－+]?[\d,，]+(\.\d+)?\s*[%％]?")
_CAPTION = re.compile(r"(金额)?单位[:：]|编制|填报|公开|注[:：]|表\s*\d")
_LEADER = re.compile(r"[.．…·]{3,}")
_SMALL = 3


def with_grids(items: Sequence[Item]) -> list[Item]:
    """The items with runs of aligned lines turned into grids that are not `sure`."""
    out: list[Item] = []
    index = 0
    while index < len(items):
        end = _run(items, index)
        block = [item for item in items[index:end] if isinstance(item, Line)]
        grid = _grid(block) if len(block) >= _ROWS else None
        if grid is not None:
            out.append(grid)
            index = end
        else:
            stop = max(end, index + 1)
            out.extend(items[index:stop])
            index = stop
    return out


def _run(items: Sequence[Item], start: int) -> int:
    """The end of the lines from `start` on that may be rows of one table."""
    end = start
    while end < len(items) and _row(items[end]) and (end == start or _near(items, end)):
        end += 1
        if end + 1 < len(items) and _single(items[end]) and _row(items[end + 1]):
            end += 1
    return end


def _row(item: Item) -> bool:
    return (
        isinstance(item, Line)
        and len(item.segments) >= 2
        and not any(_CAPTION.match(segment.text) for segment in item.segments)
        and not _LEADER.search(item.text)
    )


def _single(item: Item) -> bool:
    """A line of one short piece: a row with one filled cell, or the rest of a wrapped name."""
    return (
        isinstance(item, Line)
        and len(item.segments) == 1
        and len(item.text) <= 24
        and item.text[-1] not in "。；：:"
    )


def _near(items: Sequence[Item], end: int) -> bool:
    before, item = items[end - 1], items[end]
    return item.box.top - before.box.bottom <= _PITCH * (item.box.bottom - item.box.top)


def _grid(block: Sequence[Line]) -> RoughGrid | None:
    """The grid of these rows, or None where no column of figures shows that it is one."""
    xs = _columns(block)
    if len(xs) < 3:
        return None
    rows = [_cells(line, number, xs) for number, line in enumerate(block)]
    if not _figures(rows, len(xs) - 1):
        return None
    box = Box(xs[0], block[0].box.top, xs[-1], block[-1].box.bottom)
    cells = tuple(cell for row in rows for cell in row)
    return RoughGrid(block[0].page, box, xs, len(rows), cells, sure=False)


def _columns(block: Sequence[Line]) -> tuple[float, ...]:
    """Edges of the columns: the middles of the gaps that nearly no row crosses."""
    pieces = [segment for line in block for segment in line.segments]
    steps: Counter[float] = Counter(piece.left for piece in pieces)
    steps.subtract(piece.right for piece in pieces)
    size = min(line.size for line in block)
    marks = sorted(steps)
    gaps: list[tuple[float, float]] = []
    crossing = 0
    for low, high in pairwise(marks):
        crossing += steps[low]
        if crossing <= _SPANNING * len(block):
            if gaps and gaps[-1][1] == low:
                gaps[-1] = (gaps[-1][0], high)
            else:
                gaps.append((low, high))
    inner = [(low + high) / 2 for low, high in gaps if high - low >= _GAP * size]
    return (marks[0], *inner, marks[-1])


def _cells(line: Line, row: int, xs: Sequence[float]) -> list[RoughCell]:
    """The cells of one row; a piece over several columns spans them, the rest are empty."""
    cells: list[RoughCell] = []
    column = 0
    for segments, start, end in _placed(line, xs):
        cells.extend(_blank(line, row, at, xs) for at in range(column, start))
        box = Box(segments[0].left, line.box.top, segments[-1].right, line.box.bottom)
        text = " ".join(segment.text for segment in segments)
        inside = Line(text, box, line.page, tuple(segments), line.size, line.head)
        cells.append(RoughCell(row, start, 1, end - start, (inside,), box, line.page))
        column = end
    cells.extend(_blank(line, row, at, xs) for at in range(column, len(xs) - 1))
    return cells


def _placed(line: Line, xs: Sequence[float]) -> Iterator[tuple[list[Segment], int, int]]:
    """Pieces with the columns from and up to which they stand; pieces in one column together."""
    groups: list[tuple[list[Segment], int, int]] = []
    for segment in line.segments:
        start = min(max(bisect_right(xs, segment.left) - 1, 0), len(xs) - 2)
        end = min(max(bisect_right(xs, segment.right - 0.01), start + 1), len(xs) - 1)
        if groups and start < groups[-1][2]:
            groups[-1] = ([*groups[-1][0], segment], groups[-1][1], max(end, groups[-1][2]))
        else:
            groups.append(([segment], start, end))
    yield from groups


def _blank(line: Line, row: int, column: int, xs: Sequence[float]) -> RoughCell:
    box = Box(xs[column], line.box.top, xs[column + 1], line.box.bottom)
    return RoughCell(row, column, 1, 1, (), box, line.page)


def _figures(rows: Sequence[Sequence[RoughCell]], width: int) -> bool:
    """Whether some column after the first holds figures, and it is no table of contents."""
    columns: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for cell in row:
            if cell.lines and cell.column_span == 1:
                columns[cell.column].append(cell.text)
    amounts = [[text for text in texts if _AMOUNT.fullmatch(text)] for texts in columns[1:]]
    full = [
        found
        for found, texts in zip(amounts, columns[1:], strict=True)
        if len(found) >= 2 and 2 * len(found) >= len(texts)
    ]
    return bool(full) and not (width == 2 and _page_numbers(full[0]))


def _page_numbers(texts: Sequence[str]) -> bool:
    """Whole small numbers that never fall: the right column of a table of contents."""
    if not all(text.isdigit() and len(text) <= _SMALL for text in texts):
        return False
    return all(int(a) <= int(b) for a, b in pairwise(texts))
