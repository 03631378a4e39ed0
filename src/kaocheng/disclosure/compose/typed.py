"""Words the clerk typed (填写的文字): their own numbers become figures that name the entry."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.numbers import numbers
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.papers import Run
from kaocheng.kernel.places import Place

TYPED = "单位填写"
"""Formula of a number that stands in the clerk's own words: it was typed, not worked out."""


def typed_runs(words: str, source: str) -> Iterator[Run]:
    """The words with each number that measures something as a figure of its own."""
    last = 0
    for found in numbers(words):
        end = found.end - len(found.unit.name)
        if found.start > last:
            yield Run(words[last : found.start])
        text = words[found.start : end]
        yield Run(text, _figure(text, found.number.value, found.number.decimals, found.unit.name))
        last = end
    if words[last:]:
        yield Run(words[last:])
