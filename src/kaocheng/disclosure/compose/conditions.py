"""Conditions of variants (适用条件): when a wording fits the year's figures.

`known 甲`, `zero 甲`, `some 甲` (不为零), `same 甲 乙` (到分相等), `more 甲 乙`, `less 甲 乙`, `text 名`,
`said 词` (单位写了), `listed 清单`, `first` (没有上年数)；前面加 `not` 取反。
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kaocheng.disclosure.compose.facts import Facts
from kaocheng.kernel.figures import Figure


class UnknownCondition(ValueError):
    """A condition no pattern may use (条件写错)."""


def holds(condition: str, facts: Facts) -> bool:
    """Whether a condition is true of the facts."""
    word, *operands = condition.split()
    if word == "not":
        return not holds(" ".join(operands), facts)
    if word in _WORDS:
        return _WORDS[word](facts, operands)
    if word not in _PAIRS:
        raise UnknownCondition(condition)
    one, two = (facts.figure(operand) for operand in operands)
    return one is not None and two is not None and _PAIRS[word](one, two)


def _zero(facts: Facts, operands: list[str]) -> bool:
    return all((figure := facts.figure(name)) is None or not figure.value for name in operands)


def _first(facts: Facts, _: list[str]) -> bool:
    return not facts.year.last_year


def _listed(facts: Facts, operands: list[str]) -> bool:
    return any(facts.lists.get(name) or facts.names.get(name) for name in operands)


_WORDS: Mapping[str, Callable[[Facts, list[str]], bool]] = MappingProxyType(
    {
        "known": lambda facts, operands: all(facts.figure(name) for name in operands),
        "zero": _zero,
        "some": lambda facts, operands: not _zero(facts, operands),
        "text": lambda facts, operands: all(facts.year.texts.get(name) for name in operands),
        "said": lambda facts, operands: all(facts.words.get(name) for name in operands),
        "listed": _listed,
        "first": _first,
    }
)


def _more(one: Figure, two: Figure) -> bool:
    """Decided on the exact amounts: what is printed alike may still differ and want its reason."""
    return one.base > two.base


_PAIRS: Mapping[str, Callable[[Figure, Figure], bool]] = MappingProxyType(
    {
        "same": lambda one, two: one.base == two.base,
        "more": _more,
        "less": lambda one, two: _more(two, one),
    }
)
