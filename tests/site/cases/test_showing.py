"""What lists say of days left."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from kaocheng.kernel.clocks import SHANGHAI, Budget, Entry, Turn, read_clock
from kaocheng.law.calendar import work_calendar
from kaocheng.site.cases.showing import ShownClock, days_left, tone_of

FRIDAY, SATURDAY, SUNDAY = (date(2026, 3, day) for day in (6, 7, 8))


@pytest.mark.parametrize(
    ("due", "today", "left", "tone"),
    [
        (FRIDAY, FRIDAY, 0, "warn"), (FRIDAY, SATURDAY, -1, "bad"), (FRIDAY, SUNDAY, -1, "bad"),
        (FRIDAY, date(2026, 3, 9), -1, "bad"), (FRIDAY, date(2026, 3, 10), -2, "bad"),
        (date(2026, 3, 9), SUNDAY, 1, "warn"), (date(2026, 3, 11), FRIDAY, 3, "ok"), (None, FRIDAY, None, ""),
    ],
)  # fmt: skip
def test_a_day_that_has_passed_has_passed(
    due: date | None, today: date, left: int | None, tone: str
) -> None:
    """Also on the weekend behind it, when no working day has gone by yet."""
    found = days_left(due, today, work_calendar())
    assert (left, tone) == (found, tone_of(found))


def test_a_limit_that_runs_into_an_unknown_year_says_so() -> None:
    """No day is guessed, and the page says why there is none."""
    calendar = work_calendar()
    begun = datetime.combine(calendar.last_day, time(9), SHANGHAI)
    budget = Budget(20)
    reading = read_clock(budget, [Entry(Turn.START, begun, "受理")], calendar, begun)
    shown = ShownClock("法定", budget, reading)
    assert (
        shown.said
        == f"余 20 个工作日；{calendar.last_day.year + 1}年放假安排未公布，届满日暂不能推算"
    )
