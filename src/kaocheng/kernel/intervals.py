"""Closed intervals (区间): a printed figure is every value that would have been printed so."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` up to `high`, both included."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def scaled(self, factor: Decimal) -> Interval:
        """Every value times `factor`."""
        ends = (self.low * factor, self.high * factor)
        return Interval(min(ends), max(ends))

    def __mul__(self, other: Interval) -> Interval:
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def over(self, other: Interval) -> Interval | None:
        """Every quotient, or None when the divisor may be zero."""
        if other.low <= 0 <= other.high:
            return None
        ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, value: Decimal) -> bool:
        """Whether `value` lies inside."""
        return self.low <= value <= self.high

    @property
    def middle(self) -> Decimal:
        """The value in the middle."""
        return (self.low + self.high) * _HALF


def exact(value: Decimal) -> Interval:
    """The interval of a value that was not rounded."""
    return Interval(value, value)


def printed(value: Decimal, decimals: int, factor: Decimal, atom: Decimal | None) -> Interval:
    """What may stand behind a print, in base units.

    `value` was printed with `decimals` in a unit of `factor` base units; `atom` is the smallest
    amount that exists (0.01 元, one 件) or None. A print at least as fine as the atom is exact.
    """
    step = factor.scaleb(-decimals)
    base = value * factor
    if atom is not None and step <= atom:
        return exact(base)
    return Interval(base - step * _HALF, base + step * _HALF)
