"""Opening hours: the weekly table, the calendar of notices, and days arranged apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from kaocheng.hall.hours import UNANNOUNCED, Span, SpecialDay, check_spans, read_spans
from kaocheng.kernel.refusing import Refusal
from kaocheng.kernel.workdays import Unannounced
from kaocheng.law.calendar import work_calendar
from tests.hall.examples import AFTERNOON, HOURS, MORNING, ZONE

CALENDAR = work_calendar()


@pytest.mark.parametrize(
    ("day", "spans", "cause"),
    [
        (date(2026, 11, 20), (MORNING, AFTERNOON), ""),
        (date(2026, 11, 21), (MORNING,), "休息日"),
        (date(2026, 11, 22), (), "休息日"),
        (date(2025, 5, 1), (), "劳动节放假"),
        (date(2025, 5, 3), (), "劳动节放假"),
        (date(2025, 4, 27), (MORNING, AFTERNOON), "劳动节调休上班"),
    ],
    ids=["Friday", "Saturday", "Sunday", "holiday", "Saturday in a holiday", "make-up Sunday"],
)
def test_hours_of_a_day(day: date, spans: tuple[Span, ...], cause: str) -> None:
    """A holiday is closed even where Saturdays are open; a make-up Sunday is worked like a Monday."""
    assert spans == HOURS.on(day, CALENDAR)
    assert cause == HOURS.cause(day, CALENDAR)


def test_an_arranged_day_stands_above_all() -> None:
    """A notice of the hall closes a working day, or opens a holiday."""
    moved = SpecialDay(date(2026, 11, 20), (), "系统升级")
    opened = SpecialDay(date(2025, 10, 1), (MORNING,), "节日值班")
    hours = replace(HOURS, exceptions={moved.day: moved, opened.day: opened})
    assert () == hours.on(moved.day, CALENDAR)
    assert "系统升级" == hours.cause(moved.day, CALENDAR)
    assert (MORNING,) == hours.on(opened.day, CALENDAR)


def test_a_year_without_a_notice_goes_by_the_week() -> None:
    """The hall does not shut on 1 January because nobody has entered the notice; it says so."""
    beyond = date(CALENDAR.years[-1] + 1, 3, 1)
    monday = beyond + timedelta(days=-beyond.weekday() % 7)
    assert (MORNING, AFTERNOON) == HOURS.on(monday, CALENDAR)
    assert UNANNOUNCED == HOURS.cause(monday, CALENDAR)
    assert () == HOURS.on(monday - timedelta(days=1), CALENDAR)
    with pytest.raises(Unannounced):
        CALENDAR.why(monday)


def test_open_to_the_minute() -> None:
    """At nine the door is open, at twelve it is not."""
    assert HOURS.is_open(datetime(2026, 11, 20, 9, 0, tzinfo=ZONE), CALENDAR)
    assert HOURS.is_open(datetime(2026, 11, 20, 11, 59, 59, tzinfo=ZONE), CALENDAR)
    assert not HOURS.is_open(datetime(2026, 11, 20, 12, 0, tzinfo=ZONE), CALENDAR)
    assert not HOURS.is_open(datetime(2026, 11, 20, 8, 59, tzinfo=ZONE), CALENDAR)


def test_the_next_opening_skips_what_is_closed() -> None:
    """After the last working afternoon before the National Day of 2025, eight days of holiday pass."""
    assert datetime(2025, 9, 30, 14, 0, tzinfo=ZONE) == HOURS.next_opening(
        datetime(2025, 9, 30, 12, 30, tzinfo=ZONE), CALENDAR
    )
    assert datetime(2025, 10, 9, 9, 0, tzinfo=ZONE) == HOURS.next_opening(
        datetime(2025, 9, 30, 17, 0, tzinfo=ZONE), CALENDAR
    )


def test_a_hall_that_never_opens_has_no_next_opening() -> None:
    """No spans at all within two months."""
    closed = replace(HOURS, week=((),) * 7)
    assert closed.next_opening(datetime(2026, 5, 1, 9, tzinfo=ZONE), CALENDAR) is None


def test_spans_that_contradict_are_refused() -> None:
    """An end before its start, and two spans that overlap; touching is no overlap."""
    with pytest.raises(Refusal, match="不晚于"):
        check_spans((Span(time(12), time(9)),))
    with pytest.raises(Refusal, match="重叠"):
        check_spans((AFTERNOON, Span(time(9), time(14, 30))))
    check_spans((Span(time(9), time(12)), Span(time(12), time(17))))


def test_spans_as_people_write_them() -> None:
    """Full-width signs, 至, one digit; nothing is closed; what is not understood is quoted."""
    assert (MORNING, AFTERNOON) == read_spans("14：00至17：00， 9:00-12:00")
    assert () == read_spans("  ")
    with pytest.raises(Refusal, match="看不懂开放时段“全天”"):
        read_spans("全天")
    with pytest.raises(Refusal, match="没有25:00这个时间"):
        read_spans("9:00-25:00")
    with pytest.raises(Refusal, match="不晚于"):
        read_spans("12:00-9:00")
