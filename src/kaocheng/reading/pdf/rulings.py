"""Ruling lines of a page (表线): straight strokes and thin fills, also inside form objects."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2.raw as pdfium

from kaocheng.kernel.places import Box
from kaocheng.reading.pdf.glyphs import Corners, Frame, Handle

MOST_PATHS = 20_000
"""Path pieces looked at on one page; more belong to a drawing, not to a table."""

_DEEPEST = 6
_THIN = 3.0
_SHORT = 4.0
_WHITE = 250
_PICTURE = 0.04

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page (图线): rulings as (position, start, end), and large pictures."""

    level: list[tuple[float, float, float]] = field(default_factory=list)
    upright: list[tuple[float, float, float]] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    pieces: int = 0

    def add(self, left: float, top: float, right: float, bottom: float) -> None:
        """Take a box as a ruling if it is thin and long enough."""
        wide, high = right - left, bottom - top
        if high <= _THIN and wide >= _SHORT and wide > 2 * high:
            self.level.append(((top + bottom) / 2, left, right))
        elif wide <= _THIN and high >= _SHORT and high > 2 * wide:
            self.upright.append(((left + right) / 2, top, bottom))


def drawn(page: Handle, frame: Frame) -> Drawing:
    """Everything drawn on the page that may rule a table."""
    drawing = Drawing()
    wide, high = frame.size
    walker = _Walker(drawing, frame.corners(), wide * high * _PICTURE)
    count = pdfium.FPDFPage_CountObjects(page)
    get = pdfium.FPDFPage_GetObject
    kind, text = pdfium.FPDFPageObj_GetType, pdfium.FPDF_PAGEOBJ_TEXT
    for index in range(count):
        thing = get(page, index)
        if kind(thing) != text:  # nearly all are text; asked here to spare them a call each
            walker.take(thing, _SAME, 0)
    return drawing


class _Walker:
    """Walks over page objects, keeping buffers for the C calls."""

    def __init__(self, drawing: Drawing, corners: Corners, least: float) -> None:
        self.drawing = drawing
        self.corners = corners
        self.least = least
        self.kind = pdfium.FPDFPageObj_GetType
        self.matrix = pdfium.FS_MATRIX()
        self.edges = [ctypes.c_float() for _ in range(4)]
        self.colour = [ctypes.c_uint() for _ in range(4)]

    def take(self, thing: Handle, outer: Matrix, depth: int) -> None:
        """Take one object, descending into forms."""
        kind = self.kind(thing)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT or self.drawing.pieces > MOST_PATHS:
            return
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(thing, outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _product(self._own(thing), outer)
            for index in range(max(pdfium.FPDFFormObj_CountObjects(thing), 0)):
                self.take(pdfium.FPDFFormObj_GetObject(thing, index), inner, depth + 1)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self._image(thing, outer)

    def _own(self, thing: Handle) -> Matrix:
        m = self.matrix
        if not pdfium.FPDFPageObj_GetMatrix(thing, m):
            return _SAME
        return (m.a, m.b, m.c, m.d, m.e, m.f)

    def _image(self, thing: Handle, outer: Matrix) -> None:
        self.drawing.pieces += 1
        if pdfium.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, self.edges)):
            left, bottom, right, top = (edge.value for edge in self.edges)
            box = self._box([_moved(outer, left, bottom), _moved(outer, right, top)])
            if (box.right - box.left) * (box.bottom - box.top) >= self.least:
                self.drawing.pictures.append(box)

    def _path(self, thing: Handle, outer: Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(thing, fill, stroke)
        if not (fill.value or stroke.value) or self._white(thing, stroked=bool(stroke.value)):
            return
        matrix = _product(self._own(thing), outer)
        for points in self._outlines(thing, matrix):
            box = self._box(points)
            self.drawing.add(box.left, box.top, box.right, box.bottom)
            if stroke.value and min(box.right - box.left, box.bottom - box.top) > _THIN:
                self._strokes(points)

    def _white(self, thing: Handle, *, stroked: bool) -> bool:
        get = pdfium.FPDFPageObj_GetStrokeColor if stroked else pdfium.FPDFPageObj_GetFillColor
        if not get(thing, *map(ctypes.byref, self.colour)):
            return False
        red, green, blue, alpha = (part.value for part in self.colour)
        return alpha == 0 or min(red, green, blue) >= _WHITE

    def _outlines(self, thing: Handle, matrix: Matrix) -> Iterator[list[Point]]:
        """The points of each closed or open piece of a path, on the page of pdfium."""
        x, y = ctypes.c_float(), ctypes.c_float()
        points: list[Point] = []
        for index in range(min(max(pdfium.FPDFPath_CountSegments(thing), 0), MOST_PATHS)):
            self.drawing.pieces += 1
            segment = pdfium.FPDFPath_GetPathSegment(thing, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
                yield points
                points = []
            points.append(_moved(matrix, x.value, y.value))
            if pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if points:
            yield points

    def _strokes(self, points: list[Point]) -> None:
        """The sides of a stroked outline, each a possible ruling."""
        for a, b in pairwise(points):
            box = self._box([a, b])
            self.drawing.add(box.left, box.top, box.right, box.bottom)

    def _box(self, points: list[Point]) -> Box:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return Box(*self.corners(min(xs), min(ys), max(xs), max(ys)))


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _moved(m: Matrix, x: float, y: float) -> Point:
    return (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])
