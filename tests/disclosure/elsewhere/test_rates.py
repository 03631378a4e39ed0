"""Rates whose parts other paragraphs tell."""

from __future__ import annotations

from kaocheng.disclosure.elsewhere.rates import rate_elsewhere
from tests.disclosure.elsewhere.texts import found

PARTS = "一、办件情况\n全年受理200件。\n全年办结190件。\n"


def test_what_is_divided_stands_elsewhere() -> None:
    """Each has one value in the document."""
    assert [(["190件"], ["200件"])] == found(rate_elsewhere, PARTS + "二、成效\n办结率95%。\n")


def test_one_name_with_two_values_leaves_it_open() -> None:
    """And so does a rate of another kind."""
    twice = PARTS + "窗口受理80件。\n"
    assert [] == found(rate_elsewhere, twice + "二、成效\n办结率95%。\n")
    assert [] == found(rate_elsewhere, PARTS + "二、成效\n按期办结率95%。\n")
