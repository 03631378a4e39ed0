"""A year as it stood: what came after the month is left out, what was there before stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kaocheng.money.asof import until
from tests.money.ledgers import payment, small_year


def test_what_came_later_is_left_out() -> None:
    """By the month of its own day; the budget as approved does not change."""
    made = small_year()
    early, late = payment("Z8"), payment("Z9")
    early, late = replace(early, on=date(2023, 6, 30)), replace(late, on=date(2023, 7, 1))
    made = replace(made, payments=(early, late))
    assert (early,) == until(made, 6).payments
    assert (early, late) == until(made, 7).payments
    assert made.budget == until(made, 1).budget
    assert all(one.on.month <= 3 for one in (*until(made, 3).income, *until(made, 3).adjustments))
    assert made == until(made, 12)
