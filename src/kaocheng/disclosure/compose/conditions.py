"""Conditions of variants (适用条件): when a wording fits the year's figures.

`known 甲`, `zero 甲`, `some 甲` (不为零), `same 甲 乙` (写出来一样), `more 甲 乙`, `less 甲 乙`, `text 名`,
`said 词` (单位写了), `listed 清单`, `first` (没有上年数)；前面加 `not` 取反。
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kaocheng.disclosure.compose.facts import Facts
from kaocheng.disclosure.compose.printing import Printer
from kaocheng.kernel.figures import Figure


class UnknownCondition(ValueError):
    """A condition no pattern may use (条件写错)."""


def holds(condition: str, facts: Facts, printer: Printer) -> bool:
    """Whether a condition is true of the facts."""
    word, *operands = condition.split()
    if word == "not":
        return not holds(" ".join(operands), facts, printer)
    if word in _WORDS:
        return _WORDS[word](facts, operands)
    if word not in _PAIRS:
        raise UnknownCondition(condition)
    one, two = (facts.figure(operand) for operand in operands)
    return one is not None and two is not None and _PAIRS[word](printer, one, two)


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


def _more(printer: Printer, one: Figure, two: Figure) -> bool:
    return printer.plain(one).value > printer.plain(two).value


_PAIRS: Mapping[str, Callable[[Printer, Figure, Figure], bool]] = MappingProxyType(
    {
        "same": lambda printer, one, two: printer.same(one, two),
        "more": _more,
        "less": lambda printer, one, two: _more(printer, two, one),
    }
)
