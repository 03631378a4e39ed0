"""Charts: drawn in true proportion, with no number but the figures of the series."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from kaocheng.kernel.papers import Chart, Unwritable
from kaocheng.writing.papers.charts import HEIGHT, WIDTH, svg
from kaocheng.writing.papers.charts.drawing import SIZE
from kaocheng.writing.papers.measuring import breadth
from tests.writing.papers.papers_fixture import bars, figure, slices

SVG = "{http://www.w3.org/2000/svg}"


def shapes(chart: Chart, name: str) -> list[etree._Element]:
    """The elements of that name."""
    return list(etree.fromstring(svg(chart).encode()).iter(f"{SVG}{name}"))


def of(kind: str, *values: str) -> Chart:
    """A chart of made-up values."""
    series = tuple((f"项目{n}", figure(f"项目{n}", value)) for n, value in enumerate(values))
    return Chart(kind, "图", series, "说明")


@pytest.mark.parametrize("chart", [bars(), slices()], ids=["column", "pie"])
def test_it_prints_the_figures_of_the_series_and_no_other_number(chart: Chart) -> None:
    """Names and figures, nothing calculated on the way."""
    names = {name for name, _ in chart.series}
    words = [text.text for text in shapes(chart, "text")]
    marked = [text.text for text in shapes(chart, "text") if text.get("class") == "f"]
    assert sorted(figure.text for _, figure in chart.series) == sorted(marked)
    assert [] == [
        word
        for word in words
        if word not in marked and word not in names and re.search(r"\d", word)
    ]


def test_columns_are_in_proportion_also_below_zero() -> None:
    """Heights as the values, both from the one base line."""
    heights = [float(r.get("height")) for r in shapes(of("column", "10", "-5", "0"), "rect")]
    assert (2.0, 0.0) == (round(heights[0] / heights[1], 2), heights[2])


@pytest.mark.parametrize(
    "values", [("1",), ("1", "0", "-3"), ("0", "0"), (), ("1",) * 14, ("1000", *["1"] * 8)]
)
def test_pies_of_any_shape_stay_on_the_drawing(values: tuple[str, ...]) -> None:
    """One slice, none, many thin ones: every word stays inside."""
    for text in shapes(of("pie", *values), "text"):
        assert_inside(text)


def test_long_names_are_broken_not_cut() -> None:
    """Beside a pie and below a column."""
    long = "政府性基金预算财政拨款收入及上年结转"
    series = tuple((f"{long}{n}", figure(long, value)) for n, value in enumerate(("9", "1", "3")))
    for kind in ("pie", "column"):
        for text in shapes(Chart(kind, "图", series, "说明"), "text"):
            assert_inside(text)


def assert_inside(text: etree._Element) -> None:
    """The words begin and end on the drawing."""
    wide = breadth(text.text or "") * SIZE
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor")]
    left = float(text.get("x")) - shift * wide
    assert left >= 0
    assert left + wide <= WIDTH
    assert SIZE * 0.8 <= float(text.get("y")) <= HEIGHT


def test_it_has_a_title_and_a_description() -> None:
    """For those who hear it read."""
    root = etree.fromstring(svg(slices()).encode())
    said = [root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")]
    assert [slices().caption, slices().description] == said


def test_an_unknown_kind_is_refused() -> None:
    """Rather than drawn wrong."""
    with pytest.raises(Unwritable, match="不认识的图形“line”"):
        svg(of("line", "1"))
