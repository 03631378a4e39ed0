"""Pie charts (饼图): slices clockwise from the top, names and figures at leader lines.

Slices without a share (zero or below) are not drawn; their names and figures stand below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from kaocheng.writing.papers.charts.drawing import (
    COLOURS,
    HEIGHT,
    LINE,
    SIZE,
    WIDTH,
    Drawing,
    lines,
)
from kaocheng.writing.papers.measuring import breadth

_RADIUS = 76.0
_REACH = 14.0
_PITCH = SIZE * 1.2
_LABEL = _RADIUS + _REACH + 12
"""How far from the middle the leader lines end."""
_ROOM = WIDTH / 2 - _LABEL - 6


@dataclass(frozen=True, slots=True)
class _Slice:
    index: int
    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def is_right(self) -> bool:
        return sin(self.middle) >= 0

    def at(self, radius: float) -> tuple[float, float]:
        return _point(self.middle, radius)


def pie(drawing: Drawing) -> None:
    """Draw the positive values of the series as slices, the others as words."""
    slices = _slices([float(figure.base) for _, figure in drawing.chart.series])
    for slice_ in slices:
        drawing.shape("path", d=_outline(slice_), fill=_colour(slice_), stroke="#FFFFFF")
    for right in (False, True):
        _labels(drawing, [s for s in slices if s.is_right is right], right=right)
    drawn = {slice_.index for slice_ in slices}
    _rest(drawing, [i for i in range(len(drawing.chart.series)) if i not in drawn])


def _slices(values: Sequence[float]) -> list[_Slice]:
    whole = sum(value for value in values if value > 0)
    slices, turned = [], 0.0
    for index, value in enumerate(values):
        if value > 0:
            wide = 2 * pi * value / whole
            slices.append(_Slice(index, turned, turned + wide))
            turned += wide
    return slices


def _colour(slice_: _Slice) -> str:
    return COLOURS[slice_.index % len(COLOURS)]


def _point(angle: float, radius: float) -> tuple[float, float]:
    return WIDTH / 2 + radius * sin(angle), HEIGHT / 2 - radius * cos(angle)


def _outline(slice_: _Slice) -> str:
    if slice_.end - slice_.start > 2 * pi - 1e-6:
        up, down = _point(0, _RADIUS), _point(pi, _RADIUS)
        half = f"A{_RADIUS:g} {_RADIUS:g} 0 1 1"
        return f"M{_xy(up)}{half} {_xy(down)}{half} {_xy(up)}Z"
    far = int(slice_.end - slice_.start > pi)
    begin, end = _point(slice_.start, _RADIUS), _point(slice_.end, _RADIUS)
    return (
        f"M{_xy((WIDTH / 2, HEIGHT / 2))}L{_xy(begin)}"
        f"A{_RADIUS:g} {_RADIUS:g} 0 {far} 1 {_xy(end)}Z"
    )


def _xy(point: tuple[float, float]) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"


def _labels(drawing: Drawing, slices: Sequence[_Slice], *, right: bool) -> None:
    """The labels of one side, moved apart where slices are thin."""
    ordered = sorted(slices, key=lambda s: s.at(_RADIUS)[1])
    said = [_words(drawing, slice_.index) for slice_ in ordered]
    tight = sum(map(len, said)) * _PITCH > HEIGHT - SIZE
    said = [["".join(block[:-1])] for block in said] if tight else said
    wanted = [s.at(_RADIUS + _REACH)[1] for s in ordered]
    tops = _apart(wanted, [len(block) * _PITCH for block in said])
    for slice_, block, top in zip(ordered, said, tops, strict=True):
        _leader(drawing, slice_, top + len(block) * _PITCH / 2, right=right)
        _label(drawing, slice_.index, block, top + SIZE, right=right, tight=tight)


def _words(drawing: Drawing, index: int) -> list[str]:
    """A name broken to the room beside the pie, and below it the figure."""
    name, figure = drawing.chart.series[index]
    return [*lines(name, _ROOM), figure.text]


def _leader(drawing: Drawing, slice_: _Slice, y: float, *, right: bool) -> None:
    """The line from the slice to its label."""
    side = 1 if right else -1
    edge, elbow = slice_.at(_RADIUS), slice_.at(_RADIUS + _REACH)
    path = f"M{_xy(edge)}L{_xy((elbow[0], y))}H{WIDTH / 2 + side * _LABEL:.2f}"
    drawing.shape("path", d=path, fill="none", stroke=LINE, stroke_width=0.75)


def _label(
    drawing: Drawing, index: int, said: Sequence[str], y: float, *, right: bool, tight: bool
) -> None:
    """A name and below it its figure; on one line where the labels stand close."""
    side, where = (1, "start") if right else (-1, "end")
    x = WIDTH / 2 + side * (_LABEL + 4)
    if not tight:
        for number, line in enumerate(said[:-1]):
            drawing.words(line, x, y + number * _PITCH, where)
        drawing.figure(index, x, y + (len(said) - 1) * _PITCH, where)
        return
    wide = breadth(drawing.chart.series[index][1].text) * SIZE + 4
    name, *more = lines(said[0], _ROOM - wide - SIZE)
    name += "…" if more else ""
    outer = breadth(name if right else drawing.chart.series[index][1].text) * SIZE + 4
    drawing.words(name, x if right else x - outer, y, where)
    drawing.figure(index, x + outer if right else x, y, where)


def _apart(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Tops of labels that do not overlap, as near to the wanted middles as the drawing allows."""
    tops: list[float] = []
    free = 1.0
    for middle, height in zip(wanted, heights, strict=True):
        tops.append(max(middle - height / 2, free))
        free = tops[-1] + height
    limit = HEIGHT - 2.0
    for index in range(len(tops) - 1, -1, -1):
        tops[index] = min(tops[index], limit - heights[index])
        limit = tops[index]
    return tops


def _rest(drawing: Drawing, indices: Sequence[int]) -> None:
    """Names and figures of what has no slice, in the lower left corner upwards."""
    for number, index in enumerate(indices):
        y = HEIGHT - 5 - number * _PITCH
        name = drawing.chart.series[index][0]
        drawing.words(f"{name}：", 2, y, "start")
        drawing.figure(index, 4 + breadth(f"{name}：") * SIZE, y, "start")
