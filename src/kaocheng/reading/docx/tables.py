"""Tables of a Word document (表格): rows with offsets, spans across and down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kaocheng.reading.docx.inline import switched, through
from kaocheng.reading.gridding import Slot
from kaocheng.reading.markup import Element, attribute, child, local, whole

WIDEST = 10_000
"""Spans are cut here; the columns in which no cell begins are left out anyway."""


@dataclass(slots=True)
class _Open:
    """A cell whose merge downwards may go on: its slot's number, and its column span."""

    slot: int
    span: int


def slots(table: Element, text: Callable[[Element], str]) -> tuple[list[Slot], int]:
    """The cells of a table and its number of rows; `text` gives the text of a w:tc."""
    found: list[Slot] = []
    above: dict[int, _Open] = {}
    height = 0
    for row in through(table):
        properties = child(row, "trPr")
        if local(row) != "tr" or child(properties, "del") is not None:
            continue
        above = _row(row, height, found, above, text)
        height += 1
    return found, height


def _row(
    row: Element,
    number: int,
    found: list[Slot],
    above: dict[int, _Open],
    text: Callable[[Element], str],
) -> dict[int, _Open]:
    """Add the cells of one row; gives the merges that may go on below."""
    going: dict[int, _Open] = {}
    column = _span(child(row, "trPr", "gridBefore"), 0)
    for cell in through(row):
        if local(cell) != "tc":
            continue
        properties = child(cell, "tcPr")
        span = _span(child(properties, "gridSpan"), 1)
        merge = _merge(properties, "vMerge")
        started = above.get(column)
        if merge == "continue" and started is not None and started.span == span:
            found[started.slot] = _longer(found[started.slot], down=1)
            going[column] = started
        elif _merge(properties, "hMerge") == "continue" and found and found[-1].row == number:
            found[-1] = _longer(found[-1], across=span)
        else:
            found.append(Slot(number, column, text(cell), 1, span))
            if merge:
                going[column] = _Open(len(found) - 1, span)
        column += span
    return going


def _span(item: Element | None, default: int) -> int:
    if item is None:
        return default
    return min(max(whole(attribute(item, "val"), default), default), WIDEST)


def _merge(properties: Element | None, name: str) -> str:
    """The merge of a cell: "restart", "continue" or "" for a cell that is not merged."""
    item = child(properties, name)
    if item is None or not switched(properties, name):
        return ""
    return "restart" if attribute(item, "val") == "restart" else "continue"


def _longer(slot: Slot, down: int = 0, across: int = 0) -> Slot:
    return Slot(slot.row, slot.column, slot.text, slot.row_span + down, slot.column_span + across)
