"""Measuring a table (量度): how wide its words are, in type sizes, whatever the size will be."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import east_asian_width

from kaocheng.kernel.papers import Box, Sheet
from kaocheng.writing.papers.grids import Rows, anchored, spots

_NARROW, _MARK = 0.57, 0.33
_MARKS = frozenset(",.:;' ()")
_SIGNS = frozenset("%@&")
_WORDS_LEAST = 2.2
_CODE_MOST = 14
_HEAD_LINES = 3
_RAGGED = 0.6


@dataclass(frozen=True, slots=True)
class Words:
    """The lines of one box that may have to wrap: the columns it covers, the width of each line.

    `rows` is how many rows it covers, the last of them the one it is kept with.
    """

    start: int
    end: int
    lines: tuple[float, ...]
    rows: int = 1

    def height(self, room: float) -> int:
        """How many lines it needs when each holds so many type sizes."""
        return sum(1 if line <= room else _wrapped(line, room) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Measures:
    """A table's columns and rows: `least` and `whole` width of each column, rows of words.

    In its least width a column still holds each figure and code on one line; in its whole width it
    holds all its words so, and its head on three.
    """

    least: tuple[float, ...]
    whole: tuple[float, ...]
    head: tuple[tuple[Words, ...], ...]
    body: tuple[tuple[Words, ...], ...]


def _wrapped(line: float, room: float) -> int:
    """Lines seldom are full, as no mark may begin a line and no number may be broken."""
    return math.ceil(line / max(room - _RAGGED, 1.0))


@lru_cache(maxsize=65536)
def breadth(text: str) -> float:
    """How wide a line of text is, in type sizes."""
    return sum(map(_breadth, text))


def _breadth(char: str) -> float:
    if char in _MARKS:
        return _MARK
    wide = char in _SIGNS or east_asian_width(char) in "WFA"
    return 1.0 if wide else _NARROW


def measure(sheet: Sheet) -> Measures:
    """The measures of a sheet."""
    cells = [*anchored(sheet.head), *anchored(sheet.body)]
    least = [_WORDS_LEAST] * max([len(sheet.widths), *(spot.end for spot in cells)])
    for spot in cells:
        if spot.box.column_span == 1 and _stays_whole(spot.box):
            least[spot.column] = max(least[spot.column], breadth(spot.box.text))
    whole = list(least)
    for spot in cells:
        if spot.box.column_span == 1:
            longest = max(map(breadth, spot.box.text.split("\n")))
            wanted = longest / _HEAD_LINES if spot.box.header else longest
            whole[spot.column] = max(whole[spot.column], wanted)
    head, body = (tuple(_rows(rows, least)) for rows in (sheet.head, sheet.body))
    return Measures(tuple(least), tuple(whole), head, body)


def _stays_whole(box: Box) -> bool:
    return box.figure is not None or (len(box.text) <= _CODE_MOST and box.text.isascii())


def _rows(rows: Rows, least: Sequence[float]) -> Iterator[tuple[Words, ...]]:
    for number, row in enumerate(spots(rows)):
        words = (
            Words(
                spot.column,
                spot.end,
                tuple(map(breadth, spot.box.text.split("\n"))),
                spot.box.row_span,
            )
            for spot in row
            if number == min(spot.row + spot.box.row_span, len(rows)) - 1
        )
        yield tuple(
            one
            for one in words
            if len(one.lines) > 1 or one.lines[0] > sum(least[one.start : one.end])
        )
