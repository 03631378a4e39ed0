"""Opening time of working days: what lies in it, and when it is used up."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.clocks import (
    COMMON_HOURS,
    Budget,
    Entry,
    Hours,
    SameEveryWorkday,
    Span,
    Turn,
    read_clock,
)
from kaocheng.kernel.clocks.hours import open_time
from kaocheng.kernel.workdays import WorkCalendar
from tests.kernel.clocks.ledgers import CALENDAR, at

MINUTE = timedelta(minutes=1)


def test_lunch_night_weekend_and_holiday_are_closed() -> None:
    """From Friday noon to Monday noon there are four hours on Friday and three on Monday."""
    parts = list(open_time(at("03-06 12:00"), at("03-09 12:00"), CALENDAR, COMMON_HOURS))
    assert parts == [
        (at("03-06 13:00"), at("03-06 17:00")),
        (at("03-09 09:00"), at("03-09 12:00")),
    ]


def test_a_weekend_service_does_not_run_the_clock() -> None:
    """周末延时服务: doors open on Saturday, but it is no working day."""

    class AlsoSaturday:
        def on(self, day: date, calendar: WorkCalendar, /) -> tuple[Hours, ...]:
            del day, calendar
            return (Hours(time(9), time(12)),)

    assert [] == list(open_time(at("03-07 08:00"), at("03-08 20:00"), CALENDAR, AlsoSaturday()))


def test_own_hours_of_a_hall() -> None:
    """A hall that opens at half past eight finishes earlier."""
    early = SameEveryWorkday((Hours(time(8, 30), time(12)),))
    begun = Entry(Turn.START, at("03-04 08:00"), "受理")
    reading = read_clock(Budget(2, Span.HOUR), [begun], CALENDAR, begun.at, early)
    assert reading.moment == at("03-04 10:30")


@given(st.integers(0, 80_000), st.integers(1, 3000), st.integers(1, 600))
def test_minutes_against_a_walk(begun: int, length: int, later: int) -> None:
    """Used minutes and the last moment, walked minute by minute."""
    start = at("02-01 00:00") + MINUTE * begun
    now = start + timedelta(hours=later)
    reading = read_clock(
        Budget(length, Span.MINUTE), [Entry(Turn.START, start, "受理")], CALENDAR, now
    )
    used, moment, ends = 0, start, None
    while ends is None or moment < now:
        if _open(moment):
            used += moment < now
            length -= 1
            if length == 0:
                ends = moment + MINUTE
        moment += MINUTE
    assert (used, ends) == (reading.used, reading.moment)


def _open(moment: datetime) -> bool:
    hour = moment.hour
    return CALENDAR.is_workday(moment.date()) and (9 <= hour < 12 or 13 <= hour < 17)
