"""Counting a clock in days (按日计时): which days count, how many are used, which is the last.

A day on which the clock ran at any moment counts; only a day on which it stood still from beginning
to end is left out. The day of the start is not counted. A clock that is paused in time is not late
while it stands; when it had no day left, the day it resumes is its last (docs/time.md).
"""

from __future__ import annotations

import calendar as gregorian
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kaocheng.kernel.clocks.ledger import Run, Stretch
from kaocheng.kernel.clocks.records import Span, local_day
from kaocheng.kernel.workdays import WorkCalendar

_DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Counted:
    """The days later than `after` up to `until` of one stretch (计入的日子): `number` of them count.

    `grace` is the day the clock resumed with no day left: it is the last day and not counted again.
    """

    after: date
    until: date
    number: int
    grace: date | None = None


@dataclass(frozen=True, slots=True)
class DayMeasure:
    """How days of one kind are counted (按日计数): working days, or days of the calendar."""

    calendar: WorkCalendar
    span: Span
    start: date
    postponed: bool

    def counts(self, day: date) -> bool:
        """Whether a day of this kind counts at all (是否属于计数的日子)."""
        return self.span is not Span.WORKDAY or self.calendar.is_workday(day)

    def count(self, after: date, until: date) -> int:
        """How many days later than `after` up to `until`; days of a year not announced are not known."""
        if self.span is not Span.WORKDAY:
            return max((until - after).days, 0)
        known = min(until, self.calendar.last_day)
        return self.calendar.count(after, known) if after < known else 0

    def last(self, after: date, number: int) -> date:
        """The last of so many days later than `after`; raises Unannounced."""
        if self.span is Span.WORKDAY:
            return self.calendar.due(after, number)
        day = after + timedelta(days=number)
        return self.calendar.next_workday(day) if self.postponed else day

    def total(self, amount: int) -> int:
        """A limit in days; months become the days they have from the day of the start on."""
        if self.span is Span.MONTH:
            return (add_months(self.start, amount) - self.start).days
        return amount


def measure_of(run: Run, calendar: WorkCalendar) -> DayMeasure:
    """How the days of this run are counted."""
    start = local_day(run.started) if run.started else date.min
    return DayMeasure(calendar, run.budget.span, start, bool(run.budget.postponed_under))


def counted_days(run: Run, measure: DayMeasure, at: datetime) -> tuple[Counted, ...]:
    """The days that count up to `at`, stretch by stretch."""
    found: list[Counted] = []
    last = measure.start
    for stretch, first, final in touched(run, at):
        grace = _in_grace(stretch, first, last, found, measure)
        after = first if grace else max(last, first - _DAY)
        last = max(final, after)
        number = measure.count(after, last)
        found.append(Counted(after, last, number, first if grace else None))
    return tuple(found)


def touched(run: Run, at: datetime) -> Iterator[tuple[Stretch, date, date]]:
    """Each stretch that ran at all up to `at`, with the first and the last day it ran on."""
    for stretch in run.stretches:
        if stretch.ended == stretch.begun:
            continue
        end = at if stretch.ended is None else min(at, stretch.ended - _INSTANT)
        yield stretch, local_day(stretch.begun), local_day(end)


def reached(
    days: tuple[Counted, ...] | list[Counted], total: int, measure: DayMeasure
) -> date | None:
    """The day on which the limit ends, None when these days do not use it up."""
    used, due, until = 0, None, measure.start
    for part in days:
        if due is None and used + part.number >= total:
            due = measure.last(part.after, total - used)
        elif due is not None and part.grace is not None and until <= due:
            due = part.grace
        used, until = used + part.number, part.until
    return due


def _in_grace(
    stretch: Stretch, first: date, last: date, so_far: list[Counted], measure: DayMeasure
) -> bool:
    """Whether the clock was paused on its last day and resumes now, on a later one."""
    if not stretch.resumes or first <= last:
        return False
    due = reached(so_far, measure.total(stretch.allowed), measure)
    return due is not None and last <= due


def add_months(day: date, months: int) -> date:
    """The corresponding day so many months later; where there is none, the last of the month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, gregorian.monthrange(year, month + 1)[1]))
