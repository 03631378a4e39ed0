"""From items in reading order to the blocks of a document (成文), numbered and placed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from kaocheng.kernel.documents import (
    Block,
    Cell,
    Grid,
    Paragraph,
    Passage,
    Picture,
    Stretch,
    passage,
)
from kaocheng.kernel.places import Box, Place
from kaocheng.reading.pdf.flowing import Layout, begins
from kaocheng.reading.pdf.lines import glue
from kaocheng.reading.pdf.shapes import Image, Item, Line, RoughCell, RoughGrid, Segment, Sheet

_UNIT = re.compile(r"(金额)?单位[:：]")
_TITLE = 60
_ROOM = 1.5


def _joined(lines: Sequence[Line], place: Place, *, edge: float | None = None) -> Passage:
    """Lines as one text; from `edge`, the right side of a cell, split numbers are known."""
    if len(lines) == 1:
        return passage(lines[0].text, _at(place, lines[0]))
    text = ""
    stretches = []
    for number, line in enumerate(lines):
        if number:
            before = lines[number - 1]
            apart = edge is not None and edge - before.box.right > _ROOM * before.size
            text += glue(text, line.text, apart=apart)
        stretches.append(Stretch(len(text), _at(place, line)))
        text += line.text
    return Passage(text, tuple(stretches))


def _at(place: Place, line: Line) -> Place:
    """The place of one line of a paragraph or a cell."""
    return Place(
        place.file,
        page=line.page,
        table=place.table,
        row=place.row,
        column=place.column,
        paragraph=place.paragraph,
        box=line.box,
    )


class Builder:
    """Makes blocks and counts paragraphs and tables through the file."""

    def __init__(self, file: str, view: Layout) -> None:
        self.file = file
        self.view = view
        self.blocks: list[Block] = []
        self.paragraphs = 0
        self.tables = 0
        self.open: list[Line] = []
        self.held: list[tuple[Line, str]] = []
        self.levels: list[int] = []

    def take(self, items: Sequence[Item], sheets: Sequence[Sheet]) -> tuple[Block, ...]:
        """All blocks: the items in order, running heads and feet after what they interrupt."""
        self.levels = self._heading_sizes(items)
        aside = {sheet.number: sheet for sheet in sheets}
        for page, group in groupby(items, key=lambda item: item.page):
            for number in [number for number in aside if number < page]:
                self._aside(aside.pop(number))
            for item in group:
                self._item(item)
        self._flush()
        for sheet in aside.values():
            self._aside(sheet)
        return tuple(self.blocks)

    def _heading_sizes(self, items: Sequence[Item]) -> list[int]:
        lines = [item for item in items if isinstance(item, Line) and self.view.large(item)]
        return sorted({round(line.size) for line in lines if len(line.text) <= _TITLE})[::-1]

    def _item(self, item: Item) -> None:
        if isinstance(item, Line):
            for line in _parts(item):
                if self.open and begins(self.open, line, self.view):
                    self._flush()
                self.open.append(line)
            return
        self._flush()
        if isinstance(item, RoughGrid):
            self.blocks.append(self._grid(item))
        elif isinstance(item, Image):
            place = Place(self.file, page=item.page, box=item.box)
            self.blocks.append(Picture("", place))

    def _flush(self) -> None:
        """Close the open paragraph."""
        if self.open:
            first = self.open[0]
            level = None
            if self.view.large(first) and self._titled():
                level = 1 + sum(size > round(first.size) for size in self.levels)
            role = "body" if level is None else "heading"
            self._paragraph(self.open, role, level)
            self.open = []
        self._release()

    def _titled(self) -> bool:
        return sum(len(line.text) for line in self.open) <= _TITLE and (
            self.open[-1].text[-1] not in "。；，"
        )

    def _paragraph(self, lines: Sequence[Line], role: str, level: int | None = None) -> None:
        self.paragraphs += 1
        place = Place(self.file, paragraph=self.paragraphs)
        self.blocks.append(Paragraph(_joined(lines, place), level, role))

    def _aside(self, sheet: Sheet) -> None:
        """Running heads and feet, and slanting text; never in the middle of a paragraph."""
        asides = ((sheet.heads, "header"), (sheet.feet, "footer"), (sheet.turned, "textbox"))
        self.held += [(line, role) for lines, role in asides for line in lines]
        if not self.open:
            self._release()

    def _release(self) -> None:
        held, self.held = self.held, []
        for line, role in held:
            self._paragraph([line], role)

    def _grid(self, rough: RoughGrid) -> Grid:
        self.tables += 1
        place = Place(self.file, page=rough.page, table=self.tables, box=rough.box)
        board: list[list[Cell | None]] = [[None] * rough.width for _ in range(rough.height)]
        for one in rough.cells:
            cell = Cell(self._content(one), one.row, one.column, one.row_span, one.column_span)
            for line in board[one.row : one.row + one.row_span]:
                line[one.column : one.column + one.column_span] = [cell] * one.column_span
        rows = tuple(tuple(cell for cell in line if cell is not None) for line in board)
        return Grid(rows, place, rough.joined, rough.sure)

    def _content(self, one: RoughCell) -> Passage:
        place = Place(
            self.file, page=one.page, table=self.tables, row=one.row + 1, column=one.column + 1
        )
        if not one.lines:
            return passage("", replace(place, box=one.box))
        return _joined(one.lines, place, edge=one.box.right)


def _parts(line: Line) -> list[Line]:
    """A line with its unit of money, set apart on the right, as two lines."""
    for number, segment in enumerate(line.segments[1:], 1):
        if _UNIT.match(segment.text):
            return [_part(line, line.segments[:number]), _part(line, line.segments[number:])]
    return [line]


def _part(line: Line, segments: tuple[Segment, ...]) -> Line:
    box = Box(segments[0].left, line.box.top, segments[-1].right, line.box.bottom)
    return replace(line, text=" ".join(one.text for one in segments), box=box, segments=segments)
