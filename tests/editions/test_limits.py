"""Limits are dated, each with the basis beside it."""

from __future__ import annotations

from kaocheng.editions.limits import arrears_months, large_sum


def test_the_threshold_tells_its_basis() -> None:
    """A proposed figure, and what it is proposed from; years before the rule take the first."""
    found = large_sum(2023)
    assert (50_000, ("301", "303")) == (found.amount, found.exempt)
    assert "财会〔2012〕21号" in found.basis
    assert found == large_sum(2000)


def test_the_ages_of_arrears() -> None:
    """Three months and a year."""
    assert (3, 12) == arrears_months(2023)
