"""Deadlines of a bad rating (差评时限): read from its ledgers, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kaocheng.feedback.records import BadRating, ClockKey
from kaocheng.kernel.clocks import Budget, ClockState, Reading, read_clock
from kaocheng.kernel.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Deadline:
    """One clock of a ticket and what it says (时限读数)."""

    clock: ClockKey
    reading: Reading

    @property
    def running(self) -> bool:
        """Whether it runs now (计时中)."""
        return self.reading.state is ClockState.RUNNING

    @property
    def text(self) -> str:
        """What it says, in words: until when, how long still, or how late."""
        reading = self.reading
        if reading.state is ClockState.STOPPED:
            return "超期完成" if reading.overdue else "按期完成"
        if reading.state is ClockState.PAUSED:
            return f"已暂停，还有{reading.remaining}个工作日"
        if reading.due is None:
            return f"{reading.unannounced}年放假安排未公布，暂不能推算"
        day = f"{reading.due.month}月{reading.due.day}日"
        if reading.overdue:
            return (
                f"已超期{-reading.remaining}个工作日（{day}到期）"
                if reading.remaining
                else f"已超期（{day}到期）"
            )
        return (
            f"{day}到期，还有{reading.remaining}个工作日"
            if reading.remaining
            else f"今天到期（{day}）"
        )


def deadline(
    ticket: BadRating, clock: ClockKey, calendar: WorkCalendar, at: datetime
) -> Deadline | None:
    """One clock of a ticket, None when it has not begun."""
    if not (entries := ticket.ledger(clock)):
        return None
    return Deadline(clock, read_clock(budget(ticket, clock), entries, calendar, at))


def deadlines(ticket: BadRating, calendar: WorkCalendar, at: datetime) -> tuple[Deadline, ...]:
    """Every clock of a ticket that has begun."""
    found = (deadline(ticket, clock, calendar, at) for clock in ClockKey)
    return tuple(one for one in found if one)


def pressing(ticket: BadRating, calendar: WorkCalendar, at: datetime) -> Deadline | None:
    """The running clock that ends first (最紧的时限), None when none runs."""
    running = [one for one in deadlines(ticket, calendar, at) if one.running]
    return min(running, key=lambda one: one.reading.remaining, default=None)


def is_overdue(ticket: BadRating, clock: ClockKey, calendar: WorkCalendar, at: datetime) -> bool:
    """Whether one clock is late, or was late when it stopped."""
    one = deadline(ticket, clock, calendar, at)
    return one is not None and one.reading.overdue


def is_late(ticket: BadRating, calendar: WorkCalendar, at: datetime) -> bool:
    """Whether a ticket has passed a limit (已超期): the one that presses now, or that for mending.

    What the desk calls late and what the measures count as due are this and nothing else.
    """
    one = pressing(ticket, calendar, at)
    now = one is not None and one.reading.overdue
    return now or is_overdue(ticket, ClockKey.RECTIFY, calendar, at)


def budget(ticket: BadRating, clock: ClockKey) -> Budget:
    """The limit of one clock, as the ticket was opened with."""
    days = {
        ClockKey.VERIFY: ticket.allowed.verify_days,
        ClockKey.RECTIFY: ticket.allowed.rectify_days,
        ClockKey.REVIEW: ticket.allowed.review_days,
    }
    return Budget(days[clock])
