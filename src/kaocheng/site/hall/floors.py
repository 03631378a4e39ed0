"""The floor as the supervisor sees it (大厅现场): load per window, the line, the day hour by hour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count
from django.utils import timezone

from kaocheng.hall.measures import Hour, Measured, by_hour, hall_measures
from kaocheng.hall.queueing import Post
from kaocheng.hall.tickets import Ticket, TicketState
from kaocheng.site.hall.models import (
    StoredHall,
    StoredShift,
    StoredSitting,
    StoredTicket,
    StoredWindow,
)
from kaocheng.site.hall.models.tickets import AT_WINDOW
from kaocheng.site.hall.queues import Queue, queue_of


@dataclass(frozen=True, slots=True)
class Load:
    """One window now (窗口负荷): who sits there, who ought to, the ticket in hand, the line, done today."""

    window: StoredWindow
    sitting: StoredSitting | None
    planned: str
    current: StoredTicket | None
    waiting: int
    done: int

    @property
    def state(self) -> str:
        """在办, 叫号, 空闲, 暂停 or 未开窗."""
        if self.sitting is None:
            return "未开窗"
        if self.sitting.paused:
            return "暂停"
        return self.current.get_state_display() if self.current else "空闲"

    @property
    def against_plan(self) -> str:
        """How it differs from the shifts (与排班不符), "" when it does not."""
        sits = self.sitting.account.display_name if self.sitting else ""
        if self.planned and not sits:
            return f"排班{self.planned}，未开窗"
        return f"排班是{self.planned}" if self.planned and self.planned != sits else ""


@dataclass(frozen=True, slots=True)
class FloorView:
    """The hall at a moment (现场): the queue, the longest wait now, loads, measures, hours."""

    queue: Queue
    longest: int
    loads: tuple[Load, ...]
    measures: tuple[Measured, ...]
    hours: tuple[Hour, ...]

    @property
    def at_work(self) -> int:
        """Windows open and not paused (在岗窗口数)."""
        return len(self.queue.posts)


def floor_of(hall: StoredHall, at: datetime) -> FloorView:
    """Read the floor of a hall."""
    queue, now = queue_of(hall, at), timezone.localtime(at)
    tickets = tickets_of(hall, now.date())
    waits = [now - ticket.taken_at for ticket in queue.waiting]
    return FloorView(
        queue,
        max((int(wait.total_seconds() // 60) for wait in waits), default=0),
        tuple(_loads(hall, queue, now)),
        hall_measures(tickets, open_seconds(hall, now.date(), at)),
        by_hour(tickets),
    )


def tickets_of(hall: StoredHall, day: date) -> list[Ticket]:
    """All tickets of a day, as the core knows them (当日号票)."""
    return StoredTicket.objects.of_day(hall.county, hall.number, day).order_by("number").records()


def open_seconds(hall: StoredHall, day: date, at: datetime) -> int:
    """The time all windows of the hall were open that day, pauses left out (开窗时间合计)."""
    zone = timezone.get_current_timezone()
    first = datetime.combine(day, time(), zone)
    last = min(first + timedelta(days=1), at)
    rows = StoredSitting.objects.of_day(hall.county, hall.number, day).filter(paused=False)
    spans = ((row.since, min(row.until or last, last)) for row in rows)
    return int(
        sum((max(timedelta(), end - start) for start, end in spans), timedelta()).total_seconds()
    )


def _loads(hall: StoredHall, queue: Queue, now: datetime) -> Iterable[Load]:
    windows = StoredWindow.objects.filter(county=hall.county, hall=hall)
    windows = windows.select_related("zone__floor").prefetch_related("groups", "spells")
    sittings = StoredSitting.objects.now(hall.county, now.date()).filter(hall=hall.number)
    seated = {row.window: row for row in sittings.select_related("account")}
    tickets = StoredTicket.objects.of_day(hall.county, hall.number, now.date())
    held = {row.window: row for row in tickets.filter(state__in=AT_WINDOW)}
    finished = tickets.filter(state=TicketState.FINISHED.value)
    done = dict(finished.values_list("window").annotate(Count("id")))
    planned = _planned(hall, now)
    for window in windows:
        record = window.record()
        if record.in_use(now.date()) or window.number in seated:
            line = queue.for_window(Post(window.number, frozenset(record.groups)))
            yield Load(
                window,
                seated.get(window.number),
                planned.get(window.number, ""),
                held.get(window.number),
                len(line),
                done.get(window.number, 0),
            )


def _planned(hall: StoredHall, now: datetime) -> dict[str, str]:
    shifts = StoredShift.objects.filter(
        county=hall.county, window__hall=hall, starts_at__lte=now, ends_at__gt=now
    )
    return dict(shifts.values_list("window__number", "account__display_name"))
