"""Formulas of the closed grammar (计算式) of kernel.lineage: read once, calculated exactly, no eval."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import floor

from kaocheng.kernel.lineage import WORDS

_TOKEN = re.compile(
    r"\s*(?:(print)?(?:\[(\d+)\]|(Σ))|(min|max|不超过|取整)(?=\()|(\d+(?:\.\d+)?)|("
    + "|".join(WORDS)
    + r")|"
    r"([-+*/(),|]))"
)
_ARITY = {"不超过": 2, "取整": 1}
_DEEPEST = 40
_LONGEST = 4000


class NotAFormula(ValueError):
    """The text is not in the grammar; its text says from where on."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a source is worth in base units: exactly, and as printed."""

    exact: Fraction
    printed: Fraction


@dataclass(frozen=True, slots=True)
class _Node:
    """A part of a formula: what it does, a number or word it holds, and its parts."""

    does: str
    holds: str = ""
    parts: tuple[_Node, ...] = ()


@lru_cache(maxsize=4096)
def parsed(text: str) -> _Node:
    """The formula of a text; raises NotAFormula."""
    if len(text) > _LONGEST:
        raise NotAFormula("计算式过长")
    reader = _Reader(_tokens(text))
    node = reader.expression(0)
    if reader.rest:
        raise NotAFormula(f"“{reader.rest[0][1]}”之后看不懂")
    return node


def calculate(
    text: str, sources: Sequence[Source], word: Callable[[str], Fraction]
) -> Fraction | None:
    """What a formula gives, or None when it divides by zero or asks for a source there is not.

    `word` tells what a word such as 记录金额之和 is worth. Raises NotAFormula.
    """
    try:
        return _value(parsed(text), sources, word)
    except (ZeroDivisionError, IndexError):
        return None


def _tokens(text: str) -> list[tuple[str, str]]:
    found, at = [], 0
    text = text.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise NotAFormula(f"“{text[at : at + 10]}”看不懂")
        found.append(_token(match))
        at = match.end()
    return found


def _token(match: re.Match[str]) -> tuple[str, str]:
    printed, number, sigma, function, digits, word, sign = match.groups()
    if number or sigma:
        return ("print" if printed else "exact", number or "Σ")
    kinds = ((function, "function"), (digits, "number"), (word, "word"), (sign, "sign"))
    return next((kind, text) for text, kind in kinds if text)


class _Reader:
    """Reads tokens from left to right; `rest` is what is still to be read."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.rest = tokens

    def expression(self, depth: int) -> _Node:
        """A sum of terms."""
        return self._chain("+-", self._term, depth)

    def _term(self, depth: int) -> _Node:
        return self._chain("*/", self._factor, depth)

    def _chain(self, signs: str, part: Callable[[int], _Node], depth: int) -> _Node:
        if depth > _DEEPEST:
            raise NotAFormula("括号层次过多")
        node = part(depth)
        while (sign := self._sign(signs)) is not None:
            node = _Node(sign, "", (node, part(depth)))
        return node

    def _factor(self, depth: int) -> _Node:
        if self._sign("-"):
            return _Node("negative", "", (self._factor(depth + 1),))
        if self._sign("("):
            return self._closed(")", depth)
        if self._sign("|"):
            return _Node("size", "", (self._closed("|", depth),))
        if not self.rest or self.rest[0][0] == "sign":
            raise NotAFormula("计算式不完整")
        kind, text = self.rest.pop(0)
        return self._function(text, depth) if kind == "function" else _Node(kind, text)

    def _closed(self, end: str, depth: int) -> _Node:
        node = self.expression(depth + 1)
        if self._sign(end) is None:
            raise NotAFormula(f"缺少“{end}”")
        return node

    def _function(self, name: str, depth: int) -> _Node:
        self._sign("(")
        parts = [self.expression(depth + 1)]
        while self._sign(","):
            parts.append(self.expression(depth + 1))
        if self._sign(")") is None:
            raise NotAFormula("缺少“)”")
        if len(parts) != _ARITY.get(name, len(parts)):
            raise NotAFormula(f"“{name}”的括号里应有{_ARITY[name]}项")
        return _Node(name, "", tuple(parts))

    def _sign(self, wanted: str) -> str | None:
        if self.rest and self.rest[0][0] == "sign" and self.rest[0][1] in wanted:
            return self.rest.pop(0)[1]
        return None


_DO: dict[str, Callable[..., Fraction]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "negative": lambda a: -a,
    "size": abs,
    "min": lambda *parts: min(parts),
    "max": lambda *parts: max(parts),
    "不超过": lambda a, b: Fraction(a <= b),
    "取整": lambda a: Fraction(floor(a)),
}


def _value(node: _Node, sources: Sequence[Source], word: Callable[[str], Fraction]) -> Fraction:
    if node.does in _DO:
        return _DO[node.does](*(_value(part, sources, word) for part in node.parts))
    if node.does == "number":
        return Fraction(node.holds)
    if node.does == "word":
        return word(node.holds)
    return _source(node, sources)


def _source(node: _Node, sources: Sequence[Source]) -> Fraction:
    values = [source.printed if node.does == "print" else source.exact for source in sources]
    if node.holds == "Σ":
        return sum(values, Fraction(0))
    number = int(node.holds)
    if number == 0:
        raise IndexError(number)
    return values[number - 1]
