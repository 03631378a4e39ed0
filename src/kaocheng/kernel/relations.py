"""Relations between figures (数量关系) that can be decided: sums, equalities and ratios."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.intervals import Interval, exact

_ZERO = exact(Decimal(0))
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Term:
    """A figure times a whole factor, usually 1 or -1."""

    figure: Figure
    factor: Decimal = _ONE


def total(terms: tuple[Term, ...]) -> Interval:
    """The interval of a sum of terms."""
    result = _ZERO
    for term in terms:
        result = result + term.figure.interval.scaled(term.factor)
    return result


@dataclass(frozen=True, slots=True, eq=False)
class Sum:
    """`stated` = sum of `terms` (勾稽等式). `same` marks one figure printed twice: no slack at equal print.

    `says` is the equation in the field's words; `code` the rule that claims it. `kind` is one of
    "=", "≤", "≥" and is read as `stated kind sum`.
    """

    code: str
    stated: Figure
    terms: tuple[Term, ...]
    says: str
    kind: str = "="
    same: bool = False

    def figures(self) -> Iterator[Figure]:
        """Every figure that takes part."""
        yield self.stated
        yield from (term.figure for term in self.terms)

    def implied(self, figure: Figure) -> Interval | None:
        """What the rest of the equation says `figure` is, in base units."""
        rest = total(tuple(term for term in self.terms if term.figure is not figure))
        if figure is self.stated:
            return rest
        factor = sum((term.factor for term in self.terms if term.figure is figure), Decimal(0))
        return (self.stated.interval - rest).scaled(1 / factor) if factor else None


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

    def value(self) -> Interval | None:
        """The quotient of the printed parts, or None when the divisor may be zero."""
        return total(self.over).over(total(self.under))

    def implied(self, figure: Figure) -> Interval | None:
        """What the rest of the relation says `figure` is: linear in each figure, so solved exactly."""
        if figure is self.stated:
            return self.value()
        top = sum((t.factor for t in self.over if t.figure is figure), Decimal(0))
        low = sum((t.factor for t in self.under if t.figure is figure), Decimal(0))
        rest_top = total(tuple(t for t in self.over if t.figure is not figure))
        rest_low = total(tuple(t for t in self.under if t.figure is not figure))
        share = self.stated.interval
        # (top·x + rest_top) = share·(low·x + rest_low), with share taken as an interval
        right = share * rest_low - rest_top
        divisor = exact(top) - share.scaled(low)
        return right.over(divisor)


Relation = Sum | Ratio
