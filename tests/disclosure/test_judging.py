"""Relations are decided on what the prints allow."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.disclosure.judging import Valuation, decide, decide_all
from kaocheng.disclosure.tables import UNSTATED
from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.intervals import exact
from kaocheng.kernel.relations import Ratio, Sum, Term
from kaocheng.kernel.units import MONEY, PERCENT
from tests.strategies import figure


def _sum(stated: str, *parts: str, kind: str = "=", same: bool = False) -> Sum:
    terms = tuple(Term(figure(part)) for part in parts)
    return Sum("X", figure(stated), terms, "", kind, same=same)


def _ratio(share: str, over: str, under: str) -> Ratio:
    return Ratio("X", figure(share, PERCENT), (Term(figure(over)),), (Term(figure(under)),), "")


@pytest.mark.parametrize(
    ("relation", "outcome", "exactly"),
    [
        (_sum("3.00", "1.00", "2.00"), Outcome.HOLDS, True),
        (_sum("3.01", "1.00", "2.00"), Outcome.HOLDS, False),
        (_sum("3.02", "1.00", "2.00"), Outcome.FAILS, False),
        (_sum("3", "1.04", "2.04"), Outcome.HOLDS, False),
        (_sum("2.00", "1.00", "2.00", kind="≤"), Outcome.HOLDS, True),
        (_sum("4.00", "1.00", "2.00", kind="≤"), Outcome.FAILS, True),
        (_sum("4.00", "1.00", "2.00", kind="≥"), Outcome.HOLDS, True),
        (_sum("2.00", "1.00", "2.00", kind="≥"), Outcome.FAILS, True),
        (_sum("1.00", "1.01", same=True), Outcome.FAILS, True),
        (_sum("1.0", "1.01", same=True), Outcome.HOLDS, True),
        (_ratio("33.33", "100.00", "300.00"), Outcome.HOLDS, True),
        (_ratio("33.40", "100.00", "300.00"), Outcome.FAILS, False),
    ],
)
def test_outcomes(relation: Sum | Ratio, outcome: Outcome, exactly: bool) -> None:
    """Within rounding is holding, to the digit is holding exactly; one print twice has no slack."""
    decided = decide(relation, Valuation())
    assert (outcome, exactly) == (decided.outcome, decided.exactly)


def _untold(text: str) -> Sum:
    """An amount of the text, and the same in a table whose unit is not printed."""
    return Sum("X", figure("869.59"), (Term(figure(text, UNSTATED)),), "", same=True)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("8695940.83", Outcome.NOT_POSSIBLE),
        ("869.59", Outcome.HOLDS),
        ("8659540.83", Outcome.FAILS),
        ("869.60", Outcome.FAILS),
    ],
)
def test_a_table_without_a_unit_may_print_in_another(text: str, outcome: Outcome) -> None:
    """Amounts that fit in some unit prove nothing; digits that fit in none are a fault."""
    assert outcome is decide(_untold(text), Valuation()).outcome


def test_round_figures_decide_nothing() -> None:
    """余 and 左右."""
    relation = _sum("3.00", "1.00", "2.00")
    rough = replace(relation, stated=replace(relation.stated, approximate=True))
    assert Outcome.NOT_POSSIBLE is decide(rough, Valuation()).outcome


def test_a_share_of_nothing() -> None:
    """0 of 0 is not applicable; something of what may be 0 cannot be decided."""
    yuan = MONEY["元"]
    zero = Ratio(
        "X", figure("1", PERCENT), (Term(figure("0", yuan)),), (Term(figure("0", yuan)),), ""
    )
    rounded = _ratio("1", "1.00", "0.00")
    assert Outcome.NOT_POSSIBLE is decide(rounded, Valuation()).outcome
    cents = replace(
        zero,
        over=(Term(figure("0.00", yuan)),),
        under=(Term(figure("0.00", yuan)),),
    )
    assert Outcome.NOT_APPLICABLE is decide(cents, Valuation()).outcome


@given(st.lists(st.integers(0, 10**9), min_size=2, max_size=8), st.integers(1, 1000))
def test_a_right_sum_holds_and_a_wrong_one_fails(cents: list[int], off: int) -> None:
    """In 元 and 分, where nothing is rounded."""
    yuan = MONEY["元"]
    parts = tuple(Term(figure(f"{Decimal(c) / 100:.2f}", yuan)) for c in cents)
    for gap, outcome in ((0, Outcome.HOLDS), (off, Outcome.FAILS)):
        stated = figure(f"{Decimal(sum(cents) + gap) / 100:.2f}", yuan)
        assert outcome is decide(Sum("X", stated, parts, ""), Valuation()).outcome


def test_a_repair_counts_from_then_on() -> None:
    """The valuation, not the print, decides."""
    relation, value = _sum("3.02", "1.00", "2.00"), Valuation()
    value.repair(relation.stated, exact(Decimal(30_000)))
    assert Outcome.HOLDS is decide(relation, value).outcome


def test_the_graph_holds_what_was_decided() -> None:
    """Each relation under each of its figures, undecided ones under none."""
    good, vague = _sum("3.00", "1.00", "2.00"), _ratio("1", "1.00", "0.00")
    decided, graph = decide_all([good, vague], Valuation())
    assert 2 == len(decided)
    assert [good] == graph.around(good.stated)
    assert [] == graph.around(vague.stated)


@pytest.mark.parametrize(
    ("share", "base", "outcome"),
    [
        ("75.06", "232.55", Outcome.FAILS),
        ("100.00", "232.55", Outcome.NOT_POSSIBLE),
        ("0.00", "232.55", Outcome.NOT_POSSIBLE),
        ("75.06", "542.38", Outcome.HOLDS),
    ],
)
def test_growth_on_a_base_that_comes_to_nothing(share: str, base: str, outcome: Outcome) -> None:
    """What grew by all it is had no base to grow from, save for the customary 100%."""
    more = figure("232.55")
    under = (Term(figure(base)), Term(more, Decimal(-1)))
    relation = Ratio("X", figure(share, PERCENT), (Term(more),), under, "")
    assert outcome == decide(relation, Valuation()).outcome
