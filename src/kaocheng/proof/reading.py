"""A document read back, as lines (读回的行): paragraphs and rows of grids, blanks squeezed out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kaocheng.kernel.documents import Document, Grid, Paragraph, Passage
from kaocheng.kernel.places import Place
from kaocheng.proof.records import Line

_TABULAR = frozenset({"row", "head", "header", "footer", "contents", "beside"})
"""Lines whose pieces stand apart; a number does not span two of them."""
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|.")


@dataclass(frozen=True, slots=True)
class Token:
    """A number or a single character (词) of a line, and where it begins in its passage or line.

    `at` and `end` are offsets in the text of `passage` for what was read; `figure` is the id of the
    figure that the token belongs to in what was printed.
    """

    text: str
    at: int
    end: int
    passage: Passage | None = None
    figure: str = ""
    line: Line | None = None
    column: int = 0

    @property
    def place(self) -> Place | None:
        """Where it stands in the file, for what was read."""
        return self.passage.at(self.at, self.end) if self.passage else None


@dataclass(frozen=True, slots=True)
class Row:
    """A line to be compared (行): its text without blanks; the tokens are made when asked for.

    `role` is that of the paragraph read (header, footer); `made` are tokens known beforehand.
    """

    text: str
    passages: tuple[Passage, ...] = ()
    line: Line | None = None
    role: str = ""
    made: tuple[Token, ...] = ()

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its numbers and other characters, each knowing where it stands or what it prints."""
        if self.made:
            return self.made
        if self.line is not None:
            return tuple((_tabular if self.line.kind in _TABULAR else _flowing)(self.line))
        return tuple(
            Token(text, at, end, passage)
            for passage in self.passages
            for text, at, end in tokens_of(passage.text)
        )


def rows_read(document: Document) -> Iterator[Row]:
    """The lines of a document in reading order that are not blank; a grid gives a line a row."""
    for block in document.blocks:
        if isinstance(block, Grid):
            found = [_row(passages) for passages in _cells(block)]
        else:
            found = [_row((block.content,), block.role)] if isinstance(block, Paragraph) else []
        yield from (row for row in found if row.text)


def rows_printed(lines: tuple[Line, ...]) -> Iterator[Row]:
    """The lines of a paper that are not blank."""
    yield from (row for row in map(row_printed, lines) if row.text)


def row_printed(line: Line) -> Row:
    """A line of a paper as a row."""
    return Row(squeezed("".join(piece.text for piece in line.pieces)), line=line)


def squeezed(text: str) -> str:
    """A text without its blanks."""
    return "".join(text.split())


def _cells(grid: Grid) -> Iterator[tuple[Passage, ...]]:
    for number, row in enumerate(grid.rows):
        yield tuple(
            cell.content
            for index, cell in enumerate(row)
            if (cell.row, cell.column) == (number, index) and cell.text.strip()
        )


def _row(passages: tuple[Passage, ...], role: str = "") -> Row:
    return Row(squeezed("".join(passage.text for passage in passages)), passages, role=role)


def _tabular(line: Line) -> Iterator[Token]:
    for piece in line.pieces:
        for text, at, end in tokens_of(piece.text):
            yield Token(text, at, end, None, piece.figure, line, piece.column)


def _flowing(line: Line) -> Iterator[Token]:
    """A sentence: its runs stand side by side, so that a number may span two of them."""
    whole = "".join(piece.text for piece in line.pieces)
    owners = [piece.figure for piece in line.pieces for _ in piece.text]
    for text, at, end in tokens_of(whole):
        yield Token(text, at, end, None, next(filter(None, owners[at:end]), ""), line)


def tokens_of(text: str) -> Iterator[tuple[str, int, int]]:
    """The numbers and other characters of a text with their offsets; blanks are left out.

    A blank inside a number (a line broken there) does not part it.
    """
    kept = [at for at, letter in enumerate(text) if not letter.isspace()]
    for match in _TOKEN.finditer(squeezed(text)):
        yield match[0], kept[match.start()], kept[match.end() - 1] + 1
