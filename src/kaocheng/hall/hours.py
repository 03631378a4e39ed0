"""Opening hours (开放时间): a table by weekday, exceptions by day, and the working calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Protocol

from kaocheng.kernel.refusing import Refusal

_SATURDAY = 5
_HORIZON = 60


class Days(Protocol):
    """What is asked of the working calendar (工作日历)."""

    def is_workday(self, day: date, /) -> bool:
        """Whether the day is a working day (是否工作日)."""
        ...


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A time of day the hall is open (开放时段), the end not included."""

    opens: time
    closes: time

    def holds(self, moment: time) -> bool:
        """Whether the time lies in the span (在时段内)."""
        return self.opens <= moment < self.closes

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}–{self.closes:%H:%M}"


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """Hours of one day that differ (特别安排): no spans mean closed; the cause is shown to the public."""

    day: date
    spans: tuple[Span, ...]
    cause: str


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The hours of a hall (开放时间).

    `week` holds the spans of Monday to Sunday; Saturday and Sunday are hours of ordinary weekends
    (周末延时服务). A working day by make-up (调休上班) keeps the hours of Monday, a holiday on a weekday
    is closed, and an exception stands above all.
    """

    week: tuple[tuple[Span, ...], ...]
    exceptions: Mapping[date, SpecialDay] = field(default_factory=dict)

    def on(self, day: date, calendar: Days) -> tuple[Span, ...]:
        """The spans the hall is open that day (当日开放时段)."""
        if found := self.exceptions.get(day):
            return found.spans
        weekend = day.weekday() >= _SATURDAY
        if calendar.is_workday(day):
            return self.week[0 if weekend else day.weekday()]
        return self.week[day.weekday()] if weekend else ()

    def cause(self, day: date, calendar: Days) -> str:
        """Why the hours of the day are as they are (说明)."""
        if found := self.exceptions.get(day):
            return found.cause
        workday, weekend = calendar.is_workday(day), day.weekday() >= _SATURDAY
        if workday and weekend:
            return "调休上班"
        if workday:
            return ""
        return "周末" if weekend else "节假日"

    def is_open(self, at: datetime, calendar: Days) -> bool:
        """Whether the hall is open at this moment (此刻是否开放)."""
        return any(span.holds(at.time()) for span in self.on(at.date(), calendar))

    def next_opening(self, at: datetime, calendar: Days) -> datetime | None:
        """The next time the doors open (下次开放), None when not within two months."""
        for ahead in range(_HORIZON):
            day = at.date() + timedelta(days=ahead)
            for span in sorted(self.on(day, calendar)):
                opens = datetime.combine(day, span.opens, at.tzinfo)
                if opens > at:
                    return opens
        return None


def check_spans(spans: tuple[Span, ...]) -> None:
    """Refuse spans that end before they start or overlap (时段校验)."""
    for span in spans:
        if span.closes <= span.opens:
            raise Refusal("hours.order", f"开放时段{span}的结束不晚于开始。", "请改正。")
    ordered = sorted(spans)
    for first, second in pairwise(ordered):
        if second.opens < first.closes:
            raise Refusal("hours.overlap", f"开放时段{first}与{second}重叠。", "请合并或改正。")
