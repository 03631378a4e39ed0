"""Grids and documents built by hand, with merged cells as the readers of docx and pdf give them."""

from __future__ import annotations

from kaocheng.kernel.documents import Cell, Document, Grid, Paragraph, passage
from kaocheng.kernel.places import Place

FILE = "example.docx"


def grid(rows: list[list[str | None]], number: int = 1) -> Grid:
    """A grid in which None repeats the cell to the left and "^" the cell above (merged cells)."""
    made: list[list[Cell]] = []
    for r, row in enumerate(rows):
        cells: list[Cell] = []
        for c, text in enumerate(row):
            if text is None:
                cells.append(cells[-1])
            elif text == "^":
                cells.append(made[-1][c])
            else:
                place = Place(FILE, table=number, row=r + 1, column=c + 1)
                cells.append(Cell(passage(text, place), r, c))
        made.append(cells)
    return Grid(tuple(tuple(row) for row in made), Place(FILE, table=number))


def document(*blocks: Grid | str) -> Document:
    """A document of grids and paragraphs."""
    made = [
        Paragraph(passage(block, Place(FILE, paragraph=number)))
        if isinstance(block, str)
        else block
        for number, block in enumerate(blocks, start=1)
    ]
    return Document(FILE, "docx", tuple(made))
