"""A document as read (文档): paragraphs and grids in reading order, each knowing its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kaocheng.kernel.places import Place

EXCERPT = "excerpt"
"""The format of a document of which only quoted passages are at hand (摘录)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From character `start` of a passage on, the text stands at `place` (until the next stretch)."""

    start: int
    place: Place


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text (一段文字) whose characters know where they stand, also across lines and pages."""

    text: str
    stretches: tuple[Stretch, ...]

    def at(self, start: int, end: int) -> Place:
        """The place of the characters from `start` up to `end`, offsets relative to the passage."""
        index = bisect_right(self.stretches, start, key=lambda stretch: stretch.start) - 1
        return self.stretches[max(index, 0)].place.between(start, end)

    @property
    def place(self) -> Place:
        """Where the passage begins."""
        return self.stretches[0].place


def passage(text: str, place: Place) -> Passage:
    """A passage that stands at one place as a whole."""
    return Passage(text, (Stretch(0, place),))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph (段落). `level` is 1.. for a heading that the file itself marks, else None.

    `role` is "body", "heading", "header", "footer", "footnote" or "textbox".
    """

    content: Passage
    level: int | None = None
    role: str = "body"

    @property
    def text(self) -> str:
        """The text alone."""
        return self.content.text


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell (单元格) of a grid: 0-based anchor `row` and `column`, spans, and its passage.

    A covered position of a merged cell holds the same object as its anchor.
    """

    content: Passage
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1

    @property
    def text(self) -> str:
        """The text alone, as printed."""
        return self.content.text

    @property
    def place(self) -> Place:
        """Where the cell stands."""
        return self.content.place


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as printed (表格): a rectangle of cells, `rows[r][c]`, all rows of equal length.

    `joined` tells on how many pages it stood before it was joined; `sure` is False where the
    reader had to guess the columns (no ruling lines, flattened text).
    """

    rows: tuple[tuple[Cell, ...], ...]
    place: Place
    joined: int = 1
    sure: bool = True

    @property
    def height(self) -> int:
        """Number of rows."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def cells(self) -> Iterator[Cell]:
        """Each cell once, row by row."""
        for number, row in enumerate(self.rows):
            for index, cell in enumerate(row):
                if cell.column == index and cell.row == number:
                    yield cell


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the text (图片) that was not read, with its caption or description if it has one."""

    description: str
    place: Place


Block = Paragraph | Grid | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file as read: blocks in reading order, and what the reader wants to say about it.

    `format` is the format found in the content ("pdf", "docx", "xlsx", "html", "txt"); `pages` the
    number of pages where the format has any; `remarks` are sentences for the user, such as pages
    without text.
    """

    file: str
    format: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    remarks: tuple[str, ...] = field(default=())

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs in reading order."""
        return (block for block in self.blocks if isinstance(block, Paragraph))

    def grids(self) -> Iterator[Grid]:
        """The grids in reading order."""
        return (block for block in self.blocks if isinstance(block, Grid))


class Unreadable(Exception):
    """A file that cannot be read (无法读取); its text is the whole sentence shown to the user."""


def ordered(stretches: tuple[Stretch, ...]) -> bool:
    """Whether stretches begin at 0 and rise; every reader's tests hold this."""
    return stretches[0].start == 0 and all(a.start < b.start for a, b in pairwise(stretches))
