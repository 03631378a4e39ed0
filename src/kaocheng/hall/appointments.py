"""Appointments (预约): slots with a capacity, when one may be booked, and when its holder may check in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from kaocheng.hall.hours import Span
from kaocheng.hall.rules import QueueRules
from kaocheng.kernel.refusing import Refusal


class AppointmentState(StrEnum):
    """Where an appointment stands (预约状态)."""

    BOOKED = "booked"
    CHECKED_IN = "checked_in"
    CANCELLED = "cancelled"
    MISSED = "missed"

    @property
    def chinese(self) -> str:
        """The official word (状态名称)."""
        return _WORDS[self]


_WORDS = {
    AppointmentState.BOOKED: "已预约",
    AppointmentState.CHECKED_IN: "已签到",
    AppointmentState.CANCELLED: "已取消",
    AppointmentState.MISSED: "爽约",
}


@dataclass(frozen=True, slots=True)
class SlotPlan:
    """How a group is booked (预约放号): slots of so many minutes from – to, so many people in each.

    `weekdays` are 0 (Monday) to 6; a make-up working day on a weekend takes the plan of Monday.
    """

    group: str
    opens: time
    closes: time
    minutes: int
    capacity: int
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    since: date | None = None
    until: date | None = None

    def holds(self, day: date, weekday: int) -> bool:
        """Whether the plan gives slots on that day (当日放号)."""
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until) and weekday in self.weekdays


@dataclass(frozen=True, slots=True)
class Slot:
    """One bookable slot (预约时段): group, start, end, people it takes."""

    group: str
    starts_at: datetime
    ends_at: datetime
    capacity: int


def slots_on(
    plan: SlotPlan, day: date, spans: Sequence[Span], *, weekday: int, zone: tzinfo
) -> Iterator[Slot]:
    """The slots of a day that lie wholly in the opening hours (当日时段)."""
    if not plan.holds(day, weekday):
        return
    starts = datetime.combine(day, plan.opens, zone)
    last = datetime.combine(day, plan.closes, zone)
    step = timedelta(minutes=plan.minutes)
    while starts + step <= last:
        ends = starts + step
        if any(span.opens <= starts.time() and ends.time() <= span.closes for span in spans):
            yield Slot(plan.group, starts, ends, plan.capacity)
        starts = ends


def check_slot(plan: SlotPlan) -> None:
    """Refuse a plan that gives no slot (放号校验)."""
    length = _minutes(plan.closes) - _minutes(plan.opens)
    if plan.minutes <= 0 or plan.capacity <= 0 or length < plan.minutes:
        raise Refusal("slot.plan", "这样的放号安排放不出一个时段。", "请检查起止时间、时长和人数。")


def check_bookable(slot: Slot, taken: int, at: datetime, rules: QueueRules) -> None:
    """Refuse a slot that is full, past, too near or too far ahead (可否预约)."""
    if at + timedelta(minutes=rules.book_cutoff) > slot.starts_at:
        raise Refusal(
            "slot.late",
            f"{slot.starts_at:%H:%M}的时段已经截止，须提前{rules.book_cutoff}分钟预约。",
            "请另选时段，或到大厅直接取号。",
        )
    if (slot.starts_at.date() - at.date()).days > rules.book_ahead_days:
        raise Refusal("slot.far", f"只能预约{rules.book_ahead_days}天以内的时段。", "请另选日期。")
    if taken >= slot.capacity:
        raise Refusal("slot.full", f"{slot.starts_at:%H:%M}的时段已经约满。", "请另选时段。")


def check_check_in(starts_at: datetime, ends_at: datetime, at: datetime, rules: QueueRules) -> bool:
    """Whether a check-in at this moment still counts as booked (签到是否按时); another day is refused.

    Who comes later than the grace after the slot is served as an ordinary visitor.
    """
    if at.date() != starts_at.date():
        raise Refusal(
            "appointment.day",
            f"预约的日期是{starts_at:%Y年%m月%d日}，今天不能签到。",
            "请在预约当天签到；需要今天办理的请直接取号。",
        )
    return at <= ends_at + timedelta(minutes=rules.slot_grace)


def missed(ends_at: datetime, at: datetime, rules: QueueRules) -> bool:
    """Whether somebody who has not checked in is a no-show by now (是否爽约)."""
    return at.date() > ends_at.date() or at > ends_at + timedelta(minutes=rules.slot_grace)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
