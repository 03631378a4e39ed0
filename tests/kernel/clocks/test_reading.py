"""Reading clocks: worked examples by hand, and properties against a slow simulation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kaocheng.kernel.clocks import (
    SHANGHAI,
    Budget,
    ClockState,
    Entry,
    Span,
    Turn,
    read_clock,
)
from kaocheng.kernel.refusing import Refusal
from kaocheng.kernel.workdays import Unannounced
from tests.kernel.clocks.ledgers import CALENDAR, SlowClock, at, evening, ledgers

FIVE, TEN = Budget(5), Budget(10)
START = Entry(Turn.START, at("03-02 10:00"), "受理")  # a Monday


def entry(turn: Turn, text: str, **given_: object) -> Entry:
    """An entry of March 2026."""
    return replace(Entry(turn, at(text), "专家评审"), **given_)


def due(budget: Budget, *entries: Entry, now: str = "12-01 09:00") -> date | None:
    """The last day of a clock."""
    return read_clock(budget, entries, CALENDAR, at(now)).due


def test_a_clock_that_waits() -> None:
    """No entry, no date; everything is left."""
    reading = read_clock(FIVE, (), CALENDAR, at("03-02 10:00"))
    assert (ClockState.WAITING, None, 0, 5) == (
        reading.state,
        reading.due,
        reading.used,
        reading.remaining,
    )


def test_the_day_of_the_start_is_not_counted() -> None:
    """Accepted on Monday, five working days end on the next Monday, at the end of that day."""
    reading = read_clock(FIVE, [START], CALENDAR, at("03-02 17:00"))
    assert (date(2026, 3, 9), 0, 5) == (reading.due, reading.used, reading.remaining)
    assert reading.moment == evening(date(2026, 3, 9))
    last = read_clock(FIVE, [START], CALENDAR, at("03-09 23:59"))
    assert (5, 0, False) == (last.used, last.remaining, last.overdue)
    late = read_clock(FIVE, [START], CALENDAR, at("03-10 00:00"))
    assert (6, -1, True) == (late.used, late.remaining, late.overdue)


def test_over_the_weekend_it_is_late_though_no_day_is_over() -> None:
    """Due on Friday, read on Saturday: late, and nothing more is used."""
    reading = read_clock(Budget(4), [START], CALENDAR, at("03-07 09:00"))
    assert (date(2026, 3, 6), 4, 0, True) == (
        reading.due,
        reading.used,
        reading.remaining,
        reading.overdue,
    )


def test_stopped_in_time_is_never_late() -> None:
    """Decided on the last day, at any hour; read a year's end later it is still in time."""
    stop = entry(Turn.STOP, "03-09 22:00")
    reading = read_clock(FIVE, [START, stop], CALENDAR, at("12-01 09:00"))
    assert (ClockState.STOPPED, False, 5) == (reading.state, reading.overdue, reading.used)


@pytest.mark.parametrize(
    ("paused", "resumed", "ends"),
    [
        ("03-04 10:00", "03-04 15:00", date(2026, 3, 9)),  # within one day: nothing is left out
        ("03-04 17:29", "03-05 08:31", date(2026, 3, 9)),  # over one night: nothing is left out
        ("03-04 10:00", "03-06 10:00", date(2026, 3, 10)),  # Thursday stood still
        ("03-06 16:00", "03-09 09:00", date(2026, 3, 9)),  # only the weekend stood still
        ("03-04 00:00", "03-05 00:00", date(2026, 3, 10)),  # exactly Wednesday
        ("03-09 16:00", "03-11 09:00", date(2026, 3, 11)),  # on the last day: the day it resumes
    ],
)
def test_only_whole_days_of_standstill_are_left_out(paused: str, resumed: str, ends: date) -> None:
    """The worked table of docs/time.md."""
    assert ends == due(FIVE, START, entry(Turn.PAUSE, paused), entry(Turn.RESUME, resumed))


def test_a_pause_that_stands_moves_the_date_day_by_day() -> None:
    """While it stands the earliest possible last day is shown, and the clock is not late."""
    ledger = [START, entry(Turn.PAUSE, "03-04 10:00")]
    assert due(FIVE, *ledger, now="03-04 12:00") == date(2026, 3, 9)
    assert due(FIVE, *ledger, now="03-06 12:00") == date(2026, 3, 10)
    reading = read_clock(FIVE, ledger, CALENDAR, at("06-01 12:00"))
    assert (ClockState.PAUSED, 2, 3, False) == (
        reading.state,
        reading.used,
        reading.remaining,
        reading.overdue,
    )
    assert reading.pauses == (ledger[1],)


def test_pausing_after_the_last_day_mends_nothing() -> None:
    """Due on Monday, paused on Tuesday: late before, during and after."""
    ledger = [START, entry(Turn.PAUSE, "03-10 10:00"), entry(Turn.RESUME, "03-20 10:00")]
    for now in ("03-12 09:00", "03-20 11:00"):
        reading = read_clock(FIVE, ledger, CALENDAR, at(now))
        assert (True, date(2026, 3, 9)) == (reading.overdue, reading.due)


def test_overlapping_pauses_end_with_the_last() -> None:
    """评审 and 听证 together: the clock runs again when both are over."""
    ledger = [
        START,
        entry(Turn.PAUSE, "03-03 10:00", key="评审"),
        entry(Turn.PAUSE, "03-05 10:00", key="听证"),
        entry(Turn.RESUME, "03-06 10:00", key="评审"),
        entry(Turn.RESUME, "03-11 10:00", key="听证"),
    ]
    assert due(FIVE, *ledger) == date(2026, 3, 16)
    reading = read_clock(FIVE, ledger, CALENDAR, at("03-09 10:00"))
    assert (ClockState.PAUSED, ["听证"]) == (reading.state, [found.key for found in reading.pauses])


def test_an_extension_adds_days() -> None:
    """延长 ten days, decided while the clock runs."""
    more = entry(Turn.EXTEND, "03-05 10:00", extra=Budget(10))
    reading = read_clock(FIVE, [START, more], CALENDAR, at("03-05 11:00"))
    assert (15, date(2026, 3, 23)) == (reading.total, reading.due)


def test_before_acceptance_completion_resets_the_clock() -> None:
    """补正: the clock stands from the notice on and starts anew when the papers are complete."""
    ledger = [START, entry(Turn.PAUSE, "03-04 10:00"), entry(Turn.RESET, "03-12 10:00")]
    reading = read_clock(FIVE, ledger, CALENDAR, at("03-13 10:00"))
    assert (1, date(2026, 3, 19), 1) == (reading.used, reading.due, reading.resets)
    assert reading.started == at("03-12 10:00")


def test_natural_days_and_the_day_that_moves() -> None:
    """Natural days end on a Saturday, or on the next working day where the law says so."""
    assert due(Budget(5, Span.DAY), START) == date(2026, 3, 7)
    moving = Budget(5, Span.DAY, "《民法典》第二百零三条")
    assert due(moving, START) == date(2026, 3, 9)
    sunday = read_clock(moving, [START], CALENDAR, at("03-08 12:00"))
    assert (False, -1) == (sunday.overdue, sunday.remaining)


def test_a_pause_in_the_days_a_limit_moved_over_is_in_time() -> None:
    """Last day Saturday, moved to Monday, paused on Sunday: the day it resumes is the last."""
    moving = Budget(5, Span.DAY, "《民法典》第二百零三条")
    ledger = [START, entry(Turn.PAUSE, "03-08 10:00"), entry(Turn.RESUME, "03-12 10:00")]
    assert due(moving, *ledger) == date(2026, 3, 12)


@pytest.mark.parametrize(
    ("begun", "months", "ends"),
    [
        ("03-02 10:00", 1, date(2026, 4, 2)),
        ("01-31 10:00", 1, date(2026, 2, 28)),
        ("08-31 10:00", 1, date(2026, 9, 30)),
        ("01-30 10:00", 3, date(2026, 4, 30)),
    ],
)
def test_months_end_on_the_corresponding_day(begun: str, months: int, ends: date) -> None:
    """Without a corresponding day the month's last day is it."""
    assert ends == due(Budget(months, Span.MONTH), entry(Turn.START, begun))


def test_a_month_that_is_paused_and_extended() -> None:
    """Whole days of standstill move it; an extension adds calendar months from the start."""
    ledger = [START, entry(Turn.PAUSE, "03-10 10:00"), entry(Turn.RESUME, "03-13 10:00")]
    assert due(Budget(1, Span.MONTH), *ledger) == date(2026, 4, 4)
    more = entry(Turn.EXTEND, "03-05 10:00", extra=Budget(1, Span.MONTH))
    assert due(Budget(1, Span.MONTH), START, more) == date(2026, 5, 2)


def test_a_limit_that_ends_in_a_year_not_announced() -> None:
    """Nothing is guessed: no date, the year named, and what is used so far is still known."""
    late = Entry(Turn.START, datetime(2026, 12, 20, 9, tzinfo=SHANGHAI), "受理")
    reading = read_clock(Budget(20), [late], CALENDAR, datetime(2026, 12, 25, 9, tzinfo=SHANGHAI))
    assert (None, 2027, 5, False) == (
        reading.due,
        reading.unannounced,
        reading.used,
        reading.overdue,
    )
    after = read_clock(Budget(20), [late], CALENDAR, datetime(2027, 2, 1, 9, tzinfo=SHANGHAI))
    assert (None, 2027, 9) == (after.due, after.unannounced, after.used)


def test_a_clock_from_before_the_calendar_is_an_error() -> None:
    """2003 is not announced here."""
    early = Entry(Turn.START, datetime(2003, 12, 30, 9, tzinfo=SHANGHAI), "受理")
    with pytest.raises(Unannounced):
        read_clock(FIVE, [early], CALENDAR, at("03-02 10:00"))


def test_reading_an_earlier_moment_ignores_what_came_later() -> None:
    """A replay: before the pause was entered the clock ran."""
    ledger = [START, entry(Turn.PAUSE, "03-04 10:00")]
    assert (
        read_clock(FIVE, ledger, CALENDAR, at("03-03 10:00")).state
        is read_clock(FIVE, ledger[:1], CALENDAR, at("03-03 10:00")).state
        is ClockState.RUNNING
    )


@given(ledgers())
def test_the_reading_equals_the_slow_simulation(
    given_: tuple[Budget, tuple[Entry, ...], datetime],
) -> None:
    """Used days, last day and lateness, walked through hour by hour."""
    budget, entries, now = given_
    reading = read_clock(budget, entries, CALENDAR, now)
    assume(reading.unannounced is None)
    used, last = SlowClock(budget, entries, now).used_and_due()
    assert (used, last) == (reading.used, reading.due)
    end = reading.stopped or now
    assert (end > evening(last)) == reading.overdue


@pytest.mark.parametrize("hour", [0, 23])
@given(given_=ledgers(resets=False))
def test_the_rule_never_gives_a_later_date_than_the_others(
    given_: tuple[Budget, tuple[Entry, ...], datetime], hour: int
) -> None:
    """Decision 0014: not later than counting the days that begin, or end, with the clock running."""
    budget, entries, now = given_
    reading = read_clock(budget, entries, CALENDAR, now)
    assume(reading.unannounced is None)
    try:
        _, other = SlowClock(budget, entries, now, hours=(hour,)).used_and_due()
    except Unannounced:
        return
    assert reading.due <= other


@given(ledgers(resets=False))
def test_used_and_remaining_are_budget_and_extensions(
    given_: tuple[Budget, tuple[Entry, ...], datetime],
) -> None:
    """Nothing is lost and nothing appears."""
    budget, entries, now = given_
    reading = read_clock(budget, entries, CALENDAR, now)
    added = sum(found.extra.amount for found in entries if found.extra)
    assert budget.amount + added == reading.used + reading.remaining


@given(ledgers(resets=False), st.lists(st.integers(0, 1500), min_size=2, max_size=8))
def test_the_clock_never_runs_backwards(
    given_: tuple[Budget, tuple[Entry, ...], datetime], hours: list[int]
) -> None:
    """From moment to moment neither what is used nor the last day gets less."""
    budget, entries, _ = given_
    begun = entries[0].at
    moments = [begun + timedelta(hours=n) for n in sorted(hours)]
    readings = [read_clock(budget, entries, CALENDAR, moment) for moment in moments]
    assume(all(reading.unannounced is None for reading in readings))
    for earlier, later in pairwise(readings):
        assert earlier.used <= later.used
        assert earlier.due <= later.due


@given(ledgers(resets=False), st.data())
def test_a_further_pause_never_makes_the_last_day_earlier(
    given_: tuple[Budget, tuple[Entry, ...], datetime], data: st.DataObject
) -> None:
    """Put a pause anywhere between two entries: the date stays or moves back, nothing more is used."""
    budget, entries, now = given_
    place = data.draw(st.integers(1, len(entries)))
    assume(entries[place - 1].turn is not Turn.STOP)
    begun = entries[place - 1].at
    end = entries[place].at if place < len(entries) else now
    first = data.draw(st.datetimes(begun.replace(tzinfo=None), end.replace(tzinfo=None)))
    second = data.draw(st.datetimes(first, end.replace(tzinfo=None)))
    pause = Entry(Turn.PAUSE, first.replace(tzinfo=SHANGHAI), "另", key="另")
    resume = Entry(Turn.RESUME, second.replace(tzinfo=SHANGHAI), "另", key="另")
    longer = (*entries[:place], pause, resume, *entries[place:])
    before = read_clock(budget, entries, CALENDAR, now)
    after = read_clock(budget, longer, CALENDAR, now)
    assume(after.unannounced is None)
    assert after.due >= before.due
    assert after.used <= before.used


def test_minutes_run_in_opening_hours_of_working_days() -> None:
    """Three hours from 16:00 on Friday: one on Friday, two on Monday morning."""
    friday = entry(Turn.START, "03-06 16:00")
    reading = read_clock(Budget(3, Span.HOUR), [friday], CALENDAR, at("03-06 16:40"))
    assert (40, 140, 180, Span.MINUTE) == (
        reading.used,
        reading.remaining,
        reading.total,
        reading.unit,
    )
    assert reading.moment == at("03-09 11:00")


def test_minutes_of_a_standstill_do_not_count() -> None:
    """Half an hour of pause moves the moment half an hour of opening time."""
    begun = entry(Turn.START, "03-04 09:00")
    ledger = [begun, entry(Turn.PAUSE, "03-04 09:20"), entry(Turn.RESUME, "03-04 11:50")]
    reading = read_clock(Budget(60, Span.MINUTE), ledger, CALENDAR, at("03-04 13:05"))
    assert (35, at("03-04 13:30"), False) == (reading.used, reading.moment, reading.overdue)
    late = read_clock(Budget(60, Span.MINUTE), ledger, CALENDAR, at("03-04 13:31"))
    assert late.overdue


def test_minutes_into_a_year_not_announced() -> None:
    """The last opening hour of the last known day, and no further."""
    begun = Entry(Turn.START, datetime(2026, 12, 31, 16, tzinfo=SHANGHAI), "受理")
    later = datetime(2027, 1, 8, 9, tzinfo=SHANGHAI)
    reading = read_clock(Budget(3, Span.HOUR), [begun], CALENDAR, later)
    assert (60, None, 2027) == (reading.used, reading.due, reading.unannounced)


def test_an_illegal_ledger_is_not_read() -> None:
    """What contradicts itself gives no date."""
    with pytest.raises(Refusal, match="没有与它对应的暂停"):
        due(FIVE, START, entry(Turn.RESUME, "03-04 10:00"))
