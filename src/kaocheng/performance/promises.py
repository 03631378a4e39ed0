"""Promises in goal texts (目标中的承诺): a number with a unit and 以上, and what is later said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.documents import Passage
from kaocheng.performance.quantities import Quantity, measure, quantities

_BEFORE = re.compile(r"(?:达到?|不少于|不低于|不超过|至少|超过|≥|>=|完成|为|共|约|至|已)+$")
_ASKING = re.compile(r"(?:达到?|不少于|不低于|至少|超过|≥|>=)$")
_AFTER = re.compile(r"(?:以上|及以上)")
_PIECES = frozenset("件项条个起宗")
_LEAST_COMMON = 4


def base(quantity: Quantity) -> tuple[Decimal, str]:
    """The value in base units; the words for single pieces (件 项 条 个 …) count as one unit."""
    factor, unit = measure(quantity.unit)
    return quantity.figure.value * factor, "件" if unit in _PIECES else unit


def promises(goal: Passage) -> Iterator[Quantity]:
    """The numbers a goal promises to reach, money left aside."""
    for quantity in quantities(goal):
        after = goal.text[quantity.end : quantity.end + 4]
        asked = _AFTER.match(after) or _ASKING.search(quantity.before)
        if asked and base(quantity)[1] not in ("元", "年", "月", "日", "", "分", "期"):
            yield quantity


def subject(quantity: Quantity) -> str:
    """The words just before a number, verbs of reaching left out."""
    return _BEFORE.sub("", re.sub(r"\s", "", quantity.before))


def same_subject(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are said of the same thing: the same unit and the same last words."""
    if base(one)[1] != base(other)[1]:
        return False
    a, b = subject(one), subject(other)
    common = 0
    while common < min(len(a), len(b)) and a[-1 - common] == b[-1 - common]:
        common += 1
    return common >= min(_LEAST_COMMON, max(len(a), 1)) and common >= _LEAST_COMMON
