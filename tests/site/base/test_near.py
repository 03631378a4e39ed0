"""Days near today: the year stands wherever it is not this one."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kaocheng.site.base.templatetags import near


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the last day of 2026."""
    monkeypatch.setattr(near, "localdate", lambda: date(2026, 12, 31))


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (None, ""),
        (date(2026, 7, 2), "7月2日"),
        (date(2027, 1, 4), "2027年1月4日"),
        (datetime(2026, 12, 31, 16, 5, tzinfo=UTC), "2027年1月1日"),
    ],
)
def test_another_year_is_told(moment: date | None, shown: str) -> None:
    """A moment counts as the day it is in Beijing."""
    assert near.near(moment) == shown


def test_hour_and_minute_follow() -> None:
    """Nothing is shown of nothing."""
    assert near.near_time(datetime(2025, 3, 1, 1, 5, tzinfo=UTC)) == "2025年3月1日 09:05"
    assert near.near_time(None) == ""
