"""The wholes an amount is a part of (分项所属的总数), from the nearest list outwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.lists.finding import listings
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement

_WITHIN = re.compile(r"[，,（(]?\s*(?:其中)?(?:包?含)")


def wholes_over(group: Sequence[Sentence], part: Mention) -> list[Mention]:
    """What the amount is a part of, and what that is a part of, in the paragraph; nearest first."""
    above = {
        id(item.amount): listing.whole
        for previous, sentence in zip([None, *group], group, strict=False)
        if sentence.start <= part.start
        for listing in listings(sentence, previous)
        for item in listing.items
    }
    found: list[Mention] = []
    while (whole := above.get(id(part))) and whole not in found:
        found.append(whole)
        part = whole
    return found


def counted_twice(
    statement: Statement, whole: Mention, plus: Sequence[Mention], minus: Sequence[Mention]
) -> bool:
    """Whether a sum takes in one amount twice: a part with what it is part of (收入，含年初结转)."""
    told = [(part, plus) for part in plus] + [(whole, minus)]
    return any(
        over in terms and over is not part
        for part, terms in told
        for over in _over(statement, part)
    )


def _over(statement: Statement, part: Mention) -> list[Mention]:
    """The wholes over an amount, that which is said to take it in (A，含B) among them."""
    groups = (g for g in paragraphs(statement) if any(part in s.mentions for s in g))
    group = next(groups, [])
    within = [
        before
        for sentence in group
        for before, here in pairwise(sentence.mentions)
        if here is part and _WITHIN.match(part.before)
    ]
    return [*within, *wholes_over(group, part)]
