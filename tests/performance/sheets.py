"""A printed table as a reader of files would give it back, and as plain text."""

from __future__ import annotations

from kaocheng.kernel.documents import Cell, Document, Grid, Paragraph, passage
from kaocheng.kernel.papers import Sheet
from kaocheng.kernel.places import Place
from kaocheng.writing.papers.grids import spots

FILE = "package.docx"


def grid(sheet: Sheet, number: int = 1) -> Grid:
    """Head and body as a grid with merged cells."""
    cells: dict[tuple[int, int], Cell] = {}
    rows: list[tuple[Cell, ...]] = []
    for r, row in enumerate(spots((*sheet.head, *sheet.body))):
        line: list[Cell] = []
        for spot in row:
            at = (spot.row, spot.column)
            if at not in cells:
                place = Place(FILE, table=number, row=r + 1, column=spot.column + 1)
                cells[at] = Cell(
                    passage(spot.box.text, place), *at, spot.box.row_span, spot.box.column_span
                )
            line += [cells[at]] * spot.box.column_span
        rows.append(tuple(line))
    return Grid(tuple(rows), Place(FILE, table=number))


def document(*sheets: Sheet) -> Document:
    """The tables under their titles."""
    blocks: list[Paragraph | Grid] = []
    for number, sheet in enumerate(sheets, start=1):
        blocks.append(Paragraph(passage(sheet.title, Place(FILE, paragraph=number))))
        blocks.append(grid(sheet, number))
    return Document(FILE, "docx", tuple(blocks))


def text(sheet: Sheet) -> str:
    """One line a row, each box once, for comparing by eye."""
    rows = (" | ".join(box.text for box in row) for row in (*sheet.head, *sheet.body))
    return "\n".join([sheet.title, *rows, sheet.note]).rstrip() + "\n"
