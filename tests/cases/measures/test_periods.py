"""Periods of whole days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.cases.measures import Period, year_of

DAYS = st.dates(date(2004, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), "2026年"),
        (date(2026, 2, 1), date(2026, 2, 28), "2026年2月"),
        (date(2026, 12, 1), date(2026, 12, 31), "2026年12月"),
        (date(2026, 2, 1), date(2026, 2, 27), "2026年2月1日至2026年2月27日"),
        (date(2025, 1, 1), date(2026, 12, 31), "2025年1月1日至2026年12月31日"),
    ],
)
def test_periods_in_words(first: date, last: date, said: str) -> None:
    """A year, a month, or from day to day."""
    assert said == Period(first, last).title


def test_the_ends_are_those_of_beijing() -> None:
    """From midnight to midnight."""
    period = year_of(2026)
    assert "2026-01-01T00:00:00+08:00" == period.start.isoformat()
    assert "2027-01-01T00:00:00+08:00" == period.end.isoformat()
    with pytest.raises(ValueError, match="year"):
        year_of(0)


@given(DAYS, DAYS)
def test_months_are_the_period_in_parts(first: date, last: date) -> None:
    """Every day stands in one month, and none else."""
    period = Period(min(first, last), max(first, last))
    months = period.months()
    assert (period.first, period.last) == (months[0].first, months[-1].last)
    for before, after in pairwise(months):
        assert before.last + timedelta(days=1) == after.first
        assert (after.first.day, before.first.month) == (1, before.last.month)
