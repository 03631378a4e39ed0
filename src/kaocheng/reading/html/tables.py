"""Tables of a web page (网页表格): rows and columns with rowspan and colspan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from kaocheng.kernel.documents import Unreadable
from kaocheng.reading.bounds import MOST_CELLS
from kaocheng.reading.gridding import Slot
from kaocheng.reading.html.flow import hidden
from kaocheng.reading.markup import Element, local, whole

WIDEST, HIGHEST = 1000, 65_534
"""The limits of the HTML standard for colspan and rowspan."""

Span = tuple[int, int, int]
"""A cell that reaches below: first column, column behind it, row behind it."""


def rows(table: Element) -> Iterator[Element]:
    """The rows of this table, not those of tables in it."""
    for inner in table:
        name = local(inner)
        if name == "tr" and not hidden(inner):
            yield inner
        elif name in ("thead", "tbody", "tfoot") and not hidden(inner):
            yield from (row for row in inner if local(row) == "tr" and not hidden(row))


def is_frame(table: Element) -> bool:
    """Whether a table is only a frame for layout (版式框): a single cell with the page in it."""
    cells = [cell for row in islice(rows(table), 2) for cell in row if _is_cell(cell)]
    return len(cells) == 1


def slots(table: Element, text: Callable[[Element], str], file: str) -> tuple[list[Slot], int]:
    """The cells of a table and its number of rows; raises `Unreadable` for absurd spans."""
    found: list[Slot] = []
    spans: list[Span] = []
    height = work = 0
    for row in rows(table):
        spans = [span for span in spans if span[2] > height]
        work += len(spans)
        if work > MOST_CELLS:
            raise Unreadable(f"{file}：表格的跨行设置异常，无法读取。")
        new = _row(row, height, spans, text)
        found += new
        spans += [_span(slot) for slot in new if slot.row_span > 1]
        spans.sort()
        height += 1
    return found, height


def _row(
    row: Element, number: int, spans: list[Span], text: Callable[[Element], str]
) -> list[Slot]:
    """The cells of one row, put where no cell from above stands."""
    found = []
    column = at = 0
    for cell in row:
        if not _is_cell(cell):
            continue
        while at < len(spans) and spans[at][0] <= column:
            column = max(column, spans[at][1])
            at += 1
        width = min(max(whole(cell.get("colspan"), 1), 1), WIDEST)
        if at < len(spans):
            width = min(width, spans[at][0] - column)
        height = whole(cell.get("rowspan"), 1)
        height = HIGHEST if height == 0 else min(max(height, 1), HIGHEST)
        found.append(Slot(number, column, text(cell), height, width))
        column += width
    return found


def _span(slot: Slot) -> Span:
    return slot.column, slot.column + slot.column_span, slot.row + slot.row_span


def _is_cell(element: Element) -> bool:
    return local(element) in ("td", "th") and not hidden(element)
