"""From runs to printed lines (行): what stands side by side, with spaces only at real gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from kaocheng.kernel.places import Box
from kaocheng.reading.pdf.shapes import Glyph, Line, Run, Segment

_OVERLAP = 0.5
_WORD = 0.13
_LATIN = 0.85
_BLANK = 0.7
_HALF = 0.4
_WIDE = 1.4
_OPENERS = "（(《〈“‘「『【\u3014["
_CLOSERS = "，。；：、？！）)》〉”’」』】\u3015]％%.,;:!?"


def lines(runs: Iterable[Run], page: int) -> list[Line]:
    """The printed lines from top to bottom; runs overlapping in height share a line."""
    rows: list[list[Run]] = []
    bands: list[tuple[float, float]] = []
    for run in sorted(runs, key=lambda run: (run.middle, run.left)):
        if rows and _level(bands[-1], run):
            rows[-1].append(run)
            if run.size > bands[-1][1] - bands[-1][0]:
                bands[-1] = (run.top, run.bottom)
        else:
            rows.append([run])
            bands.append((run.top, run.bottom))
    return [line(row, page) for row in rows]


def _level(band: tuple[float, float], run: Run) -> bool:
    shared = min(band[1], run.bottom) - max(band[0], run.top)
    return shared >= _OVERLAP * min(band[1] - band[0], run.size)


def line(row: Sequence[Run], page: int) -> Line:
    """One line of runs that share it."""
    ordered = sorted(row, key=lambda run: run.left)
    glyphs = [glyph for run in ordered for glyph in run.glyphs]
    size = _em(glyphs) or _LATIN * max(run.size for run in ordered)
    pieces = _pieces(glyphs, size)
    box = Box(
        glyphs[0][1],
        min(run.top for run in ordered),
        max(glyph[2] for glyph in glyphs),
        max(run.bottom for run in ordered),
    )
    text = " ".join(piece.text for piece in pieces)
    return Line(text, box, page, pieces, size, _head(glyphs))


def _pieces(glyphs: Sequence[Glyph], size: float) -> tuple[Segment, ...]:
    """The text of a line cut at wide gaps; smaller real gaps become one space."""
    slack = _pitch(glyphs)
    pieces: list[Segment] = []
    text, left, right = glyphs[0][0], glyphs[0][1], glyphs[0][2]
    least = _WORD * size
    for (before, _, end), (char, start, far) in pairwise(glyphs):
        gap = start - max(right, end) - slack
        if gap <= least:  # as nearly all, so no more is asked
            text += char
        elif gap > _WIDE * size:
            pieces.append(Segment(text, left, right))
            text, left = char, start
        else:
            text += f" {char}" if gap > _needed(before, char) * size else char
        right = max(right, far)
    pieces.append(Segment(text, left, right))
    return tuple(pieces)


def _em(glyphs: Sequence[Glyph]) -> float:
    """The width of a Chinese character of the line, the truest font size; 0 without any."""
    widths = [right - left for char, left, right in glyphs if "一" <= char <= "鿿"]
    return median(widths) if widths else 0.0


def _pitch(glyphs: Sequence[Glyph]) -> float:
    """The usual gap between characters, where a line is spaced out evenly."""
    if len(glyphs) < 6:
        return 0.0
    return max(median(b[1] - a[2] for a, b in pairwise(glyphs)), 0.0)


def _needed(before: str, after: str) -> float:
    """The gap, in heights, that separates two characters."""
    if before.isascii() and after.isascii():
        return _WORD
    if after in _CLOSERS or before in _OPENERS:
        return _WIDE
    return _BLANK if before.isascii() or after.isascii() else _HALF


def _head(glyphs: Sequence[Glyph]) -> float:
    """The width of what cannot be parted at the start: a number, a word, a mark with its letter."""
    end = 1
    if glyphs[0][0] in _OPENERS and len(glyphs) > 1:
        end = 2
    if glyphs[end - 1][0].isascii() and glyphs[end - 1][0].isalnum():
        while end < len(glyphs) and _bound(glyphs[end]):
            end += 1
    while end < len(glyphs) and glyphs[end][0] in _CLOSERS:
        end += 1
    return glyphs[end - 1][2] - glyphs[0][1]


def _bound(glyph: Glyph) -> bool:
    return glyph[0].isascii() and (glyph[0].isalnum() or glyph[0] in ".,%-")


def glue(before: str, after: str, *, apart: bool = False) -> str:
    """What stands between two lines joined into one text: a space only between words.

    `apart` asks for a space between digits too, where each line may hold its own number.
    """
    a, b = before[-1:], after[:1]
    if not (a.isascii() and b.isascii() and b.isalnum()):
        return ""
    if a.isalpha() or (a in ",;:)" and b.isalpha()):
        return " "
    return " " if apart and a.isdigit() else ""
