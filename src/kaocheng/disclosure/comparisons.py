"""Comparisons (比较): an amount, the one it is compared with, the change and its rate, read together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kaocheng.disclosure.context import is_change
from kaocheng.disclosure.growths.from_base import from_base
from kaocheng.disclosure.growths.from_change import from_change
from kaocheng.disclosure.growths.records import Comparison, same
from kaocheng.disclosure.references import COMPARED, EARLIER
from kaocheng.disclosure.sentences import Mention, Sentence

_LEVEL = re.compile(r"\s?[）)]?的?(?:相比)?(?P<word>持平|一致|相同|相等)")


def levels(sentence: Sentence) -> Iterator[tuple[Mention, Mention, tuple[int, int]]]:
    """An amount, the one behind it that it is said to be level with, where the word stands (与A持平)."""
    for now, was in pairwise(sentence.mentions):
        level = not (now.refers or is_change(now) or is_change(was)) and same(now, was)
        match = _LEVEL.match(sentence.passage.text, was.end)
        if level and was.refers == COMPARED and match:
            yield now, was, match.span("word")


def comparisons(group: list[Sentence]) -> Iterator[Comparison]:
    """Every comparison of a paragraph whose earlier amount, budget or plan is printed."""
    for sentence in group:
        taken: set[int] = set()
        for index, mention in enumerate(sentence.mentions):
            if mention.refers in (COMPARED, EARLIER) and not mention.figure.unit.is_ratio:
                found = from_base(group, sentence, index)
            elif is_change(mention) and id(mention) not in taken:
                found = from_change(group, sentence, index)
            else:
                found = None
            if found and (found.change or found.rates):
                taken |= {id(m) for m in (found.change, *found.rates) if m}
                yield found
