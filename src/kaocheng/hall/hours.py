"""Opening hours (开放时间): a table by weekday, exceptions by day, and the working calendar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from kaocheng.kernel.refusing import Refusal
from kaocheng.kernel.workdays import DayKind, Unannounced, WorkCalendar

UNANNOUNCED = "当年放假安排未录入，以公告为准"
"""Said of a day in a year without a notice (未公布的年份)."""
_HORIZON = 60


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

    def on(self, day: date, calendar: WorkCalendar) -> tuple[Span, ...]:
        """The spans the hall is open that day (当日开放时段)."""
        if found := self.exceptions.get(day):
            return found.spans
        weekday = plan_weekday(day, calendar)
        return () if weekday is None else self.week[weekday]

    def cause(self, day: date, calendar: WorkCalendar) -> str:
        """Why the hours of the day are as they are (说明); "" on an ordinary working day."""
        if found := self.exceptions.get(day):
            return found.cause
        try:
            known = calendar.why(day)
        except Unannounced:
            return UNANNOUNCED
        return "" if known.kind is DayKind.WORKDAY else f"{known.occasion}{known.kind}"

    def is_open(self, at: datetime, calendar: WorkCalendar) -> bool:
        """Whether the hall is open at this moment (此刻是否开放)."""
        return any(span.holds(at.time()) for span in self.on(at.date(), calendar))

    def next_opening(self, at: datetime, calendar: WorkCalendar) -> datetime | None:
        """The next time the doors open (下次开放), None when not within two months."""
        for ahead in range(_HORIZON):
            day = at.date() + timedelta(days=ahead)
            for span in sorted(self.on(day, calendar)):
                opens = datetime.combine(day, span.opens, at.tzinfo)
                if opens > at:
                    return opens
        return None


def plan_weekday(day: date, calendar: WorkCalendar) -> int | None:
    """The weekday whose plan holds (按星期几安排), None on a holiday.

    A make-up working day is worked like a Monday. In a year whose holidays are not announced yet the week
    alone decides: a door is no legal term, and a hall does not shut for want of a notice.
    """
    try:
        kind = calendar.why(day).kind
    except Unannounced:
        return day.weekday()
    if kind is DayKind.HOLIDAY:
        return None
    return 0 if kind is DayKind.MAKE_UP else day.weekday()


def check_spans(spans: tuple[Span, ...]) -> None:
    """Refuse spans that end before they start or overlap (时段校验)."""
    for span in spans:
        if span.closes <= span.opens:
            raise Refusal("hours.order", f"开放时段{span}的结束不晚于开始。", "请改正。")
    ordered = sorted(spans)
    for first, second in pairwise(ordered):
        if second.opens < first.closes:
            raise Refusal("hours.overlap", f"开放时段{first}与{second}重叠。", "请合并或改正。")


_WRITTEN = re.compile(r"(\d{1,2})[:：](\d{2})\s*[-–—~～至到]\s*(\d{1,2})[:：](\d{2})")


def read_spans(text: str) -> tuple[Span, ...]:
    """Spans as people write them (时段读法): 9:00-12:00 14:00-17:00; nothing written is closed."""
    found = tuple(
        Span(_time(one[1], one[2]), _time(one[3], one[4])) for one in _WRITTEN.finditer(text)
    )
    rest = _WRITTEN.sub("", text).strip(" ,，、;；和\t\n")
    if rest:
        raise Refusal("hours.text", f"看不懂开放时段“{rest}”。", "写法如：9:00-12:00 14:00-17:00。")
    check_spans(found)
    return tuple(sorted(found))


def _time(hour: str, minute: str) -> time:
    try:
        return time(int(hour), int(minute))
    except ValueError as error:
        raise Refusal(
            "hours.text", f"没有{hour}:{minute}这个时间。", "小时写0到23，分钟写0到59。"
        ) from error
