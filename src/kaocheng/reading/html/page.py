"""From the elements of a web page to blocks (网页正文): paragraphs, grids, pictures in order."""

from __future__ import annotations

from dataclasses import dataclass, field

from kaocheng.kernel.documents import Block, Grid, Paragraph, Picture, passage
from kaocheng.kernel.places import Place
from kaocheng.reading.gridding import Room, compressed, rectangle
from kaocheng.reading.html.flow import BLOCKS, ROLES, heading, hidden, squeezed, tidied
from kaocheng.reading.html.tables import is_frame, rows, slots
from kaocheng.reading.markup import Element, local, whole


@dataclass(slots=True)
class Numbers:
    """The running numbers of a whole page."""

    paragraphs: int = 0
    tables: int = 0


@dataclass(slots=True)
class Page:
    """The blocks read so far and the paragraph being gathered.

    Within a cell, paragraphs become `lines` of the cell, and `blocks` what it holds besides text.
    """

    file: str
    room: Room
    numbers: Numbers = field(default_factory=Numbers)
    in_cell: bool = False
    blocks: list[Block] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    level: int | None = None
    role: str = "body"
    ordinal: int | None = None

    def add(self, element: Element) -> None:
        """Add what an element shows; its tail belongs to its parent."""
        name = local(element)
        if not name or hidden(element):
            return
        if name == "table":
            self.flush()
            self._table(element)
        elif name == "br":
            self.pieces.append("\v")
        elif name == "img":
            place = Place(self.file, paragraph=max(self.numbers.paragraphs, 1))
            self.blocks.append(Picture(element.get("alt") or "", place))
        elif name in BLOCKS:
            self._block(element)
        else:
            self.inside(element)

    def inside(self, element: Element) -> None:
        """Add the text and the elements within an element."""
        self.pieces.append(squeezed(element.text or ""))
        for inner in element:
            self.add(inner)
            self.pieces.append(squeezed(inner.tail or ""))

    def flush(self) -> None:
        """End the paragraph being gathered."""
        text = tidied(self.pieces)
        self.pieces.clear()
        if not text.strip():
            return
        if self.in_cell:
            self.lines.append(text)
            return
        self.numbers.paragraphs += 1
        place = Place(self.file, paragraph=self.numbers.paragraphs)
        role = "heading" if self.level else self.role
        self.blocks.append(Paragraph(passage(text, place), self.level, role))

    def _block(self, element: Element) -> None:
        self.flush()
        name, before = local(element), (self.level, self.role, self.ordinal)
        self.level = heading(element) or self.level
        self.role = ROLES.get(name, self.role)
        if name in ("ol", "ul"):
            self.ordinal = whole(element.get("start"), 1) - 1 if name == "ol" else None
        if name == "li" and self.ordinal is not None:
            self.ordinal += 1
            before = (*before[:2], self.ordinal)
            self.pieces.append(f"{self.ordinal}. ")
        self.inside(element)
        self.flush()
        self.level, self.role, self.ordinal = before

    def _table(self, table: Element) -> None:
        """Add a table and, behind it, what its cells hold besides text."""
        for caption in table:
            if local(caption) == "caption":
                self.add(caption)
        if is_frame(table):
            self.inside(next(rows(table)))
            self.flush()
            return
        self.numbers.tables += 1
        number = self.numbers.tables
        loose: list[Block] = []
        found, height = slots(table, lambda cell: self._cell(cell, loose), self.file)
        if not found:
            self.numbers.tables -= 1
            return
        found = compressed(found)
        width = max(slot.column + slot.column_span for slot in found)

        def where(row: int, column: int) -> Place:
            return Place(self.file, table=number, row=row + 1, column=column + 1)

        laid = rectangle(found, height, width, where, self.room)
        self.blocks += [Grid(laid, Place(self.file, table=number)), *loose]

    def _cell(self, cell: Element, loose: list[Block]) -> str:
        """The text of a cell; what it holds besides is added to `loose`."""
        inner = Page(self.file, self.room, self.numbers, in_cell=True)
        inner.inside(cell)
        inner.flush()
        loose += inner.blocks
        return "\n".join(inner.lines)
