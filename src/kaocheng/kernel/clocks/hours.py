"""Counting a clock in minutes (按小时、分钟计时): only opening hours of working days count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from kaocheng.kernel.clocks.ledger import Run
from kaocheng.kernel.clocks.records import SHANGHAI, local_day
from kaocheng.kernel.workdays import Unannounced, WorkCalendar

_NOTHING = timedelta(0)


class Session(Protocol):
    """A time of day the doors are open (开放时段), the end not included."""

    @property
    def opens(self) -> time:
        """From."""

    @property
    def closes(self) -> time:
        """Until."""


class Openings(Protocol):
    """What is asked of opening hours (开放时间)."""

    def on(self, day: date, calendar: WorkCalendar, /) -> Sequence[Session]:
        """The sessions of the day."""


@dataclass(frozen=True, slots=True)
class Hours:
    """A session with its two ends (时段)."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class SameEveryWorkday:
    """The same sessions on every working day (每个工作日相同)."""

    sessions: tuple[Hours, ...]

    def on(self, day: date, calendar: WorkCalendar, /) -> tuple[Hours, ...]:
        """The sessions of the day, none on a day off."""
        return self.sessions if calendar.is_workday(day) else ()


COMMON_HOURS = SameEveryWorkday((Hours(time(9), time(12)), Hours(time(13), time(17))))
"""朝九晚五: used where a hall has not said when it is open."""


def open_time(
    begun: datetime, ended: datetime, calendar: WorkCalendar, openings: Openings
) -> Iterator[tuple[datetime, datetime]]:
    """The parts of a time that lie in opening hours of working days; raises Unannounced."""
    day, last = local_day(begun), local_day(ended)
    while day <= last:
        for opens, closes in sessions(day, calendar, openings):
            if max(begun, opens) < min(ended, closes):
                yield max(begun, opens), min(ended, closes)
        day += timedelta(days=1)


def sessions(
    day: date, calendar: WorkCalendar, openings: Openings
) -> Iterator[tuple[datetime, datetime]]:
    """The opening hours of a working day as instants, in order; nothing on a day off."""
    if not calendar.is_workday(day):
        return
    for session in sorted(openings.on(day, calendar), key=lambda found: found.opens):
        yield (
            datetime.combine(day, session.opens, SHANGHAI),
            datetime.combine(day, session.closes, SHANGHAI),
        )


def time_used(
    run: Run, at: datetime, calendar: WorkCalendar, openings: Openings
) -> Iterator[tuple[datetime, datetime]]:
    """The parts of the opening hours the clock ran in, up to `at`, as far as the years are announced."""
    for stretch in run.stretches:
        ended = at if stretch.ended is None else min(stretch.ended, at)
        try:
            yield from open_time(stretch.begun, ended, calendar, openings)
        except Unannounced:
            return


def moment_reached(
    run: Run, at: datetime, limit: timedelta, calendar: WorkCalendar, openings: Openings
) -> datetime:
    """The moment the limit is used up, running on from `at` when it is not; raises Unannounced."""
    left = limit
    for begun, ended in time_used(run, at, calendar, openings):
        if ended - begun >= left:
            return begun + left
        left -= ended - begun
    day = local_day(at)
    while True:
        for opens, closes in sessions(day, calendar, openings):
            begun = max(opens, at)
            if closes - begun >= left:
                return begun + left
            left -= max(closes - begun, _NOTHING)
        day += timedelta(days=1)
