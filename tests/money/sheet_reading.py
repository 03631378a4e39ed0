"""Sheets read back as the checker would read them (报表回读), without any file between."""

from __future__ import annotations

from collections.abc import Iterable

from kaocheng.disclosure.tables import Table, tables
from kaocheng.kernel.documents import Block, Cell, Document, Grid, Paragraph, passage
from kaocheng.kernel.papers import Box, Sheet
from kaocheng.kernel.places import Place


def document(sheets: Iterable[Sheet]) -> Document:
    """Title, number, unit and office lines, the grid, and the note of each sheet."""
    blocks: list[Block] = []
    for number, sheet in enumerate(sheets, 1):
        above = filter(None, (sheet.title, sheet.number, sheet.unit, sheet.office))
        blocks += [_line(text, number) for text in above]
        blocks += [_grid(sheet, number), _line(sheet.note, number)]
    return Document("sheets", "docx", tuple(blocks))


def _line(text: str, number: int) -> Paragraph:
    return Paragraph(passage(text, Place("sheets", table=number)))


def read_back(sheets: Iterable[Sheet]) -> tuple[Table, ...]:
    """The tables as recognised."""
    return tables(document(sheets))


def _grid(sheet: Sheet, number: int) -> Grid:
    rows = (*sheet.head, *sheet.body)
    cells: dict[tuple[int, int], Cell] = {}
    for row, boxes in enumerate(rows):
        column = 0
        for box in boxes:
            while (row, column) in cells:
                column += 1
            _place(cells, box, row, column, number)
            column += box.column_span
    width = max(column for _, column in cells) + 1
    full = tuple(tuple(cells[row, column] for column in range(width)) for row in range(len(rows)))
    return Grid(full, Place("sheets", table=number))


def _place(
    cells: dict[tuple[int, int], Cell], box: Box, row: int, column: int, number: int
) -> None:
    place = Place("sheets", table=number, row=row, column=column)
    cell = Cell(passage(box.text, place), row, column, box.row_span, box.column_span)
    for down in range(box.row_span):
        for right in range(box.column_span):
            cells[row + down, column + right] = cell
