"""One print is one figure, and one claim is made once."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.disclosure.prints import Prints, distinct, spot
from kaocheng.kernel.places import Place
from kaocheng.kernel.relations import Ratio, Sum, Term
from kaocheng.kernel.units import PERCENT
from tests.strategies import figure

CELL = Place("a.txt", line=3, table=1, row=2, column=4)


def test_a_whole_cell_counts_from_its_first_character() -> None:
    """A figure read from the cell and one read from its text are one print."""
    assert spot(CELL) == spot(CELL.between(0, 5))
    assert spot(CELL) != spot(CELL.between(6, 9))


def test_the_first_figure_at_a_spot_stands_for_the_others() -> None:
    """Constants have no print and stay themselves."""
    prints, one = Prints(), figure("1.00", place=CELL)
    again = figure("1.00", place=CELL.between(0, 4))
    constant = replace(one, text="")
    assert one is prints.of(one)
    assert one is prints.of(again)
    assert constant is prints.of(constant)


def test_relations_meet_in_their_prints() -> None:
    """Two rules that read the same cell speak of one figure."""
    prints, part = Prints(), figure("1.00", place=CELL)
    first = prints.relation(Sum("A", figure("2.00"), (Term(part),), ""))
    share = figure("50.00", PERCENT, place=Place("a.txt", line=9))
    under = (Term(figure("1.00", place=CELL)),)
    second = prints.relation(Ratio("B", share, (Term(share),), under, ""))
    assert isinstance(first, Sum)
    assert isinstance(second, Ratio)
    assert first.terms[0].figure is second.under[0].figure


def test_equal_claims_count_once() -> None:
    """Also when an equality is said from the other side; a bound is another claim."""
    one, two = figure("1.00"), figure("2.00")
    here, back = Sum("A", one, (Term(two),), ""), Sum("B", two, (Term(one),), "")
    bound = Sum("C", one, (Term(two),), "", "≤")
    assert [here, bound] == distinct([here, back, bound])
