"""The working calendar on two made-up years, where every day can be counted by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kaocheng.kernel.workdays import DayKind, Notice, Unannounced, WorkCalendar

FIRST = Notice(
    2025,
    "试〔2024〕1号",
    "2025年放假安排",
    date(2024, 11, 1),
    days_off=((date(2025, 1, 1), "元旦"),),
    make_ups=(),
)
SECOND = Notice(
    2026,
    "试〔2025〕1号",
    "2026年放假安排",
    date(2025, 11, 1),
    days_off=tuple((date(2026, 1, day), "元旦") for day in (1, 2, 3)),
    make_ups=((date(2026, 1, 4), "元旦"), (date(2025, 12, 27), "元旦")),
)
CALENDAR = WorkCalendar((FIRST, SECOND))


def test_days_are_told_apart() -> None:
    """Week, holiday and make-up day each give their own answer and cite the notice that made them."""
    assert CALENDAR.why(date(2026, 1, 5)).kind is DayKind.WORKDAY
    assert CALENDAR.why(date(2026, 1, 10)).kind is DayKind.WEEKEND
    holiday, make_up = CALENDAR.why(date(2026, 1, 1)), CALENDAR.why(date(2026, 1, 4))
    assert (DayKind.HOLIDAY, "元旦", SECOND) == (holiday.kind, holiday.occasion, holiday.notice)
    assert (DayKind.MAKE_UP, True, "星期日") == (make_up.kind, make_up.works, make_up.weekday)
    assert make_up.reason == "元旦调休上班，《2026年放假安排》（试〔2025〕1号）"


def test_a_notice_arranges_a_day_of_the_year_before() -> None:
    """A Saturday of December is worked for the sake of New Year."""
    assert CALENDAR.is_workday(date(2025, 12, 27))


def test_due_does_not_count_the_start() -> None:
    """From a Wednesday over the holiday: 31 December is not counted, the worked Sunday is."""
    assert CALENDAR.due(date(2025, 12, 31), 1) == date(2026, 1, 4)
    assert CALENDAR.due(date(2025, 12, 31), 2) == date(2026, 1, 5)
    assert CALENDAR.due(date(2026, 1, 1), 1) == date(2026, 1, 4)


def test_no_days_end_where_they_begin() -> None:
    """即办: nothing to count, even on a day off."""
    assert CALENDAR.due(date(2026, 1, 1), 0) == date(2026, 1, 1)


def test_a_year_without_notice_is_an_error() -> None:
    """No date is guessed before, after, or by running into the year that is not announced."""
    with pytest.raises(Unannounced, match="2027年的放假安排尚未公布") as found:
        CALENDAR.due(date(2026, 12, 30), 5)
    assert found.value.year == 2027
    for day in (date(2024, 12, 31), date(2027, 1, 1)):
        with pytest.raises(Unannounced):
            CALENDAR.is_workday(day)
        with pytest.raises(Unannounced):
            CALENDAR.why(day)
    assert CALENDAR.due(date(2026, 12, 30), 1) == date(2026, 12, 31) == CALENDAR.last_day


def test_years_must_follow_each_other() -> None:
    """A gap between two announced years would be a guess."""
    with pytest.raises(ValueError, match="连续"):
        WorkCalendar((FIRST, Notice(2027, "", "隔年", None, (), ())))
    with pytest.raises(ValueError, match="连续"):
        WorkCalendar(())


def test_negative_lengths_are_refused() -> None:
    """A limit is never less than nothing."""
    with pytest.raises(ValueError, match="不能为负"):
        CALENDAR.due(date(2026, 1, 5), -1)


def test_count_and_due_are_inverse() -> None:
    """Counting up to a due day gives back the length, from every start and for every length that fits."""
    start = date(2025, 6, 1)
    while start < date(2026, 6, 1):
        for length in (1, 5, 20, 45):
            assert length == CALENDAR.count(start, CALENDAR.due(start, length))
        start += timedelta(days=1)


def test_count_is_nothing_backwards() -> None:
    """Until before after, or the same day, counts nothing."""
    assert CALENDAR.count(date(2026, 3, 2), date(2026, 3, 2)) == 0
    assert CALENDAR.count(date(2026, 3, 3), date(2026, 3, 2)) == 0


def test_next_workday() -> None:
    """A day off moves on, a working day stays."""
    assert CALENDAR.next_workday(date(2026, 1, 1)) == date(2026, 1, 4)
    assert CALENDAR.next_workday(date(2026, 1, 5)) == date(2026, 1, 5)


def test_a_later_notice_goes_before_and_may_restore() -> None:
    """A change moves days; what it restores is decided by the week again."""
    change = Notice(
        2026,
        "试〔2026〕2号",
        "调整",
        None,
        days_off=((date(2026, 3, 2), "抗灾"),),
        make_ups=(),
        restored=(date(2026, 1, 4),),
    )
    changed = CALENDAR.with_notices([change])
    assert not changed.is_workday(date(2026, 1, 4))
    assert not changed.is_workday(date(2026, 3, 2))
    assert CALENDAR.is_workday(date(2026, 1, 4)), "the calendar before is as it was"
    assert changed.due(date(2025, 12, 31), 1) == date(2026, 1, 5)


def test_a_notice_without_number_is_named_by_its_title() -> None:
    """Where the number is not known, none is invented."""
    assert str(Notice(2004, "", "2004年通知", None, (), ())) == "《2004年通知》"
