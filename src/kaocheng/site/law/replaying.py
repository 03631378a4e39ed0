"""Replaying open clocks (重算在办时限): which last days move when a notice changes the calendar.

The law knows no cases. An app above registers a provider of its open clocks in `ready()` of its `apps.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kaocheng.kernel.clocks import Budget, Entry, Reading, local_day, read_clock
from kaocheng.kernel.workdays import Day, WorkCalendar


@dataclass(frozen=True, slots=True)
class OpenClock:
    """A clock that has not stopped (在计时限): whose it is (case number), which one, budget and ledger."""

    number: str
    name: str
    budget: Budget
    entries: Sequence[Entry]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A clock whose last day moves (变动的时限): before and after, and the days that make the difference."""

    clock: OpenClock
    before: Reading
    after: Reading
    because: tuple[Day, ...]

    @property
    def turns_late(self) -> bool:
        """Whether it is late only after the change (因此变为逾期)."""
        return self.after.overdue and not self.before.overdue

    @property
    def no_longer_late(self) -> bool:
        """Whether it is late only before the change (因此不再逾期)."""
        return self.before.overdue and not self.after.overdue


Provider = Callable[[str], Iterable[OpenClock]]
Refresh = Callable[[WorkCalendar, datetime], None]
_PROVIDERS: dict[str, Provider] = {}
_REFRESHES: dict[str, Refresh] = {}


def register_open_clocks(name: str, provider: Provider, refresh: Refresh | None = None) -> None:
    """Have the clocks of an app replayed: `provider(county)` gives those that have not stopped.

    An app that keeps last days in columns, to sort and search by, gives `refresh(calendar, at)`: it is called
    when a notice is approved, in the same transaction, to write them anew in every county.
    """
    _PROVIDERS[name] = provider
    if refresh is not None:
        _REFRESHES[name] = refresh


def refresh_columns(calendar: WorkCalendar, at: datetime) -> None:
    """Have every app write its kept last days anew."""
    for refresh in _REFRESHES.values():
        refresh(calendar, at)


def open_clocks(county: str) -> Iterator[OpenClock]:
    """Every clock in the county that has not stopped."""
    for provider in _PROVIDERS.values():
        yield from provider(county)


def changed_days(before: WorkCalendar, after: WorkCalendar) -> tuple[Day, ...]:
    """The days that work in the one and not in the other, or are known only in the second."""
    day, found = date(after.years[0], 1, 1), []
    while day <= after.last_day:
        now = after.why(day)
        if day > before.last_day or before.is_workday(day) != now.works:
            found.append(now)
        day += timedelta(days=1)
    return tuple(found)


def moved_clocks(
    clocks: Iterable[OpenClock], before: WorkCalendar, after: WorkCalendar, at: datetime
) -> Iterator[Moved]:
    """Those of the clocks whose last day or lateness changes, read at the same moment in both calendars."""
    changed = changed_days(before, after)
    for clock in clocks:
        old = read_clock(clock.budget, clock.entries, before, at)
        if not _concerned(old, changed):
            continue
        new = read_clock(clock.budget, clock.entries, after, at)
        if (old.due, old.moment, old.overdue) != (new.due, new.moment, new.overdue):
            yield Moved(clock, old, new, _because(old, new, changed))


def _concerned(reading: Reading, changed: tuple[Day, ...]) -> bool:
    """Whether a changed day can matter: one after the start, and not after a day known to be the last."""
    if reading.started is None or not changed:
        return False
    if reading.due is None:
        return True
    return any(local_day(reading.started) <= day.day <= reading.due for day in changed)


def _because(old: Reading, new: Reading, changed: tuple[Day, ...]) -> tuple[Day, ...]:
    """The days in the run of the clock that a notice made different; not the plain ones of a new year."""
    if old.started is None or new.due is None:
        return ()
    last = max(new.due, old.due or new.due)
    return tuple(d for d in changed if d.notice and local_day(old.started) <= d.day <= last)
