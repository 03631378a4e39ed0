"""Sums the table bears out itself."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kaocheng.disclosure.plain.trusting import believed, right_and_wrong
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.places import Place
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.units import MONEY


def figure(text: str) -> Figure:
    """An amount with two decimals."""
    return Figure("", Decimal(text), MONEY["万元"], 2, text, Place("a"))


def sums(*equations: str) -> list[Sum]:
    """Equations such as 5.00=2.00+3.00; the same print is the same figure."""
    known: dict[str, Figure] = {}
    made = []
    for text in equations:
        left, right = text.split("=")
        named = [known.setdefault(part, figure(part)) for part in (left, *right.split("+"))]
        made.append(Sum("X", named[0], tuple(map(Term, named[1:])), text))
    return made


@pytest.mark.parametrize(
    ("equations", "expected"),
    [
        (["5.00=2.00+3.00"], True),
        (["5.00=2.00+4.00"], False),
        (["5.00=2.00+3.00", "8.12=5.00+4.55"], False),
        (["5.00=2.00+3.00", "15.00=5.00+100.00"], True),
        (["5.00=2.00+3.00", "9.00=5.00+4.00", "20.00=9.00+17.00"], True),
        (["5.00=2.00+3.00", "9.00=5.00+4.50", "20.00=9.00+17.30"], False),
    ],
)
def test_a_column_is_believed_where_one_wrong_figure_explains_it(
    equations: list[str], *, expected: bool
) -> None:
    """One sum alone, or two faults of different size, say that the levels do not add up."""
    assert expected == believed(sums(*equations))


def test_a_total_of_accounts_by_its_name_is_believed_with_one_other_sum() -> None:
    """收入总计 is a sum in every layout; a name that says nothing needs more."""
    right, wrong = sums("5.00=2.00+3.00", "8.12=5.00+4.55")
    named = replace(wrong, stated=replace(wrong.stated, name="收入总计 / 预算数"))
    assert believed([right, named])
    assert not believed([named])


def test_sums_of_nothing_say_nothing() -> None:
    """Zeros hold always."""
    assert ([], []) == right_and_wrong(sums("0.00=0.00+0.00"))
