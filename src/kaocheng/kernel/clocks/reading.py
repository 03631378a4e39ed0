"""Reading a clock (读时限): what is used and left, when it is due, whether it is late. Nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kaocheng.kernel.clocks.days import (
    Counted,
    DayMeasure,
    counted_days,
    measure_of,
    reached,
)
from kaocheng.kernel.clocks.hours import COMMON_HOURS, Openings, moment_reached, time_used
from kaocheng.kernel.clocks.ledger import ClockState, Run, replay
from kaocheng.kernel.clocks.records import SHANGHAI, Budget, Entry, Span, local_day
from kaocheng.kernel.workdays import Unannounced, WorkCalendar

_BY_MINUTE = {Span.HOUR: 60, Span.MINUTE: 1}
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clock says at one moment (时限读数).

    `used`, `remaining` and `total` are counted in `unit` (working days, days or minutes) and
    `used + remaining == total` always; a negative `remaining` is how much is over. `due` is the last
    day and `moment` the last moment, both None while the clock waits and when they fall into
    the year `unannounced`. For a paused clock they are the earliest possible: as if it resumed at once.
    """

    state: ClockState
    unit: Span
    used: int
    remaining: int
    total: int
    due: date | None = None
    moment: datetime | None = None
    overdue: bool = False
    started: datetime | None = None
    stopped: datetime | None = None
    pauses: tuple[Entry, ...] = ()
    resets: int = 0
    unannounced: int | None = None


def read_clock(
    budget: Budget,
    entries: Sequence[Entry],
    calendar: WorkCalendar,
    at: datetime,
    openings: Openings = COMMON_HOURS,
) -> Reading:
    """The clock at the moment `at`; entries made later are not looked at.

    Raises Refusal when the ledger contradicts itself, Unannounced when it starts before the calendar.
    """
    run = replay(budget, entries, at)
    if run.started is None:
        unit = Span.MINUTE if budget.span in _BY_MINUTE else budget.span
        total = budget.amount * _BY_MINUTE.get(budget.span, 1)
        return Reading(run.state, unit, 0, total, total)
    if budget.span in _BY_MINUTE:
        return _by_minutes(run, calendar, at, openings)
    return _by_days(run, calendar, at)


def _by_days(run: Run, calendar: WorkCalendar, at: datetime) -> Reading:
    measure = measure_of(run, calendar)
    end = min(at, run.stopped) if run.stopped else at
    days = counted_days(run, measure, end)
    total, used = measure.total(run.total), sum(part.number for part in days)
    due, unknown = None, None
    try:
        due = last_day(run, measure, days, end)
    except Unannounced as found:
        unknown = found.year
    moment = datetime.combine(due, time.max, SHANGHAI) if due else None
    unit = Span.WORKDAY if run.budget.span is Span.WORKDAY else Span.DAY
    return _reading(run, (unit, used, total), moment, end, unknown)


def last_day(run: Run, measure: DayMeasure, days: tuple[Counted, ...], end: datetime) -> date:
    """The last day of the limit, running on after `end` where it is not used up; raises Unannounced."""
    total, today = measure.total(run.total), local_day(end)
    until = days[-1].until if days else measure.start
    due = reached(days, total, measure)
    if due is not None:
        return max(due, today) if run.pauses and until <= due else due
    used = sum(part.number for part in days)
    return measure.last(max(until, today - _DAY), total - used)


def _by_minutes(run: Run, calendar: WorkCalendar, at: datetime, openings: Openings) -> Reading:
    end = min(at, run.stopped) if run.stopped else at
    limit = run.total * _BY_MINUTE[run.budget.span]
    spent = sum((b - a for a, b in time_used(run, end, calendar, openings)), timedelta(0))
    moment, unknown = None, None
    try:
        moment = moment_reached(run, end, limit * _MINUTE, calendar, openings)
    except Unannounced as found:
        unknown = found.year
    return _reading(run, (Span.MINUTE, spent // _MINUTE, limit), moment, end, unknown)


def _reading(
    run: Run,
    sums: tuple[Span, int, int],
    moment: datetime | None,
    end: datetime,
    unannounced: int | None,
) -> Reading:
    unit, used, total = sums
    return Reading(
        run.state,
        unit,
        used,
        total - used,
        total,
        local_day(moment) if moment else None,
        moment,
        moment is not None and end > moment,
        run.started,
        run.stopped,
        tuple(run.pauses.values()),
        run.resets,
        unannounced,
    )
