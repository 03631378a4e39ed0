"""Charts (图): columns and pies drawn from the same figures as the sentences, and told in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kaocheng.disclosure.compose.evaluating import Evaluator
from kaocheng.disclosure.compose.facts import Facts
from kaocheng.disclosure.compose.patterns import ChartPattern
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.papers import Chart

_KINDS = {"column": "柱状图", "pie": "饼状图"}


def chart(pattern: ChartPattern, facts: Facts, evaluator: Evaluator, number: int) -> Chart | None:
    """The chart of a pattern, None when there is nothing to draw."""
    series = tuple(_series(pattern, facts, evaluator))
    if not any(figure.value for _, figure in series) or _alone(pattern, series):
        return None
    caption = f"图{number}：{_words(pattern.caption, facts, evaluator)}"
    told = "，".join(f"{label}{figure.text}{figure.unit.name}" for label, figure in series)
    return Chart(pattern.kind, caption, series, f"{caption}（{_KINDS[pattern.kind]}）：{told}。")


def _alone(pattern: ChartPattern, series: tuple[tuple[str, Figure], ...]) -> bool:
    """Whether columns of years side by side have but one of them: they would compare nothing."""
    years = pattern.kind == "column" and not pattern.each
    return years and len(pattern.series) > 1 and len(series) == 1


def _series(
    pattern: ChartPattern, facts: Facts, evaluator: Evaluator
) -> Iterator[tuple[str, Figure]]:
    members = facts.lists.get(pattern.each, ()) if pattern.each else (None,)
    for member in members:
        here = facts.within(member) if member else facts
        for label, name in pattern.series:
            figure = here.figure(name)
            if figure and (figure.value or pattern.kind == "column"):
                yield _words(label, here, evaluator), _bare(evaluator.printer.plain(figure))


def _bare(figure: Figure) -> Figure:
    """The figure as a chart prints it: without its unit, which the axis names."""
    return replace(figure, text=figure.text.removesuffix(figure.unit.name))


def _words(text: str, facts: Facts, evaluator: Evaluator) -> str:
    return "".join(run.text for run in evaluator.runs(text, facts))
