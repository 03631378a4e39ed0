"""Charts: figures in true proportion, every word escaped, the numbers beside the picture."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.site.base.charts.bars import bars
from kaocheng.site.base.charts.lines import columns, lines
from kaocheng.site.base.charts.scales import marks, shown

NAMES = ["甲局", "乙<局>&", "丙"]
TWO = [("办结", [3, 0, 10]), ("在办", [1, 2, 2.5])]


def _root(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1))
def test_a_scale_reaches_over_every_value(values: list[int]) -> None:
    """From below the least to above the greatest, zero among the marks, in few steps."""
    scale = marks(values)
    assert scale[0] <= min(0, *values, 0)
    assert scale[-1] >= max(0, *values, 0)
    assert 0.0 in scale
    assert 2 <= len(scale) <= 8


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (1234567, "1,234,567"), (99.869, "99.87"), (2.5, "2.5"), (3.0, "3")],
)
def test_figures_as_people_read_them(value: float, said: str) -> None:
    """Thousands marked, two decimals at most."""
    assert said == shown(value)


def test_bars_are_as_long_as_their_values() -> None:
    """In proportion, end to end; a part of nothing is not drawn."""
    rects = _root(bars(NAMES, TWO, "题", "件")).findall("rect")
    widths = [float(r.attrib["width"]) for r in rects]
    assert pytest.approx([3, 1, 2, 10, 2.5], rel=0.02) == [w / widths[1] for w in widths]
    assert float(rects[1].attrib["x"]) == pytest.approx(
        float(rects[0].attrib["x"]) + widths[0], abs=0.2
    )


def test_columns_stand_on_one_another() -> None:
    """Heights in proportion."""
    rects = _root(columns(NAMES, TWO, "题", "件")).findall("rect")
    heights = [float(r.attrib["height"]) for r in rects]
    assert pytest.approx(3.0, rel=0.05) == heights[0] / heights[1]


def test_a_missing_value_breaks_the_line() -> None:
    """No line is drawn through a day without figures, and none is taken for zero."""
    root = _root(lines(["一", "二", "三", "四"], [("甲", [1, None, 3, 4])], "题", ""))
    (path,) = [p for p in root.findall("path") if "line" in p.attrib["class"].split()]
    assert 2 == path.attrib["d"].count("M")
    assert 3 == len(root.findall("circle"))


@pytest.mark.parametrize(
    "tag",
    ['bar_chart "题" rows unit="件"', 'stacked_chart "题" names series', 'column_chart "题" names series',
     'line_chart "题" names series'],
)  # fmt: skip
def test_each_chart_has_its_numbers_as_a_table(tag: str) -> None:
    """For those who would rather read, and for those who cannot see; names are escaped."""
    rows: Any = list(zip(NAMES, [3, 0, 10], strict=True))
    context = Context({"rows": rows, "names": NAMES, "series": dict(TWO)})
    text = Template(f"{{% load charts %}}{{% {tag} %}}").render(context)
    assert 3 == len(re.findall(r'<th scope="row">', text))
    assert "乙&lt;局&gt;&amp;" in text
    assert "<局>" not in text
    assert 'role="img"' in text


def test_no_figures_are_not_drawn() -> None:
    """It is said that there are none."""
    text = Template('{% load charts %}{% bar_chart "题" rows %}').render(Context({"rows": []}))
    assert "还没有数据" in text
    assert "<svg" not in text
