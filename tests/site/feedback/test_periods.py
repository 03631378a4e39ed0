"""Periods are read with care: nonsense gives the default, the order is mended, the length is limited."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.site.feedback.periods import MOST, period_of

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ("2026-02", "2026-03")),
        ({"from": "x", "to": "2026-13"}, ("2026-02", "2026-03")),
        ({"from": "2026-02", "to": "2025-12"}, ("2025-12", "2026-02")),
        ({"from": "2001-01", "to": "2026-03"}, ("2023-04", "2026-03")),
    ],
)
def test_what_is_asked_for_is_mended(asked: dict[str, str], found: tuple[str, str]) -> None:
    """Two months by default, three years at most."""
    period = period_of(asked, TODAY, months=2)
    assert found == (period.first, period.last)


def test_ended_months_only() -> None:
    """Whatever is asked for, the running month and what is to come are left out."""
    for asked in ({}, {"from": "2026-03", "to": "2026-03"}, {"from": "2027-01", "to": "2028-01"}):
        assert "2026-02" == period_of(asked, TODAY, ended=True).last
    assert "2026-02" == period_of({}, TODAY, ended=True).choices[-1]


def test_a_period_in_words_and_months() -> None:
    """The year is said once where it is the same."""
    over, within = (
        period_of({"from": first, "to": "2026-02"}, TODAY) for first in ("2025-12", "2026-01")
    )
    assert ("2025年12月至2026年2月", "2026年1月至2月") == (over.title, within.title)
    assert ("2025-12", "2026-01", "2026-02") == over.months
    assert "2026年3月" == period_of({}, TODAY).title


def test_the_choices_are_the_last_three_years() -> None:
    """The latest first, with their names; a month asked for is among them."""
    period = period_of({}, TODAY)
    assert (MOST, ("2026-03", "2026年3月")) == (len(period.named), period.named[0])
    assert ("2020-01", "2020年1月") in period_of({"from": "2020-01", "to": "2020-01"}, TODAY).named
