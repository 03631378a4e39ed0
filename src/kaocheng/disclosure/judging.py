"""Judging (核对): every relation of a document decided, the wrong figure named once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kaocheng.disclosure.tails import Tails
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome
from kaocheng.kernel.intervals import Interval, exact
from kaocheng.kernel.relations import Ratio, Relation, Sum, total
from kaocheng.kernel.relations import Valuation as Taken
from kaocheng.kernel.units import MONEY, Unit

_WHOLE = Decimal(1)
_UNSTATED = "unstated"


class Valuation:
    """What each figure is taken to be: its print, until a repair says otherwise (取值)."""

    def __init__(self) -> None:
        self._known: dict[int, Interval] = {}
        self._kept: list[Figure] = []

    def __call__(self, figure: Figure) -> Interval:
        """The value taken, in base units."""
        key = id(figure)
        if key not in self._known:
            self._known[key] = figure.interval
            self._kept.append(figure)
        return self._known[key]

    def repair(self, figure: Figure, value: Interval) -> None:
        """From now on `figure` is taken to be `value`."""
        self._kept.append(figure)
        self._known[id(figure)] = value


@dataclass(frozen=True, slots=True)
class Decided:
    """A relation with its outcome: `exactly` tells a match to the digit from one within rounding."""

    relation: Relation
    outcome: Outcome
    exactly: bool = True
    because: str = ""


@dataclass(slots=True)
class Graph:
    """Which relations each figure takes part in (勾稽图)."""

    by_figure: dict[int, list[Relation]] = field(default_factory=lambda: defaultdict(list))

    def add(self, relation: Relation) -> None:
        """Enter a relation under each of its figures."""
        for figure in {id(f): f for f in relation.figures()}:
            self.by_figure[figure].append(relation)

    def around(self, figure: Figure) -> list[Relation]:
        """The relations in which a figure takes part."""
        return self.by_figure[id(figure)]


def decide(relation: Relation, value: Valuation) -> Decided:
    """Whether the printed figures allow a relation to hold."""
    if any(figure.approximate for figure in relation.figures()):
        return Decided(relation, Outcome.NOT_POSSIBLE, because="数字为约数")
    found = _decided(relation, value)
    if found.outcome is Outcome.FAILS and _only_unit(relation, value):
        return Decided(relation, Outcome.NOT_POSSIBLE, because="表中没有注明金额单位")
    return found


def _decided(relation: Relation, value: Taken) -> Decided:
    return _ratio(relation, value) if isinstance(relation, Ratio) else _sum(relation, value)


def _only_unit(relation: Relation, value: Valuation) -> bool:
    """Whether amounts of a table without a unit fit those of the text in some other unit."""
    figures = tuple(relation.figures())
    unstated = {id(figure) for figure in figures if figure.unit.dimension == _UNSTATED}
    if not unstated or not any(figure.unit.is_money for figure in figures):
        return False
    freely = replace(relation, same=False) if isinstance(relation, Sum) else relation

    def fits(other: Unit) -> bool:
        def taken(figure: Figure) -> Interval:
            found = value(figure)
            untold = id(figure) in unstated
            return found.scaled(other.factor / figure.unit.factor) if untold else found

        return _decided(freely, taken).outcome is Outcome.HOLDS

    tried = {figure.unit.factor for figure in figures if id(figure) in unstated}
    return any(fits(unit) for unit in MONEY.values() if unit.factor not in tried)


def _sum(relation: Sum, value: Taken) -> Decided:
    rest = relation.implied(relation.stated, value)
    stated = value(relation.stated)
    if rest is None:
        return Decided(relation, Outcome.NOT_POSSIBLE, because="右边无法计算")
    if relation.kind == "≤":
        return _outcome(relation, stated.low <= rest.high)
    if relation.kind == "≥":
        return _outcome(relation, stated.high >= rest.low)
    if relation.same:
        return _same(relation, rest, stated)
    return _outcome(relation, stated.meets(rest), exactly=stated.middle == rest.middle)


def _same(relation: Sum, rest: Interval, stated: Interval) -> Decided:
    """One figure printed twice at one precision must be printed alike."""
    other = relation.terms[0].figure
    if len(relation.terms) == 1 and other.step == relation.stated.step:
        return _outcome(relation, stated.middle == rest.middle)
    return _outcome(relation, stated.meets(rest))


def _ratio(relation: Ratio, value: Taken) -> Decided:
    quotient = relation.quotient(value)
    if quotient is None:
        over = [value(term.figure) for term in relation.over]
        if all(part == exact(Decimal(0)) for part in over):
            return Decided(relation, Outcome.NOT_APPLICABLE, because="分子分母均为零")
        if _is_absurd(relation, value):
            return Decided(relation, Outcome.FAILS)
        return Decided(relation, Outcome.NOT_POSSIBLE, because="分母可能为零")
    stated = value(relation.stated)
    middle = total(relation.over, value).middle / total(relation.under, value).middle
    near = abs(middle - stated.middle) * 2 <= relation.stated.step
    return _outcome(relation, stated.meets(quotient), exactly=near or stated.holds(middle))


def _is_absurd(relation: Ratio, value: Taken) -> bool:
    """A base that is a difference and comes to nothing, though the share speaks of one.

    A base of nothing said as such, and the 100% that is customary on it, are left to others.
    """
    share = value(relation.stated)
    if len(relation.under) < 2 or share.holds(_WHOLE) or share.holds(Decimal(0)):
        return False
    return not (share * total(relation.under, value)).meets(total(relation.over, value))


def _outcome(relation: Relation, holds: bool, *, exactly: bool = True) -> Decided:  # noqa: FBT001
    return Decided(relation, Outcome.HOLDS if holds else Outcome.FAILS, exactly)


def decide_all(relations: Iterable[Relation], value: Valuation) -> tuple[list[Decided], Graph]:
    """Every relation decided, and the graph of those that say something."""
    graph, decided = Graph(), []
    for relation in relations:
        verdict = decide(relation, value)
        decided.append(verdict)
        if verdict.outcome in (Outcome.HOLDS, Outcome.FAILS):
            graph.add(relation)
    return decided, graph


@dataclass(frozen=True, slots=True)
class Verdicts:
    """All relations of a document decided (全部核对结果) and its figures, before roots are sought.

    `tails` is where the document itself says that its sums may miss by rounding.
    """

    decided: tuple[Decided, ...]
    figures: tuple[Figure, ...] = ()
    tails: Tails = field(default_factory=Tails)


@dataclass(frozen=True, slots=True)
class Explained:
    """Failing or inexact relations that one finding explains, so that no root is sought for them."""

    decided: tuple[Decided, ...]
    finding: Finding
