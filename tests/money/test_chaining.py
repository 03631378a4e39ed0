"""What a year ends with is what the next one begins with, chain by chain."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from kaocheng.money.chaining import Link, links
from kaocheng.money.controls.chain import balances
from kaocheng.money.records import AccountsYear, CarryOver
from tests.money.ledgers import BASIC, GENERAL, PROJECT, RUN, SPECIAL, legal_years, small_year


def _after(year: AccountsYear) -> AccountsYear:
    """The next year, in which nothing has happened yet."""
    carried = tuple(
        CarryOver(office, source, nature, function or RUN, one.closing)
        for (office, source, nature, function), one in balances(year).items()
        if one.closing
    )
    empty = {"budget": (), "adjustments": (), "income": (), "payments": (), "contracts": ()}
    return replace(year, year=year.year + 1, carried=carried, instalments=(), **empty)


def test_both_ends_of_each_chain() -> None:
    """1500 - 100 and 10000 + 70000 - 60000, in 分, with what was carried wrongly."""
    year = small_year()
    after = replace(_after(year), carried=(CarryOver("301", GENERAL, PROJECT, SPECIAL, 2_000_001),))
    basic, special = links([after, year])
    assert Link(2024, ("301", GENERAL, BASIC, RUN), 1_400_00, 0) == basic
    assert Link(2024, ("301", GENERAL, PROJECT, SPECIAL), 20_000_00, 20_000_01) == special
    assert (-1_400_00, 1) == (basic.difference, special.difference)


@given(legal_years())
def test_a_year_carried_over_holds(year: AccountsYear) -> None:
    """Whatever the year: what it ends with, written as the next opening, is no difference."""
    assert not [link for link in links([year, _after(year)]) if link.difference]


@pytest.mark.parametrize("second", [2023, 2025])
def test_years_follow_one_another(second: int) -> None:
    """A year left out, or given twice, cannot be judged."""
    with pytest.raises(ValueError, match="2023"):
        list(links([small_year(), replace(small_year(), year=second)]))
