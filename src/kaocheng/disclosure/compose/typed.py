"""Words the clerk typed (填写的文字): their own numbers become figures that name the entry."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.numbers import Found, numbers
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.papers import Run
from kaocheng.kernel.places import Place

TYPED = "单位填写"
"""Formula of a number that stands in the clerk's own words: it was typed, not worked out."""


def typed_runs(words: str, source: str) -> Iterator[Run]:
    """The words with each number that measures something as a figure of its own."""
    last = 0
    for found in numbers(words):
        if found.start > last:
            yield Run(words[last : found.start])
        text = words[found.start : found.end]
        yield Run(text, _figure(text, found, source))
        last = found.end
    if words[last:]:
        yield Run(words[last:])


def _figure(text: str, found: Found, source: str) -> Figure:
    return Figure(
        source.rpartition("/")[2],
        found.number.value,
        found.unit,
        found.number.decimals,
        text,
        Place(""),
        approximate=found.approximate,
        formula=TYPED,
        records=(source,),
    )
