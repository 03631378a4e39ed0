"""Column charts (柱状图): columns from a base line, also below it, each with its figure."""

from __future__ import annotations

from collections.abc import Sequence

from kaocheng.writing.papers.charts.drawing import (
    COLOURS,
    HEIGHT,
    LINE,
    SIZE,
    WIDTH,
    Drawing,
    lines,
)

_SIDE, _TOP = 24.0, 22.0
_WIDEST = 64.0
_FILLED = 0.56


def columns(drawing: Drawing) -> None:
    """Draw the series as columns of true proportion, the base line at zero."""
    values = [float(figure.base) for _, figure in drawing.chart.series]
    highest, lowest = max([0.0, *values]), min([0.0, *values])
    step = (WIDTH - 2 * _SIDE) / max(len(values), 1)
    below = _below([name for name, _ in drawing.chart.series], step)
    room = HEIGHT - _TOP - below - (14.0 if lowest < 0 else 0.0)
    scale = room / (highest - lowest) if highest > lowest else 0.0
    base = _TOP + highest * scale if scale else HEIGHT - below
    for index, value in enumerate(values):
        middle = _SIDE + step * (index + 0.5)
        _column(drawing, index, middle, base=base, height=value * scale, step=step)
        _name(drawing, index, middle, HEIGHT - below, step)
    drawing.shape("path", d=f"M{_SIDE:g} {base:.2f}H{WIDTH - _SIDE:g}", stroke=LINE)


def _column(
    drawing: Drawing, index: int, middle: float, *, base: float, height: float, step: float
) -> None:
    wide = min(step * _FILLED, _WIDEST)
    drawing.shape(
        "rect",
        x=middle - wide / 2,
        y=min(base, base - height),
        width=wide,
        height=abs(height),
        fill=COLOURS[index % 2],
    )
    at = base - height - 5 if height >= 0 else base - height + SIZE + 3
    drawing.figure(index, middle, at)


def _below(names: Sequence[str], step: float) -> float:
    """How much room the names take below the columns."""
    most = max((len(lines(name, step - 6)) for name in names), default=1)
    return 10.0 + most * SIZE * 1.25


def _name(drawing: Drawing, index: int, middle: float, top: float, step: float) -> None:
    for number, line in enumerate(lines(drawing.chart.series[index][0], step - 6)):
        drawing.words(line, middle, top + SIZE + 6 + number * SIZE * 1.25)
