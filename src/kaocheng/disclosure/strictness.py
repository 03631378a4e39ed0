"""The last digit (末位): where a document adds up to the digit everywhere but in a few places."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from kaocheng.disclosure.judging import Decided, Graph, Valuation
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.intervals import Interval, exact
from kaocheng.kernel.relations import Relation, Sum

_EXPECTED = Decimal(2)  # so many misses for each one found, were part and whole rounded apart
_MISSES = {2: Decimal("0.25"), 3: Decimal("0.33")}  # how often a sum of rounded parts misses
_MORE = Decimal("0.4")
_HARDLY = 0.006
_MANY = 12  # from so many rounded figures on the normal curve serves
_SLOPE = Decimal(5)  # a share of rounded amounts misses by a fifth of its span on the average


class Strictly(Valuation):
    """Every amount is taken to be exactly what is printed; shares keep their rounding."""

    def __call__(self, figure: Figure) -> Interval:
        """The printed value itself, or what a repair made of it."""
        known = super().__call__(figure)
        if figure.unit.is_ratio or known != figure.interval:
            return known
        return exact(figure.base)


def suspects(decided: list[Decided]) -> list[Decided]:
    """Relations that hold only by rounding, where nearly all others hold to the digit.

    A writer who rounds part and whole apart is off by one in every second or third sum; one whose
    sums all fit to the digit, save one or two, made a slip there or rounded just there. The same
    goes for percentages worked out from the printed amounts; sums and ratios of sentences and sums
    of tables are told apart. A sum that misses by more than rounding hardly ever makes is one of
    them whatever the others do.
    """
    known = _in_tables(decided)
    written = [item for item in decided if _in_text(item)]
    written = [i for i in written if not any(id(f) in known for f in i.relation.figures())]
    sums = [item for item in written if isinstance(item.relation, Sum)]
    ratios = [item for item in written if not isinstance(item.relation, Sum)]
    found = [*_rare(sums), *_rare(ratios), *_rare([i for i in decided if is_table_sum(i)])]
    taken = {id(item) for item in found}
    return found + [
        i for i in decided if id(i) not in taken and _is_sum(i) and unlikely(i.relation)
    ]


def is_table_sum(item: Decided) -> bool:
    """Whether an outcome is that of a sum of cells that holds."""
    return _is_sum(item) and item.relation.stated.place.table is not None


def _is_sum(item: Decided) -> bool:
    relation = item.relation
    plain = isinstance(relation, Sum) and relation.kind == "=" and not relation.same
    return plain and item.outcome is Outcome.HOLDS


def unlikely(relation: Relation) -> bool:
    """Whether rounding the figures one by one would hardly ever make so big a difference."""
    if not isinstance(relation, Sum) or any(abs(t.factor) != 1 for t in relation.terms):
        return False
    steps = {figure.step for figure in relation.figures() if figure.base}
    if len(steps) != 1:
        return False
    rounded = 1 + sum(1 for figure in _parts(relation) if figure.base)
    missed = abs(gap(relation)) / steps.pop()
    return missed >= 1 and odds(rounded, int(missed)) < _HARDLY


@lru_cache(maxsize=256)
def odds(rounded: int, missed: int) -> float:
    """How likely so many rounded figures miss their sum by that many last digits, or by more.

    The rounding errors are spread evenly over one unit each (Irwin and Hall); many of them are as
    good as normal.
    """
    return 2 * sum(_density(rounded, number) for number in range(missed, rounded))


def _density(rounded: int, at: int) -> float:
    if rounded > _MANY:
        spread = rounded / 12
        return math.exp(-at * at / (2 * spread)) / math.sqrt(2 * math.pi * spread)
    reach = range(int(at + rounded / 2) + 1)
    parts = (
        (-1) ** k * math.comb(rounded, k) * (at + rounded / 2 - k) ** (rounded - 1) for k in reach
    )
    return float(max(sum(parts), 0.0)) / math.factorial(rounded - 1)


def _rare(items: list[Decided]) -> list[Decided]:
    loose = [item for item in items if not item.exactly]
    misses = sum((_chance(item.relation) for item in items if item.exactly), Decimal(0))
    return loose if misses >= _EXPECTED * len(loose) else []


def _chance(relation: Relation) -> Decimal:
    """How likely a relation would miss the digit if all its figures were rounded one by one."""
    if isinstance(relation, Sum):
        parts = sum(1 for figure in _parts(relation) if figure.base)
        return _MISSES.get(parts, _MORE) if parts > 1 else Decimal(0)
    value = relation.quotient()
    if value is None:
        return Decimal(0)
    return min((value.high - value.low) / relation.stated.step / _SLOPE, _MORE)


def _in_tables(decided: list[Decided]) -> set[int]:
    """Figures of the text that a table prints as well: there the rounding shows itself."""
    known: set[int] = set()
    for item in decided:
        relation = item.relation
        if isinstance(relation, Sum) and relation.same:
            places = [figure.place for figure in relation.figures()]
            if any(place.start is None for place in places):
                known |= {id(figure) for figure in relation.figures()}
    return known


def _in_text(item: Decided) -> bool:
    relation = item.relation
    plain = not isinstance(relation, Sum) or (relation.kind == "=" and not relation.same)
    written = relation.stated.place.start is not None
    return plain and written and item.outcome is Outcome.HOLDS and len(_parts(relation)) > 1


def _parts(relation: Relation) -> list[Figure]:
    return [figure for figure in relation.figures() if figure is not relation.stated]


def strict_graph(decided: Iterable[Decided]) -> Graph:
    """The relations that hold to the digit, which a repair must not break."""
    graph = Graph()
    for item in decided:
        if item.outcome is Outcome.HOLDS:
            graph.add(item.relation)
    return graph


def as_failing(items: Iterable[Decided]) -> list[Decided]:
    """The same relations as failures, for the search of roots."""
    return [Decided(item.relation, Outcome.FAILS, exactly=False) for item in items]


def gap(relation: Sum) -> Decimal:
    """By how much the printed numbers miss each other, in base units."""
    return relation.stated.base - sum(
        (t.figure.base * t.factor for t in relation.terms), Decimal(0)
    )
