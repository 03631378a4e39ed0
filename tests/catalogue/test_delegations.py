"""A town takes in only what was handed down to it, on the days it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.catalogue.delegations import Delegation, may_take_in, overlap

MADE = Delegation("P001", "D001", "T01", date(2026, 3, 1), "示府发〔2026〕3号", date(2026, 6, 30))
days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("item", "town", "on", "may"),
    [
        ("P001", "T01", date(2026, 3, 1), True),
        ("P001", "T01", date(2026, 6, 30), True),
        ("P001", "T01", date(2026, 2, 28), False),
        ("P001", "T01", date(2026, 7, 1), False),
        ("P001", "T02", date(2026, 4, 1), False),
        ("P002", "T01", date(2026, 4, 1), False),
    ],
)
def test_item_town_and_day_must_all_fit(item: str, town: str, on: date, *, may: bool) -> None:
    """First and last day included."""
    assert may is may_take_in([MADE], item, town, on)


def test_a_delegation_needs_a_basis_and_sound_dates() -> None:
    """Refused with a sentence."""
    blank = overlap([], replace(MADE, basis=" "))
    assert blank is not None
    assert "delegation.basis" == blank.code
    turned = overlap([], replace(MADE, until=date(2026, 2, 1)))
    assert turned is not None
    assert "delegation.dates" == turned.code


@given(st.lists(st.tuples(days, st.none() | days), max_size=6), days)
def test_what_is_made_never_stands_twice(tries: list[tuple[date, date | None]], on: date) -> None:
    """On no day does one item stand twice in one town."""
    made: list[Delegation] = []
    for since, until in tries:
        new = replace(MADE, since=since, until=until)
        if overlap(made, new) is None:
            made.append(new)
    assert sum(one.holds(on) for one in made) <= 1
