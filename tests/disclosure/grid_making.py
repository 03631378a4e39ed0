"""Grids and documents made from tab-separated text, for the tests of tables."""

from __future__ import annotations

from kaocheng.kernel.documents import Cell, Document, Grid, Paragraph, passage
from kaocheng.kernel.places import Place


def grid(text: str, table: int = 1, page: int | None = None) -> Grid:
    """A grid with a cell for each tab-separated text, rows padded to one length."""
    lines = [line.split("\t") for line in text.strip("\n").split("\n")]
    width = max(map(len, lines))
    rows = tuple(
        tuple(
            Cell(passage(text, Place("a.txt", table=table, row=r + 1, column=c + 1)), r, c)
            for c, text in enumerate([*line, *[""] * (width - len(line))])
        )
        for r, line in enumerate(lines)
    )
    return Grid(rows, Place("a.txt", page=page, table=table))


def paragraph(text: str, role: str = "body") -> Paragraph:
    """A paragraph that stands nowhere in particular."""
    return Paragraph(passage(text, Place("a.txt", paragraph=1)), role=role)


def document(*blocks: str | Grid) -> Document:
    """A document of paragraphs and grids; a text with tabs is a grid."""
    made = (
        block if isinstance(block, Grid) else grid(block) if "\t" in block else paragraph(block)
        for block in blocks
    )
    return Document("a.txt", "txt", tuple(made))
