"""The text layer of a page as runs (字串), through pdfium's raw interface for speed."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from kaocheng.reading.pdf.shapes import Run

MOST_GLYPHS = 100_000
"""Characters read of one page; a page printed with more cannot be read by anyone."""

Handle = object
_NOTHING = frozenset(map(chr, (*range(33), 0xA0, 0x3000, 0x200B, 0xFEFF, 0xFFFE, 0xFFFF)))
_SAMPLE = 40
_TURN = math.pi / 2
_APART = 0.35
_BACK = -0.5
_LEVEL = 0.12

Corners = Callable[[float, float, float, float], tuple[float, float, float, float]]


@dataclass(frozen=True, slots=True)
class Frame:
    """A page as the reader turns it (版心): quarter turns of its text, its corners in points.

    `swapped` tells that the file gives the sides of a turned page the wrong way round.
    """

    turn: int
    left: float
    bottom: float
    right: float
    top: float
    swapped: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as read."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turn % 2 else (wide, high)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of pdfium lies on the page."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def corners(self) -> Corners:
        """From pdfium's left, bottom, right, top to left, top, right, bottom as read."""
        x0, y0, x1, y1 = self.left, self.bottom, self.right, self.top
        return (
            lambda a, b, c, d: (a - x0, y1 - d, c - x0, y1 - b),
            lambda a, b, c, d: (b - y0, a - x0, d - y0, c - x0),
            lambda a, b, c, d: (x1 - c, b - y0, x1 - a, d - y0),
            lambda a, b, c, d: (y1 - d, x1 - c, y1 - b, x1 - a),
        )[self.turn]


def framed(page: Handle, text: Handle, count: int) -> Frame:
    """The frame of a page: turned so that most of a sample of its characters stand upright."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    sample = range(0, count, max(count // _SAMPLE, 1))
    turns = Counter(turned(text, index) for index in sample)
    turn = turns.most_common(1)[0][0] if turns else pdfium.FPDFPage_GetRotation(page)
    plain = Frame(max(turn, 0), box.left, box.bottom, box.right, box.top)
    if not pdfium.FPDFPage_GetRotation(page) % 2:
        return plain
    return _righted(plain, [_spot(text, index) for index in sample])


def _righted(frame: Frame, spots: list[tuple[float, float]]) -> Frame:
    """The frame with its sides exchanged, where only so all characters stand on the page.

    Some writers exchange the sides of a page that is shown turned and draw on it as if they had
    not; what stands beyond the edge is not shown then, though it was meant.
    """
    wide, high = frame.right - frame.left, frame.top - frame.bottom
    right, top = frame.left + high, frame.bottom + wide
    other = Frame(frame.turn, frame.left, frame.bottom, right, top, swapped=True)
    fits = all(other.holds(*spot) for spot in spots)
    return other if fits and not all(frame.holds(*spot) for spot in spots) else frame


def _spot(text: Handle, index: int) -> tuple[float, float]:
    """The middle of a character on the page of pdfium."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))
    return (box.left + box.right) / 2, (box.bottom + box.top) / 2


def turned(text: Handle, index: int) -> int:
    """By how many quarters to the left one character is turned; -1 for a slanting one."""
    angle = -pdfium.FPDFText_GetCharAngle(text, index) / _TURN
    return round(angle) % 4 if abs(angle - round(angle)) < _LEVEL else -1


def characters(text: Handle, count: int) -> str | list[str]:
    """All characters of the page by index, in one call where pdfium's indices allow it."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text, 0, count, buffer)
    if written == count + 1:
        units = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        if len(units) == count:
            return units
    get = pdfium.FPDFText_GetUnicode
    return [_character(get(text, index)) for index in range(count)]


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def runs(text: Handle, count: int, frame: Frame) -> Iterator[Run]:
    """The runs that lie on the page at least in part, in the order of the file."""
    wide, high = frame.size
    for run in _runs(text, count, frame.corners()):
        if run.right > 0 and run.bottom > 0 and run.left < wide and run.top < high:
            yield run


def _runs(text: Handle, count: int, corners: Corners) -> Iterator[Run]:
    box = pdfium.FS_RECTF()
    pointer, measure = ctypes.byref(box), pdfium.FPDFText_GetLooseCharBox
    run: Run | None = None
    size = slack = end = 0.0
    for index, char in enumerate(characters(text, count)):
        if char in _NOTHING:
            continue
        measure(text, index, pointer)
        left, top, right, bottom = corners(box.left, box.bottom, box.right, box.top)
        if run is not None:
            # written out here, because it is asked of every character of every page
            if (
                _BACK * size <= left - end <= _APART * size
                and -slack <= bottom - run.bottom <= slack
                and -slack <= top - run.top <= slack
            ):
                run.glyphs.append((char, left, right))
                end = right
                continue
            yield run
        run = Run([(char, left, right)], top, bottom, index)
        size, end = bottom - top, right
        slack = _LEVEL * size + 0.5
    if run is not None:
        yield run
