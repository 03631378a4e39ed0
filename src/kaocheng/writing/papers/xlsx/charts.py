"""The sheet of charts (图表): each with its numbers beside it, so that they can be changed."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter import Workbook

from kaocheng.kernel.papers import Chart
from kaocheng.writing.papers.xlsx.looks import Looks, number_format, stored
from kaocheng.writing.safe import clean

_APART = 17
_SIZE = {"width": 560, "height": 300}
_FONT = {"name": "黑体", "size": 10}


def write_charts(book: Workbook, name: str, charts: Sequence[Chart], looks: Looks) -> None:
    """Write each chart's numbers and the chart itself, one below the other."""
    page = book.add_worksheet(name)
    page.set_column(0, 0, 26)
    page.set_column(1, 1, 16)
    row = 0
    for chart in charts:
        page.write_string(row, 0, clean(chart.caption), looks.of("line"))
        for index, (label, figure) in enumerate(chart.series, row + 1):
            page.write_string(index, 0, clean(label), looks.cell(9, "left"))
            pattern = number_format(figure, figure.text)
            if pattern:
                look = looks.cell(9, "right", pattern)
                page.write_number(index, 1, stored(figure.value), look)
            else:
                page.write_string(index, 1, clean(figure.text), looks.cell(9, "right"))
        _insert(book, name, chart, row)
        row += max(_APART, len(chart.series) + 3)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_footer("&C&14— &P —")


def _insert(book: Workbook, name: str, chart: Chart, row: int) -> None:
    drawn = book.add_chart({"type": chart.kind})
    last = row + len(chart.series)
    drawn.add_series(
        {
            "name": clean(chart.caption),
            "categories": [name, row + 1, 0, last, 0],
            "values": [name, row + 1, 1, last, 1],
            "data_labels": {"value": True, "category": chart.kind == "pie", "font": _FONT},
            "gap": 80,
        }
    )
    drawn.set_title({"name": clean(chart.caption), "name_font": {"name": "黑体", "size": 12}})
    drawn.set_size(_SIZE)
    drawn.set_legend({"none": True})
    if chart.kind == "column":
        base = {} if any(figure.value < 0 for _, figure in chart.series) else {"min": 0}
        drawn.set_y_axis({"visible": False, "major_gridlines": {"visible": False}, **base})
        drawn.set_x_axis({"num_font": _FONT})
    about = {"description": clean(chart.description or chart.caption), "object_position": 1}
    book.get_worksheet_by_name(name).insert_chart(row, 3, drawn, about)
