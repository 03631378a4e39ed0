"""Charts (图) drawn as SVG: columns and pies with every figure written beside its shape.

There is no axis with numbers: a number that no figure of the paper carries is never printed.
"""

from __future__ import annotations

from kaocheng.kernel.papers import Chart, Unwritable
from kaocheng.writing.papers.charts.columns import columns
from kaocheng.writing.papers.charts.drawing import HEIGHT, WIDTH, Drawing
from kaocheng.writing.papers.charts.pies import pie

__all__ = ["HEIGHT", "WIDTH", "svg"]
_DRAWN = {"column": columns, "pie": pie}


def svg(chart: Chart, first: int = 1) -> str:
    """The chart as one SVG element, the number of its first figure being `first`.

    Raises Unwritable for a kind that cannot be drawn.
    """
    if chart.kind not in _DRAWN:
        raise Unwritable(f"《{chart.caption}》：不认识的图形“{chart.kind}”，只能画柱状图和饼图。")
    drawing = Drawing(chart, first)
    _DRAWN[chart.kind](drawing)
    return drawing.finished()
