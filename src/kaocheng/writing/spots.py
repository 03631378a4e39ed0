"""From a place to what stands there (定位): block, cell and characters of the document as read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kaocheng.kernel.documents import Cell, Document, Grid, Passage, Picture
from kaocheng.kernel.places import Place

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place lies in the tree: `block` by its index, `cell` by anchor, `span` in the text.

    All None when the place is the document as a whole; `span` is None when all of the paragraph,
    cell or table is meant.
    """

    block: int | None = None
    cell: tuple[int, int] | None = None
    span: tuple[int, int] | None = None

    @property
    def column(self) -> int:
        """The 0-based column of the cell, -1 where there is none."""
        return self.cell[1] if self.cell else -1


class Spots:
    """The places of one document, looked up by what they say, from the exact to the general."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[Key, Spot] | None = None

    def _found(self) -> dict[Key, Spot]:
        """Every place and the spot it is known by, made when the first is looked for."""
        if self._known is None:
            self._known = {}
            for index, block in enumerate(self._document.blocks):
                if isinstance(block, Grid):
                    self._grid(self._known, index, block)
                else:
                    content = block.place if isinstance(block, Picture) else block.content
                    for place in _places(content):
                        _remember(self._known, _keys(place), Spot(index))
        return self._known

    @staticmethod
    def _grid(known: dict[Key, Spot], index: int, grid: Grid) -> None:
        """The table before its cells: "表2" is the table; what a row has in common is told once."""
        _remember(known, _keys(grid.place), Spot(index))
        last: Key = ()
        for cell in grid.cells():
            spot = Spot(index, (cell.row, cell.column))
            for place in _places(cell.content):
                exact, plain = _cell_keys(place)
                if known.setdefault(plain, spot) is not spot:
                    known.setdefault(exact, spot)
                common = (place.line, place.page, place.sheet, place.table, place.row)
                if common != last:
                    _remember(known, _wide_keys(place), spot)
                    last = common

    def find(self, place: Place, quote: str = "") -> Spot:
        """Where `place` lies, its characters checked against the quote."""
        found = self._found()
        spot = next((s for key in _keys(place) if (s := found.get(key))), Spot())
        text = self.text(spot)
        return Spot(spot.block, spot.cell, _span(text, place, quote)) if text else spot

    def text(self, spot: Spot) -> str:
        """All of the text of the paragraph or cell at a spot; "" where there is none."""
        passage = self.passage(spot)
        return passage.text if passage else ""

    def passage(self, spot: Spot) -> Passage | None:
        """The paragraph or cell at a spot."""
        if spot.block is None:
            return None
        block = self._document.blocks[spot.block]
        if isinstance(block, Grid):
            return None if spot.cell is None else self.cell(block, spot.cell).content
        return None if isinstance(block, Picture) else block.content

    def row(self, spot: Spot) -> list[tuple[int, str]]:
        """The cells of the row of a spot that say something, each once, with their columns."""
        if spot.block is None or spot.cell is None:
            return []
        block = self._document.blocks[spot.block]
        cells = block.rows[spot.cell[0]] if isinstance(block, Grid) else ()
        once = {id(cell): cell for cell in cells}
        return [(cell.column, cell.text) for cell in once.values() if cell.text.strip()]

    @staticmethod
    def cell(grid: Grid, at: tuple[int, int]) -> Cell:
        """The cell of a grid by its anchor."""
        return grid.rows[at[0]][at[1]]


def _places(passage: Passage | Place) -> Iterator[Place]:
    if isinstance(passage, Place):
        yield passage
    else:
        yield from (stretch.place for stretch in passage.stretches)


def _remember(known: dict[Key, Spot], keys: Iterator[Key], spot: Spot) -> None:
    for key in keys:
        known.setdefault(key, spot)


def _keys(place: Place) -> Iterator[Key]:
    """What a place may be known by, the exact first."""
    if place.row is not None:
        yield from _cell_keys(place)
    yield from _wide_keys(place)


def _cell_keys(place: Place) -> tuple[Key, Key]:
    """A cell with its line, for the second of two with the same row and column; without it."""
    plain = ("cell", place.sheet, place.table, place.row, place.column)
    return (*plain, place.line), plain


def _wide_keys(place: Place) -> Iterator[Key]:
    if place.row is not None:
        yield ("row", place.sheet, place.table, place.row)
    if place.table is not None:
        yield ("table", place.table)
    elif place.paragraph is not None:
        yield ("paragraph", place.sheet, place.paragraph)
    if place.line is not None:
        yield ("line", place.line)
    if place.page is not None:
        yield ("page", place.page)
    if place.sheet is not None:
        yield ("sheet", place.sheet)


def _span(text: str, place: Place, quote: str) -> tuple[int, int] | None:
    start, end = place.start, place.end
    if start is not None and end is not None and 0 <= start < end <= len(text):
        said = text[start:end]
        if not quote or said == quote:
            return start, end
        at = text.find(quote)
        return (start, end) if at < 0 else (at, at + len(quote))
    at = text.find(quote) if quote else -1
    return None if at < 0 else (at, at + len(quote))
