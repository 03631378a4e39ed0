"""A paper as the checker reads it (回读): the same words and grids, without a file in between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kaocheng.kernel.documents import Block, Cell, Document, Grid, Paragraph, Picture, passage
from kaocheng.kernel.papers import Box, Chart, Code, Heading, Paper, Part, Prose, Sheet
from kaocheng.kernel.places import Place


def read_back(paper: Paper, file: str = "文稿") -> Document:
    """The document a perfect reader would make of the written paper."""
    reader = _Reader(file)
    blocks: list[Block] = [reader.paragraph(paper.title, 0, "heading")]
    for part in paper.parts:
        blocks += reader.blocks(part)
    return Document(file, "docx", tuple(blocks))


@dataclass(slots=True)
class _Reader:
    """Counts paragraphs and tables as it goes."""

    file: str
    paragraphs: int = 0
    tables: int = 0

    def blocks(self, part: Part) -> Iterator[Block]:
        """The blocks of one part."""
        if isinstance(part, Heading):
            yield self.paragraph(part.text, part.level, "heading")
        elif isinstance(part, Prose):
            yield self.paragraph(part.text)
        elif isinstance(part, Chart):
            yield Picture(part.description, Place(self.file))
            yield self.paragraph(part.caption)
        elif isinstance(part, Code):
            yield Picture(part.label, Place(self.file))
        else:
            yield from self._sheet(part)

    def paragraph(self, text: str, level: int = 0, role: str = "body") -> Paragraph:
        """One paragraph with its number."""
        self.paragraphs += 1
        place = Place(self.file, paragraph=self.paragraphs)
        return Paragraph(passage(text, place), level or None, role)

    def _sheet(self, sheet: Sheet) -> Iterator[Block]:
        lines = (sheet.title, sheet.number, sheet.unit, sheet.office)
        yield from (self.paragraph(line) for line in lines if line)
        self.tables += 1
        yield self._grid(sheet)
        if sheet.note:
            yield self.paragraph(sheet.note)

    def _grid(self, sheet: Sheet) -> Grid:
        place = Place(self.file, table=self.tables)
        rows = [*_laid_out(sheet.head), *_laid_out(sheet.body)]
        shift = len(_laid_out(sheet.head))
        found: dict[tuple[int, int], Cell] = {}
        for number, row in enumerate(rows):
            top = 0 if number < shift else shift
            for column, (anchor, box) in enumerate(row):
                at = (anchor[0] + top, anchor[1])
                if at not in found:
                    here = replace(place, row=at[0] + 1, column=at[1] + 1)
                    content = passage(box.text, here)
                    found[at] = Cell(content, *at, box.row_span, box.column_span)
                found[number, column] = found[at]
        width = len(rows[0])
        return Grid(
            tuple(tuple(found[r, c] for c in range(width)) for r in range(len(rows))), place
        )


def _laid_out(rows: Sequence[Sequence[Box]]) -> list[list[tuple[tuple[int, int], Box]]]:
    """Each position with the anchor and the box that covers it; spans are laid out like HTML's."""
    taken: dict[tuple[int, int], tuple[tuple[int, int], Box]] = {}
    for number, row in enumerate(rows):
        column = 0
        for box in row:
            while (number, column) in taken:
                column += 1
            for down in range(box.row_span):
                for right in range(box.column_span):
                    taken[number + down, column + right] = ((number, column), box)
            column += box.column_span
    width = 1 + max((column for _, column in taken), default=-1)
    return [[taken[number, column] for column in range(width)] for number in range(len(rows))]
