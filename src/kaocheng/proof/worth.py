"""What entries are worth together (记录合计): each word of the grammar over a set of entries."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from kaocheng.kernel.lineage import AMOUNTS, COUNT, PEOPLE, POSTS, VALUES
from kaocheng.proof.entries import Entry

_INTEGERS = {AMOUNTS: ("amount", 100), PEOPLE: ("people", 1), POSTS: ("posts", 1)}


def worth(word: str, entries: tuple[Entry, ...]) -> Fraction:
    """The sum that a word of kernel.lineage names, in base units (元, 人, 条)."""
    if word == COUNT:
        return Fraction(len(entries))
    if word == VALUES:
        return sum((Fraction(entry.value or 0) for entry in entries), Fraction(0))
    column, parts = _INTEGERS[word]
    return Fraction(sum(getattr(entry, column) or 0 for entry in entries), parts)


def of(entries: tuple[Entry, ...]) -> Callable[[str], Fraction]:
    """The same for one set of entries."""
    return lambda word: worth(word, entries)


def rounded(exact: Fraction, decimals: int) -> Fraction:
    """Rounded half up, away from zero, as the forms demand (四舍五入)."""
    scale = 10**decimals
    size = (2 * abs(exact) * scale + 1) // 2
    return Fraction(size if exact >= 0 else -size, scale)


def shown(exact: Fraction, decimals: int) -> str:
    """A value as printed with that many decimals, no separators."""
    value = rounded(exact, decimals)
    digits = str(abs(value.numerator) * (10**decimals // value.denominator)).rjust(
        decimals + 1, "0"
    )
    whole, rest = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    return ("-" if value < 0 else "") + whole + (f".{rest}" if rest else "")
