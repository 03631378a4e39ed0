"""Fitting a table to its page (版面): type size, column widths and row height in points.

A figure is never broken over two lines: columns of words give way first, then the type becomes
smaller, then the page is turned and at last made larger. A table that nearly fits one page is set
a little closer, so that no two rows stand alone on the next.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from kaocheng.kernel.papers import Sheet
from kaocheng.writing.papers.grids import Spot, anchored, spots

SIDE = 3.0
"""Blank left and right of the text in a cell."""
PITCH = 1.25
"""Distance from line to line in a cell, in type sizes."""
_NARROW = 0.57
_SIZES = tuple(size / 2 for size in range(21, 9, -1))
_READABLE = 7.5
_PADS = (3.2, 2.4, 1.6, 1.0)
_WORDS_LEAST = 2.2
_CODE_MOST = 14


@dataclass(frozen=True, slots=True)
class Page:
    """A page (页面): size and margins in millimetres; GB/T 9704 for the upright page."""

    name: str
    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int

    @property
    def across(self) -> float:
        """Width of the text area in points."""
        return (self.width - self.left - self.right) * 72 / 25.4

    @property
    def down(self) -> float:
        """Height of the text area in points."""
        return (self.height - self.top - self.bottom) * 72 / 25.4


UPRIGHT = Page("upright", 210, 297, 28, 26, 37, 35)
TURNED = Page("turned", 297, 210, 20, 20, 26, 22)
LARGE = Page("large", 420, 297, 20, 20, 26, 22)
_ABOVE = 74.0


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table stands on its page; `pad` is the blank above and below the text of a row."""

    page: Page
    widths: tuple[float, ...]
    size: float
    pad: float


def breadth(text: str) -> float:
    """How wide a line of text is, in type sizes."""
    return sum(1.0 if east_asian_width(char) in "WFA" else _NARROW for char in text)


def fit(sheet: Sheet, headings: int = 0) -> Layout:
    """The layout of a sheet under so many headings on the same page."""
    cells = [*anchored(sheet.head), *anchored(sheet.body)]
    count = _count(sheet, cells)
    for page in (TURNED, LARGE) if sheet.landscape else (UPRIGHT, TURNED, LARGE):
        least_size = _READABLE if page is not LARGE else _SIZES[-1]
        fitting = [s for s in _SIZES if sum(_least(cells, count, s)) <= page.across]
        if fitting and (fitting[0] >= least_size or page is LARGE):
            return _closest(sheet, page, fitting, headings, cells)
    size = LARGE.across / sum(_least(cells, count, 1.0))
    return Layout(LARGE, _widths(sheet, cells, LARGE.across, size), size, _PADS[-1])


def _closest(
    sheet: Sheet, page: Page, sizes: Sequence[float], headings: int, cells: Sequence[Spot]
) -> Layout:
    room = page.down - _ABOVE - 30.0 * headings
    for size in [s for s in sizes if s >= _READABLE]:
        widths = _widths(sheet, cells, page.across, size)
        for pad in _PADS:
            if _height(sheet, widths, size, pad) <= room:
                return Layout(page, widths, size, pad)
    size = next((s for s in sizes if s <= 9.0), sizes[-1])
    return Layout(page, _widths(sheet, cells, page.across, size), size, _PADS[1])


def _count(sheet: Sheet, cells: Sequence[Spot]) -> int:
    return max([len(sheet.widths), *(spot.end for spot in cells)])


def _least(cells: Sequence[Spot], count: int, size: float) -> list[float]:
    """The least width of each column: its longest figure or code, at least two characters."""
    least = [_WORDS_LEAST] * count
    for spot in cells:
        if spot.box.column_span == 1 and _stays_whole(spot):
            least[spot.column] = max(least[spot.column], breadth(spot.box.text))
    return [width * size + 2 * SIDE for width in least]


def _stays_whole(spot: Spot) -> bool:
    text = spot.box.text
    return spot.box.figure is not None or (len(text) <= _CODE_MOST and text.isascii())


def _widths(sheet: Sheet, cells: Sequence[Spot], across: float, size: float) -> tuple[float, ...]:
    count = _count(sheet, cells)
    given = (*sheet.widths, *[1.0] * (count - len(sheet.widths)))
    asked = [across * width / sum(given) for width in given]
    least = _least(cells, count, size)
    short = sum(max(need - have, 0) for need, have in zip(least, asked, strict=True))
    spare = sum(max(have - need, 0) for need, have in zip(least, asked, strict=True))
    keep = 1 - short / spare if spare else 1.0
    return tuple(
        need + max(have - need, 0) * keep for need, have in zip(least, asked, strict=True)
    )


def _height(sheet: Sheet, widths: Sequence[float], size: float, pad: float) -> float:
    rows = [*spots(sheet.head), *spots(sheet.body)]
    lines = sum(max(_lines(row, widths, size), default=1) for row in rows)
    return lines * size * PITCH + len(rows) * 2 * pad + note_height(sheet)


def _lines(row: Sequence[Spot], widths: Sequence[float], size: float) -> Iterator[int]:
    for spot in row:
        if spot.box.row_span == 1:
            room = (sum(widths[spot.column : spot.end]) - 2 * SIDE) / size
            yield sum(_wrapped(line, room) for line in spot.box.text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    return max(math.ceil(breadth(line) / max(room, 1.0)), 1)


def note_height(sheet: Sheet) -> float:
    """About how high the note below a sheet stands."""
    return 16.0 * sum(1 + len(line) // 44 for line in sheet.note.split("\n")) if sheet.note else 0

