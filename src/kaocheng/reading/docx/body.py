"""From the parts of a Word document to blocks (正文), in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kaocheng.kernel.documents import Block, Grid, Paragraph, Picture, passage
from kaocheng.kernel.places import Place
from kaocheng.reading.docx.inline import Inline, gather, through
from kaocheng.reading.docx.numbering import Numbering
from kaocheng.reading.docx.styles import Style, numbering, outline
from kaocheng.reading.docx.tables import slots
from kaocheng.reading.gridding import Room, compressed, rectangle
from kaocheng.reading.markup import Element, attribute, child, local


@dataclass(slots=True)
class Body:
    """The blocks read so far, and what numbers the next ones."""

    file: str
    styles: dict[str, Style]
    numbering: Numbering
    room: Room
    blocks: list[Block] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0

    def add(self, element: Element, role: str = "body") -> None:
        """Add everything in `element`, which holds paragraphs and tables."""
        for group in groups(element):
            if local(group[0]) == "tbl":
                self._add_table(group[0], role)
            else:
                inline, level = self._paragraph(group)
                self._add_paragraph(inline.text, level, role)
                self._add_loose(inline)

    def _paragraph(self, group: list[Element]) -> tuple[Inline, int | None]:
        """The content of a paragraph, its number first, and its heading level."""
        properties = child(group[-1], "pPr")
        name = child(properties, "pStyle")
        style = self.styles.get("" if name is None else attribute(name, "val") or "", Style())
        number, depth = numbering(properties)
        inline = Inline()
        printed = self.numbering.next(
            style.list_number if number is None else number,
            style.list_level if depth is None else depth,
        )
        inline.pieces.append(printed)
        for element in group:
            gather(element, inline)
        level = outline(properties)
        return inline, style.level if level is None else level or None

    def _add_paragraph(self, text: str, level: int | None, role: str) -> None:
        if not text.strip():
            return
        self.paragraphs += 1
        place = Place(self.file, paragraph=self.paragraphs)
        heading = level if role == "body" else None
        self.blocks.append(Paragraph(passage(text, place), heading, "heading" if heading else role))

    def _add_loose(self, inline: Inline) -> None:
        """Add what hangs on a paragraph: its pictures and text boxes."""
        place = Place(self.file, paragraph=max(self.paragraphs, 1))
        self.blocks += [Picture(words, place) for words in inline.pictures]
        for box in inline.boxes:
            self.add(box, "textbox")

    def _add_table(self, table: Element, role: str) -> None:
        """Add a table, then what its cells hold besides text."""
        self.tables += 1
        number = self.tables
        loose: list[Inline] = []
        inner: list[Element] = []

        def text(cell: Element) -> str:
            lines = []
            for group in groups(cell):
                if local(group[0]) == "tbl":
                    inner.append(group[0])
                    continue
                inline, _ = self._paragraph(group)
                lines.append(inline.text)
                loose.append(inline)
            return "\n".join(lines).strip("\n")

        found, height = slots(table, text)
        found = compressed(found)
        width = max((slot.column + slot.column_span for slot in found), default=0)
        if found:
            place = Place(self.file, table=number)
            rows = rectangle(found, height, width, self._where(number), self.room)
            self.blocks.append(Grid(rows, place))
        else:
            self.tables -= 1
        for inline in loose:
            self._add_loose(inline)
        for nested in inner:
            self._add_table(nested, role)

    def _where(self, table: int) -> _Where:
        return _Where(self.file, table)


@dataclass(frozen=True, slots=True)
class _Where:
    """The places of the cells of one table."""

    file: str
    table: int

    def __call__(self, row: int, column: int) -> Place:
        return Place(self.file, table=self.table, row=row + 1, column=column + 1)


def groups(element: Element) -> Iterator[list[Element]]:
    """Tables one by one, and paragraphs with those that a deleted paragraph mark joins to them."""
    joined: list[Element] = []
    for inner in through(element):
        name = local(inner)
        if name == "p":
            joined.append(inner)
            if child(inner, "pPr", "rPr", "del") is None:
                yield joined
                joined = []
        elif name == "tbl":
            if joined:
                yield joined
                joined = []
            yield [inner]
    if joined:
        yield joined
