"""Lines and columns over time (折线图、柱状图): named points from left to right, a scale at the side."""

from __future__ import annotations

from collections.abc import Sequence

from kaocheng.site.base.charts.bars import Series
from kaocheng.site.base.charts.drawing import LETTER, Drawing
from kaocheng.site.base.charts.scales import Number, marks, shown
from kaocheng.writing.papers.measuring import breadth

_HEIGHT, _TOP, _BOTTOM, _RIGHT = 230.0, 16.0, 30.0, 14.0


class _Field:
    """The field between the axes: turns a point's place and value into coordinates."""

    def __init__(self, labels: Sequence[str], values: Sequence[Number]) -> None:
        self.marks = marks(values)
        wide = max(breadth(shown(mark)) for mark in self.marks) * LETTER
        self.left, self.count = wide + 14.0, max(len(labels), 1)
        self.drawing = Drawing(height=_HEIGHT)
        self.step = (self.drawing.width - self.left - _RIGHT) / self.count

    def x(self, at: int) -> float:
        return self.left + self.step * (at + 0.5)

    def y(self, value: Number) -> float:
        low, high = self.marks[0], self.marks[-1]
        return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (high - float(value)) / (high - low)

    def frame(self, labels: Sequence[str]) -> None:
        """The scale at the side, and the names below as far as there is room for them."""
        for mark in self.marks:
            y = self.y(mark)
            css = "axis" if mark == 0 else "grid-line"
            right = self.drawing.width - _RIGHT
            self.drawing.shape("path", d=f"M{self.left:.1f} {y:.1f}H{right:.1f}", css=css)
            self.drawing.words(shown(mark), self.left - 8, y + 4, "end")
        widest = max((breadth(name) for name in labels), default=0.0) * LETTER + 8
        every = max(1, int(-(-widest // self.step)))
        for at in range(0, len(labels), every):
            self.drawing.words(labels[at], self.x(at), _HEIGHT - _BOTTOM + 18)


def lines(labels: Sequence[str], series: Sequence[Series], title: str, unit: str) -> str:
    """A line for each series; None leaves a gap."""
    given = [v for _, values in series for v in values if v is not None]
    field = _Field(labels, given)
    field.frame(labels)
    for index, (name, values) in enumerate(series):
        _line(field, index, values)
        for at, value in enumerate(values):
            if value is not None:
                said = f"{labels[at]} {name} {shown(value)}{unit}"
                field.drawing.shape(
                    "circle",
                    cx=field.x(at),
                    cy=field.y(value),
                    r=3.0,
                    css=f"mark c{index % 8}",
                    said=said,
                )
    return field.drawing.finished(title)


def _line(field: _Field, index: int, values: Sequence[Number | None]) -> None:
    path, drawn = "", False
    for at, value in enumerate(values):
        if value is not None:
            path += f"{'L' if drawn else 'M'}{field.x(at):.1f} {field.y(value):.1f}"
        drawn = value is not None
    if path:
        field.drawing.shape("path", d=path, css=f"line mark c{index % 8}")


def columns(labels: Sequence[str], series: Sequence[Series], title: str, unit: str) -> str:
    """Columns, those of several series stacked on one another."""
    totals = [sum(values[at] for _, values in series) for at in range(len(labels))]
    field = _Field(labels, totals)
    field.frame(labels)
    wide = min(field.step * 0.62, 44.0)
    for at, label in enumerate(labels):
        base = 0.0
        for index, (name, values) in enumerate(series):
            low, base = base, base + float(values[at])
            top = field.y(base)
            field.drawing.shape(
                "rect", x=field.x(at) - wide / 2, y=top, width=wide, height=field.y(low) - top,
                css=f"mark c{index % 8}", said=f"{label} {name} {shown(values[at])}{unit}",
            )  # fmt: skip
    return field.drawing.finished(title)
