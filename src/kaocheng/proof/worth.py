"""What entries are worth together (记录合计): each word of the grammar over a set of entries."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from kaocheng.kernel.lineage import AMOUNTS, COUNT, PEOPLE, POSTS, VALUES
from kaocheng.kernel.units import Unit
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


def in_unit(exact: Fraction, unit: Unit) -> Fraction:
    """A value in base units, counted in a unit."""
    factor = _factor(unit.factor)
    return exact if factor == 1 else exact / factor


def in_base(value: Fraction, unit: Unit) -> Fraction:
    """A value counted in a unit, in base units."""
    factor = _factor(unit.factor)
    return value if factor == 1 else value * factor


@lru_cache(maxsize=256)
def _factor(factor: Decimal) -> Fraction:
    """The few factors there are; to make a fraction costs more than to reckon with it."""
    return Fraction(factor)


def rounded(exact: Fraction, decimals: int) -> Fraction:
    """Rounded half up, away from zero, as the forms demand (四舍五入)."""
    scale, above, below = 10**decimals, exact.numerator, exact.denominator
    size = (2 * abs(above) * scale + below) // (2 * below)
    return Fraction(size if above >= 0 else -size, scale)


def shown(exact: Fraction, decimals: int) -> str:
    """A value as printed with that many decimals, no separators."""
    value = rounded(exact, decimals)
    digits = str(abs(value.numerator) * (10**decimals // value.denominator)).rjust(
        decimals + 1, "0"
    )
    whole, rest = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    return ("-" if value < 0 else "") + whole + (f".{rest}" if rest else "")
