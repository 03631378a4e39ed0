"""The whole of a list (总计): the amount before it that its parts may make up."""

from __future__ import annotations

import re

from kaocheng.disclosure.context import is_change
from kaocheng.disclosure.lists.records import Item
from kaocheng.disclosure.reach import added
from kaocheng.disclosure.references import BESIDE
from kaocheng.disclosure.sentences import Mention

CHANGED = re.compile(
    r"(?:比|较|与)[^，。；]*\d{4}|(?:比|较|与)(?:上年|去年|年初)|增加|减少|调增|调减|节约|[增减](?:了)?\Z"
)
"""Words before an amount that is a difference, neither a part nor a whole."""

_FEWEST = 2
_NEAR = 3  # amounts before the list that may be its whole


def whole_of(
    earlier: tuple[Mention, ...], first: Mention, beside: tuple[Mention, ...] = ()
) -> Mention | None:
    """The nearest amount of that unit; a count of another unit between is of the figures `beside`."""
    for mention in reversed(earlier):
        same = mention.figure.unit.dimension == first.figure.unit.dimension
        if mention.refers in BESIDE or is_change(mention):
            continue
        if same and mention.depth <= first.depth and not CHANGED.search(mention.label):
            return mention
        if mention.kind == first.kind == "count" and not same and not in_pairs(mention, beside):
            return None
    return None


def in_pairs(mention: Mention, beside: tuple[Mention, ...]) -> bool:
    """Whether counts are told in pairs (125批312人次，其中集体访5批60人次)."""
    return any(m.figure.unit == mention.figure.unit and not m.before for m in beside)


def meant(
    earlier: tuple[Mention, ...], whole: Mention, items: tuple[Item, ...], *, nested: bool
) -> Mention:
    """The whole, or one right before it where the parts come to that (受理A件，办结B件，其中…)."""
    sought = added([item.amount for item in items])
    if len(items) < _FEWEST or sought.meets(whole.figure.interval):
        return whole
    if nested and sought.low <= whole.figure.interval.high:
        return whole
    near = [m for m in earlier if m.figure.unit == whole.figure.unit and m.depth == whole.depth]
    alike = (m for m in near[-_NEAR:] if not m.refers and not is_change(m))
    return next((m for m in alike if sought.meets(m.figure.interval)), whole)
