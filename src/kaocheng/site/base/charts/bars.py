"""Bars (条形图): lying bars for named things, each in parts when there are several series."""

from __future__ import annotations

from collections.abc import Sequence

from kaocheng.site.base.charts.drawing import LETTER, Drawing
from kaocheng.site.base.charts.scales import Number, marks, shown
from kaocheng.writing.papers.measuring import breadth

Series = tuple[str, Sequence[Number]]
_ROW, _BAR, _TOP, _GAP = 30.0, 18.0, 6.0, 10.0
_MOST_NAME, _FIGURE = 180.0, 80.0


def bars(labels: Sequence[str], series: Sequence[Series], title: str, unit: str) -> str:
    """Named things one under another; the parts of a bar lie end to end, the sum stands behind."""
    names = min(max((breadth(name) * LETTER for name in labels), default=0.0) + _GAP, _MOST_NAME)
    drawing = Drawing(height=_TOP * 2 + _ROW * max(len(labels), 1))
    totals = [sum(values[row] for _, values in series) for row in range(len(labels))]
    highest = marks(totals)[-1]
    scale = (drawing.width - names - _FIGURE) / highest
    for row, name in enumerate(labels):
        middle = _TOP + _ROW * (row + 0.5)
        drawing.words(_cut(name), names - _GAP, middle + 4, "end")
        end = _parts(drawing, row, series, (names, middle), (scale, unit))
        drawing.words(f"{shown(totals[row])}{unit}", end + 6, middle + 4, "start", "value")
    drawing.shape("path", d=f"M{names:g} 0V{drawing.height:g}", css="axis")
    return drawing.finished(title)


def _parts(
    drawing: Drawing,
    row: int,
    series: Sequence[Series],
    start: tuple[float, float],
    scale: tuple[float, str],
) -> float:
    """Draw the parts of one bar and return where it ends."""
    left, middle = start
    by, unit = scale
    for index, (name, values) in enumerate(series):
        wide = max(float(values[row]), 0.0) * by
        if wide:
            drawing.shape(
                "rect", x=left, y=middle - _BAR / 2, width=wide, height=_BAR, css=f"mark c{index % 8}",
                said=f"{name} {shown(values[row])}{unit}".strip(),
            )  # fmt: skip
        left += wide
    return left


def _cut(name: str) -> str:
    """A long name up to the room there is; the table beneath has it whole."""
    while breadth(name) * LETTER > _MOST_NAME - _GAP:
        name = name.removesuffix("…")[:-1] + "…"
    return name
