"""Chart tags: `{% load charts %}{% bar_chart "各部门在办" rows unit="件" %}`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.template import Library
from django.utils.safestring import mark_safe

from kaocheng.site.base.charts.bars import Series, bars
from kaocheng.site.base.charts.lines import columns, lines
from kaocheng.site.base.charts.scales import shown

register = Library()
Draw = Callable[[Sequence[str], Sequence[Series], str, str], str]


@register.inclusion_tag("base/chart.html")
def bar_chart(title: str, rows: Iterable[tuple[str, Any]], unit: str = "") -> Mapping[str, Any]:
    """Lying bars: `rows` are (name, value)."""
    pairs = list(rows)
    names, values = [str(name) for name, _ in pairs], [value for _, value in pairs]
    return _chart(bars, title, names, {"": values}, unit)


@register.inclusion_tag("base/chart.html")
def stacked_chart(
    title: str, labels: Sequence[str], series: Mapping[str, Sequence[Any]], unit: str = ""
) -> Mapping[str, Any]:
    """Lying bars in parts: `series` are {name of the part: values by label}."""
    return _chart(bars, title, labels, series, unit)


@register.inclusion_tag("base/chart.html")
def column_chart(
    title: str, labels: Sequence[str], series: Mapping[str, Sequence[Any]], unit: str = ""
) -> Mapping[str, Any]:
    """Standing columns over time, several series stacked."""
    return _chart(columns, title, labels, series, unit)


@register.inclusion_tag("base/chart.html")
def line_chart(
    title: str, labels: Sequence[str], series: Mapping[str, Sequence[Any]], unit: str = ""
) -> Mapping[str, Any]:
    """A line for each series over time; a value None is a gap."""
    return _chart(lines, title, labels, series, unit)


def _chart(
    draw: Draw, title: str, labels: Sequence[str], series: Mapping[str, Sequence[Any]], unit: str
) -> Mapping[str, Any]:
    """Nothing is drawn of nothing: the template then says that there are no figures."""
    given = any(value is not None for values in series.values() for value in values)
    names = [str(label) for label in labels]
    return {
        "title": title,
        "unit": unit,
        "names": [name for name in series if name],
        # the drawing escapes every word it is given
        "drawn": mark_safe(draw(names, list(series.items()), title, unit)) if given else "",  # noqa: S308
        "rows": [
            (name, [_cell(values[at]) for values in series.values()])
            for at, name in enumerate(names)
        ],
    }


def _cell(value: Any) -> str:
    return "—" if value is None else shown(value)
