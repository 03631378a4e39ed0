"""A rate as a figure carries its counts and the numbers behind them."""

from __future__ import annotations

from decimal import Decimal

from kaocheng.feedback.figures import figure
from kaocheng.feedback.levels import Level
from kaocheng.feedback.measures import measures, proof
from tests.feedback.making import rating


def test_the_figure_can_be_recomputed_from_its_records() -> None:
    """Value = number of the part ÷ number of the whole, printed as it is shown."""
    made = [rating(1), rating(2), rating(3, level=Level.DISSATISFIED)]
    found = figure(proof(measures()["good_rate"], made), 2026)
    assert found is not None
    part, whole = found.sources
    assert ("66.67%", Decimal("66.67"), 2) == (found.text, found.value, found.decimals)
    assert (("P1", "P2"), ("P1", "P2", "P3")) == (part.records, whole.records)
    assert (2, 3) == (part.value, whole.value)


def test_no_data_makes_no_figure() -> None:
    """A document leaves the place to be explained, never a hundred."""
    assert figure(proof(measures()["good_rate"], []), 2026) is None
