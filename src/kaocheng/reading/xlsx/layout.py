"""From the cells of a worksheet to a grid (成格): trimmed to what is used, of sane size."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from kaocheng.kernel.documents import Grid
from kaocheng.kernel.places import Place
from kaocheng.reading.gridding import Room, Slot, rectangle
from kaocheng.reading.xlsx.sheet import Area, Sheet

MOST_SPARSE = 300_000
"""A larger area loses its blank rows and columns, so that one stray far cell costs nothing."""
WIDEST_MERGE, HIGHEST_MERGE = 256, 5_000
"""Merged areas beyond this reach to the sheet's edge for looks; they do not widen the grid."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A grid, and what has to be said about it."""

    grid: Grid
    remark: str | None = None


def grid(sheet: Sheet, number: int, room: Room) -> Laid | None:
    """The grid of a worksheet, None for an empty one; `number` is its running number in the file.

    Raises `Unreadable` when even the used rows and columns make an absurd rectangle.
    """
    if not sheet.texts:
        return None
    merged = [area for area in sheet.merged if (area[0], area[1]) in sheet.texts]
    rows, columns, sparse = _lines(sheet, merged)
    covers = {(area[0], area[1]): area for area in merged}
    slots = [
        Slot(
            bisect_left(rows, row),
            bisect_left(columns, column),
            text,
            *_spans(covers.get((row, column), (row, column, row, column)), rows, columns),
        )
        for (row, column), text in sorted(sheet.texts.items())
    ]
    file = room.file
    place = Place(file, sheet=sheet.name, table=number)

    def where(row: int, column: int) -> Place:
        return Place(
            file, sheet=sheet.name, table=number, row=rows[row] + 1, column=columns[column] + 1
        )

    laid = rectangle(slots, len(rows), len(columns), where, room)
    remark = f"工作表“{sheet.name}”内容分布过散，空白的行和列未保留。" if sparse else None
    return Laid(Grid(laid, place), remark)


def _lines(sheet: Sheet, merged: list[Area]) -> tuple[list[int], list[int], bool]:
    """The rows and columns of the grid, and whether blank ones had to be left out."""
    rows = {row for row, _ in sheet.texts}
    columns = {column for _, column in sheet.texts}
    for top, left, bottom, right in merged:
        if right - left < WIDEST_MERGE and bottom - top < HIGHEST_MERGE:
            rows.add(bottom)
            columns.add(right)
    height, width = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
    if height * width > MOST_SPARSE:
        return sorted(rows), sorted(columns), True
    return (
        list(range(min(rows), max(rows) + 1)),
        list(range(min(columns), max(columns) + 1)),
        False,
    )


def _spans(area: Area, rows: list[int], columns: list[int]) -> tuple[int, int]:
    top, left, bottom, right = area
    return (
        max(1, bisect_left(rows, bottom + 1) - bisect_left(rows, top)),
        max(1, bisect_left(columns, right + 1) - bisect_left(columns, left)),
    )
