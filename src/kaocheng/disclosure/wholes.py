"""The wholes an amount is a part of (分项所属的总数), from the nearest list outwards."""

from __future__ import annotations

from collections.abc import Sequence

from kaocheng.disclosure.lists import listings
from kaocheng.disclosure.sentences import Mention, Sentence


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
