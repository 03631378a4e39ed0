"""Promises in goal texts (目标中的承诺): a number and 以上, and what is later said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.documents import Passage
from kaocheng.performance.quantities import Quantity, measure, quantities
from kaocheng.performance.records import Indicator
from kaocheng.performance.wording import amount, target_of, unit_of

_BEFORE = re.compile(r"(?:达到?|不少于|不低于|不超过|至少|超过|≥|>=|完成|为|共|约|至|已)+$")
_ASKING = re.compile(r"(?:达到?|不少于|不低于|至少|超过|≥|>=)$")
_AFTER = re.compile(r"(?:以上|及以上)")
# 每次、月均、其中之类说的是一部分，不能与全年的承诺相比
PARTLY = re.compile(r"每|均|其中|新增|上年|去年|同比|第[一二三四]季度|首批|第一批")
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
        if asked and base(quantity)[1] not in (
            "元",
            "年",
            "月",
            "个月",
            "日",
            "天",
            "",
            "分",
            "期",
        ):
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
    return common >= _LEAST_COMMON and not PARTLY.search(one.before + other.before)


def told_of(indicator: Indicator, told: list[Passage]) -> Iterator[Quantity]:
    """What the text says of an indicator's thing: its own unit, and a name that ends the same."""
    target, unit = target_of(indicator), unit_of(indicator)
    counted = measure(unit)[1]
    if target is None or counted in _PIECES or counted in ("元", "比", "年", "月", "日", ""):
        return
    name = re.sub(r"\W", "", indicator.name.words)
    for passage in told:
        if unit not in passage.text and counted not in passage.text:
            continue
        for quantity in quantities(passage):
            if measure(quantity.unit)[1] == counted and _ends_alike(name, subject(quantity)):
                yield quantity


def reached(indicator: Indicator, told: list[Passage]) -> list[Decimal]:
    """The numbers the text gives for an indicator, in base units."""
    return [base(quantity)[0] for quantity in told_of(indicator, told)]


def exceeded(indicator: Indicator, told: list[Passage], share: Decimal) -> Quantity | None:
    """The largest number told of an indicator that lies above its target by more than `share`."""
    target = target_of(indicator)
    best = max(told_of(indicator, told), key=lambda q: base(q)[0], default=None)
    if target is None or best is None:
        return None
    wanted = amount(target, unit_of(indicator))[0]
    return best if base(best)[0] > wanted * (1 + share) else None


def _ends_alike(name: str, words: str) -> bool:
    return len(name) > 1 and len(words) > 1 and name[-2:] == words[-2:]
