"""Text that the page does not show (裁剪): spreadsheets print a tall cell whole on every page."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium

from kaocheng.reading.pdf.glyphs import Corners, Handle
from kaocheng.reading.pdf.shapes import Run

_MOST = 8
_RECTANGLE = (4, 5)


def visible(text: Handle, run: Run, corners: Corners) -> bool:
    """Whether any part of a run lies inside all rectangles its text is clipped to."""
    thing = pdfium.FPDFText_GetTextObject(text, run.first)
    clip = pdfium.FPDFPageObj_GetClipPath(thing) if thing else None
    if not clip:
        return True
    for number in range(min(pdfium.FPDFClipPath_CountPaths(clip), _MOST)):
        if pdfium.FPDFClipPath_CountPathSegments(clip, number) in _RECTANGLE:
            left, top, right, bottom = _rectangle(clip, number, corners)
            beside = run.right <= left or run.left >= right
            if beside or run.bottom <= top or run.top >= bottom:
                return False
    return True


def _rectangle(clip: Handle, number: int, corners: Corners) -> tuple[float, float, float, float]:
    """The corners of a clip of four sides, from its two opposite points."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for index in (0, 2):
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, number, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
    (a, b), (c, d) = points
    return corners(min(a, c), min(b, d), max(a, c), max(b, d))
