"""What a relation implies for one of its figures makes the relation hold."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.intervals import exact
from kaocheng.kernel.relations import Ratio, Sum, Term, total
from kaocheng.kernel.units import PERCENT
from tests.strategies import figure, figures

MONEY_FIGURES = st.lists(figures(st.just(figure("1").unit)), min_size=2, max_size=6)
SIGNS = st.lists(st.sampled_from([Decimal(1), Decimal(-1)]), min_size=5, max_size=5)


@given(MONEY_FIGURES, SIGNS, st.integers(0, 5))
def test_a_sum_holds_with_what_it_implies(
    parts: list[Figure], signs: list[Decimal], index: int
) -> None:
    """Put the middle of the implied interval in the figure's place and both sides agree."""
    stated, *rest = parts
    terms = tuple(Term(part, sign) for part, sign in zip(rest, signs, strict=False))
    relation = Sum("X", stated, terms, "")
    asked = parts[index % len(parts)]
    implied = relation.implied(asked, lambda one: exact(one.base))
    assert implied is not None
    value = {id(part): part.base for part in parts} | {id(asked): implied.middle}
    right = sum((term.factor * value[id(term.figure)] for term in terms), Decimal(0))
    assert value[id(stated)] == right


@given(MONEY_FIGURES, st.integers(1, 5))
def test_a_ratio_holds_with_what_it_implies(parts: list[Figure], index: int) -> None:
    """Also where the figure stands above and below the line, as in a growth rate."""
    over, *under = parts
    assume(sum(part.base for part in under))
    assume(over.base)
    share = figure("25.00", PERCENT)
    relation = Ratio("X", share, (Term(over),), tuple(Term(part) for part in under), "")
    asked = parts[index % len(parts)]
    implied = relation.implied(asked, lambda one: exact(one.base))
    assert implied is not None
    value = {id(part): part.base for part in parts} | {id(asked): implied.middle}
    low = sum((value[id(part)] for part in under), Decimal(0))
    assert abs(value[id(over)] - share.base * low) < Decimal("0.01")


def test_growth_is_solved_for_the_amount_that_stands_on_both_sides() -> None:
    """(now − 100) / 100 = 20 % gives 120."""
    now, before, share = figure("999.00"), figure("100.00"), figure("20.00", PERCENT)
    over = (Term(now), Term(before, Decimal(-1)))
    relation = Ratio("X", share, over, (Term(before),), "")
    implied = relation.implied(now)
    assert implied is not None
    assert implied.holds(Decimal(1_200_000))


def test_no_quotient_where_the_divisor_may_be_zero() -> None:
    """0.00万元 may stand for nothing."""
    relation = Ratio(
        "X", figure("1", PERCENT), (Term(figure("1.00")),), (Term(figure("0.00")),), ""
    )
    assert relation.quotient() is None


def test_a_figure_with_factor_zero_is_not_implied() -> None:
    """Once added and once taken away, it may be anything."""
    one = figure("1.00")
    relation = Sum("X", figure("2.00"), (Term(one), Term(one, Decimal(-1))), "")
    assert relation.implied(one) is None


@given(MONEY_FIGURES)
def test_the_total_holds_the_printed_sum(parts: list[Figure]) -> None:
    """The interval of a sum is as wide as all its parts together."""
    terms = tuple(Term(part) for part in parts)
    width = sum((part.interval.high - part.interval.low for part in parts), Decimal(0))
    assert total(terms).holds(sum((part.base for part in parts), Decimal(0)))
    assert width == total(terms).high - total(terms).low
