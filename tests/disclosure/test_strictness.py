"""A last digit is doubtful only where the rest of the text adds up to the digit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kaocheng.disclosure.judging import Decided, Valuation, decide
from kaocheng.disclosure.strictness import (
    Strictly,
    as_failing,
    gap,
    odds,
    strict_graph,
    suspects,
    unlikely,
)
from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.intervals import exact
from kaocheng.kernel.places import Place
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.units import PERCENT
from tests.strategies import figure


def _decided(line: int, stated: str) -> Decided:
    place = Place("a.txt", line=line, start=0, end=6)
    terms = (Term(figure("1.00", place=place)), Term(figure("2.00", place=place)))
    return decide(Sum("X", figure(stated, place=place), terms, ""), Valuation())


@pytest.mark.parametrize(
    ("exact_ones", "loose_ones", "doubtful"),
    [(8, 1, 1), (16, 2, 2), (6, 1, 0), (8, 2, 0), (8, 0, 0)],
)
def test_rare_misses_are_suspects(exact_ones: int, loose_ones: int, doubtful: int) -> None:
    """Too few exact sums, or too many loose ones, show a habit of rounding."""
    decided = [_decided(line, "3.00") for line in range(exact_ones)]
    decided += [_decided(100 + line, "3.01") for line in range(loose_ones)]
    assert doubtful == len(suspects(decided))


def test_strictly_an_amount_is_its_print() -> None:
    """A share keeps its rounding."""
    share = figure("33.33", PERCENT)
    assert exact(Decimal(10_000)) == Strictly()(figure("1.00"))
    assert share.interval == Strictly()(share)


def test_loose_sums_become_failures() -> None:
    """For the search of roots, on the graph of what holds."""
    loose = _decided(1, "3.01")
    assert isinstance(loose.relation, Sum)
    assert Decimal(100) == gap(loose.relation)
    assert [Outcome.FAILS] == [item.outcome for item in as_failing([loose])]
    assert [loose.relation] == strict_graph([loose]).around(loose.relation.stated)


def test_sums_that_cannot_miss_say_nothing() -> None:
    """A sum with one part that is not nil fits to the digit however its figures were rounded."""
    place = Place("a.txt", line=1, start=0, end=6)
    terms = (Term(figure("3.00", place=place)), Term(figure("0.00", place=place)))
    idle = [decide(Sum("X", figure("3.00", place=place), terms, ""), Valuation())] * 20
    assert [] == suspects([*idle, _decided(100, "3.01")])


def test_sums_of_cells_are_judged_among_themselves() -> None:
    """What the sentences do says nothing of the tables."""

    def cell(row: int, stated: str) -> Decided:
        place = Place("a.txt", table=1, row=row, column=2)
        terms = (Term(figure("1.00", place=place)), Term(figure("2.00", place=place)))
        return decide(Sum("X", figure(stated, place=place), terms, ""), Valuation())

    exact_ones = [cell(row, "3.00") for row in range(8)]
    loose = cell(9, "3.01")
    assert [loose] == suspects([*exact_ones, loose])
    assert [] == suspects([*[_decided(line, "3.00") for line in range(8)], loose])


@pytest.mark.parametrize(
    ("stated", "parts", "odd"),
    [
        ("7.00", 7, False),
        ("7.01", 7, False),
        ("7.03", 7, True),
        ("3.02", 3, True),
        ("1.01", 1, True),
        ("9.02", 9, False),
    ],
)
def test_more_than_rounding_makes(stated: str, parts: int, odd: bool) -> None:
    """Seven figures and their sum, each rounded by itself, hardly ever miss by three last digits."""
    relation = Sum("X", figure(stated), tuple(Term(figure("1.00")) for _ in range(parts)), "")
    assert odd == unlikely(relation)


def test_the_odds_of_a_miss() -> None:
    """All of them together are all there is; many figures miss as the normal curve tells."""
    for rounded in (3, 4, 8, 12):
        even = odds(rounded, 1)
        assert 0 < even < 1
        assert odds(rounded, rounded) == 0
    assert abs(odds(12, 3) - odds(13, 3)) < 0.01
