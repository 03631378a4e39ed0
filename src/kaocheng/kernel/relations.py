"""Relations between figures (数量关系) that can be decided: sums, equalities and ratios."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.intervals import Interval, exact

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Term:
    """A figure times a whole factor, usually 1 or -1."""

    figure: Figure
    factor: Decimal = _ONE


Valuation = Callable[[Figure], Interval]


def as_printed(figure: Figure) -> Interval:
    """The plain valuation: every figure is what its print allows."""
    return figure.interval


def total(terms: tuple[Term, ...], value: Valuation = as_printed) -> Interval:
    """The interval of a sum of terms."""
    low = high = Decimal(0)
    for term in terms:
        part = value(term.figure)
        if term.factor < 0:
            low, high = low + part.high * term.factor, high + part.low * term.factor
        else:
            low, high = low + part.low * term.factor, high + part.high * term.factor
    return Interval(low, high)


@dataclass(frozen=True, slots=True, eq=False)
class Sum:
    """`stated` = sum of `terms` (勾稽等式). `same` marks one figure printed twice: no slack at equal print.

    `copied` marks figures copied from one another, whose agreement is no evidence for either.
    `says` is the equation in the field's words; `code` the rule that claims it. `kind` is one of
    "=", "≤", "≥" and is read as `stated kind sum`.
    """

    code: str
    stated: Figure
    terms: tuple[Term, ...]
    says: str
    kind: str = "="
    same: bool = False
    copied: bool = False

    def figures(self) -> Iterator[Figure]:
        """Every figure that takes part."""
        yield self.stated
        yield from (term.figure for term in self.terms)

    def implied(self, figure: Figure, value: Valuation = as_printed) -> Interval | None:
        """What the rest of the equation says `figure` is, in base units."""
        rest = total(tuple(term for term in self.terms if term.figure is not figure), value)
        if figure is self.stated:
            return rest
        factor = sum((term.factor for term in self.terms if term.figure is figure), Decimal(0))
        return (value(self.stated) - rest).scaled(1 / factor) if factor else None


@dataclass(frozen=True, slots=True, eq=False)
class Ratio:
    """`stated` = `over` / `under` (比率): shares, growth, completion. Terms are signed."""

    code: str
    stated: Figure
    over: tuple[Term, ...]
    under: tuple[Term, ...]
    says: str

    def figures(self) -> Iterator[Figure]:
        """Every figure that takes part."""
        yield self.stated
        yield from (term.figure for term in (*self.over, *self.under))

    def quotient(self, value: Valuation = as_printed) -> Interval | None:
        """The quotient of the printed parts, or None when the divisor may be zero."""
        return total(self.over, value).over(total(self.under, value))

    def implied(self, figure: Figure, value: Valuation = as_printed) -> Interval | None:
        """What the rest says `figure` is: (top·x + rest) = share·(low·x + rest), solved for x."""
        if figure is self.stated:
            return self.quotient(value)
        top = sum((t.factor for t in self.over if t.figure is figure), Decimal(0))
        low = sum((t.factor for t in self.under if t.figure is figure), Decimal(0))
        rest_top = total(tuple(t for t in self.over if t.figure is not figure), value)
        rest_low = total(tuple(t for t in self.under if t.figure is not figure), value)
        share = value(self.stated)
        return (share * rest_low - rest_top).over(exact(top) - share.scaled(low))


Relation = Sum | Ratio
