"""Periods (统计期间): whole days of Beijing, both ends included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.dates import official_date

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day (统计期间)."""

    first: date
    last: date

    @property
    def start(self) -> datetime:
        """Its first moment."""
        return datetime.combine(self.first, time.min, SHANGHAI)

    @property
    def end(self) -> datetime:
        """The first moment after it."""
        return datetime.combine(self.last + _DAY, time.min, SHANGHAI)

    @property
    def title(self) -> str:
        """In words: 2026年, 2026年3月, or from day to day."""
        first, last = self.first, self.last
        if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
            return f"{first.year}年"
        if first.day == 1 and last + _DAY == _month_after(first):
            return f"{first.year}年{first.month}月"
        return f"{official_date(first)}至{official_date(last)}"

    def days(self) -> tuple[date, ...]:
        """Its days in order (各日)."""
        return tuple(self.first + _DAY * n for n in range((self.last - self.first).days + 1))

    def months(self) -> tuple[Period, ...]:
        """Its months in order, the first and the last cut at its ends (各月)."""
        found, first = [], self.first
        while first <= self.last:
            after = _month_after(first)
            found.append(Period(first, min(after - _DAY, self.last)))
            first = after
        return tuple(found)


def year_of(year: int) -> Period:
    """A calendar year (年度). Raises ValueError outside the years a date can have."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def _month_after(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
