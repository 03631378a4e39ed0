"""Days of a hall (大厅日历): open or not, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from kaocheng.hall.hours import Span
from kaocheng.kernel.workdays import WEEKDAYS
from kaocheng.site.hall.models import StoredHall
from kaocheng.site.law.services import calendar_in_force


@dataclass(frozen=True, slots=True)
class HallDay:
    """A day and when the hall is open on it (当日开放)."""

    day: date
    spans: tuple[Span, ...]
    cause: str

    @property
    def weekday(self) -> str:
        """星期一 to 星期日."""
        return WEEKDAYS[self.day.weekday()]

    @property
    def said(self) -> str:
        """The hours in words (开放时间)."""
        return "、".join(str(span) for span in self.spans) or "不开放"


@dataclass(frozen=True, slots=True)
class Doors:
    """Whether the doors are open now (当前是否开放), today's hours, and when they open next."""

    open: bool
    today: HallDay
    opens: datetime | None


def days_of(hall: StoredHall, first: date, count: int) -> list[HallDay]:
    """So many days from one on (今后几天); none for a hall that has set no hours."""
    hours, calendar = hall.hours(), calendar_in_force()
    if hours is None:
        return []
    days = (first + timedelta(days=ahead) for ahead in range(count))
    return [HallDay(day, hours.on(day, calendar), hours.cause(day, calendar)) for day in days]


def doors_of(hall: StoredHall, at: datetime) -> Doors | None:
    """The doors now, None for a hall that has set no hours."""
    hours, now = hall.hours(), timezone.localtime(at)
    if hours is None:
        return None
    calendar = calendar_in_force()
    is_open = hours.is_open(now, calendar)
    opens = None if is_open else hours.next_opening(now, calendar)
    return Doors(is_open, days_of(hall, now.date(), 1)[0], opens)
