"""Appointments (预约): set plans, book, cancel, check in, note who did not come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from secrets import randbelow, token_urlsafe

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from kaocheng.hall.appointments import (
    AppointmentState,
    Slot,
    SlotPlan,
    check_bookable,
    check_check_in,
    check_slot,
    missed,
    slots_on,
)
from kaocheng.hall.hours import plan_weekday
from kaocheng.hall.moves import check_move
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.hall.models import (
    StoredAppointment,
    StoredGroup,
    StoredHall,
    StoredSlot,
    StoredSlotPlan,
    StoredTicket,
)
from kaocheng.site.hall.services.keeping import tell
from kaocheng.site.hall.services.storing import hall_of, lock_queue
from kaocheng.site.hall.services.taking import store_ticket
from kaocheng.site.law.services import calendar_in_force

TABLE = "appointment_moves"
_PINS = 1_000_000


@transaction.atomic
def set_plans(
    *, county: str, hall: str, letter: str, plans: Iterable[SlotPlan], by: Account | str, role: str,
    at: datetime,
) -> StoredGroup:  # fmt: skip
    """Set how a group is booked (预约放号); what is booked already stays."""
    group = _group(hall_of(county, hall), letter)
    group.plans.all().delete()
    told = []
    for plan in plans:
        check_slot(plan)
        StoredSlotPlan.objects.create(
            group=group, opens=plan.opens, closes=plan.closes, minutes=plan.minutes,
            capacity=plan.capacity, weekdays=list(plan.weekdays), since=plan.since, until=plan.until,
        )  # fmt: skip
        told.append(
            f"{plan.opens:%H:%M}–{plan.closes:%H:%M}，每{plan.minutes}分钟{plan.capacity}人"
        )
    tell(county, f"hall/{hall}", f"plans.{letter}", Hand(by, role, at), {"plans": told})
    return group


def open_slots(hall: StoredHall, letter: str, day: date) -> list[tuple[Slot, int]]:
    """The slots of a day with how many places are taken (当日可约时段)."""
    calendar, hours = calendar_in_force(), hall.hours()
    weekday = plan_weekday(day, calendar)
    if hours is None or weekday is None:
        return []
    spans = hours.on(day, calendar)
    zone = timezone.get_current_timezone()
    plans = StoredSlotPlan.objects.filter(group__hall=hall, group__letter=letter)
    slots = [
        slot
        for plan in plans.select_related("group")
        for slot in slots_on(plan.record(), day, spans, weekday=weekday, zone=zone)
    ]
    rows = StoredSlot.objects.filter(county=hall.county, hall=hall.number, letter=letter)
    taken = dict(rows.filter(starts_at__date=day).values_list("starts_at", "taken"))
    return [(slot, taken.get(slot.starts_at, 0)) for slot in sorted(slots, key=_start)]


@transaction.atomic
def book(
    *, county: str, hall: str, group: str, starts_at: datetime, item: str = "",
    applicant: str = "", by: Account | str = "holder", role: str = "holder", at: datetime,
) -> StoredAppointment:  # fmt: skip
    """Book a place in a slot (预约); the last place is given once, however many ask for it."""
    place = hall_of(county, hall)
    letter = _group(place, group).letter
    starts = timezone.localtime(starts_at)
    lock_queue(county, hall, starts.date())
    check_move(TABLE, "book", "", "预约", role)
    slot = next(
        (s for s, _ in open_slots(place, letter, starts.date()) if s.starts_at == starts), None
    )
    if slot is None:
        raise Refusal("slot.none", f"{starts:%m月%d日%H:%M}没有放号。", "请在所列时段中选择。")
    taken = _take_place(place, slot)
    check_bookable(slot, taken - 1, timezone.localtime(at), place.rules)
    return _store_booking(place, slot, item, applicant, Hand(by, role, at))


@transaction.atomic
def cancel_booking(
    *, county: str, number: str, cause: str = "本人取消", by: Account | str = "holder",
    role: str = "holder", at: datetime,
) -> StoredAppointment:  # fmt: skip
    """Cancel an appointment (取消预约); its place may be booked again."""
    row = _locked(county, number)
    check_move(TABLE, "cancel", row.state, _said(row), role)
    _slot_rows(row).filter(taken__gt=0).update(taken=F("taken") - 1)
    return _end(row, AppointmentState.CANCELLED, "cancel", Hand(by, role, at), {"cause": cause})


@transaction.atomic
def check_in(
    *, county: str, number: str, priority: str = "", by: Account | str = "holder",
    role: str = "holder", at: datetime,
) -> StoredTicket:  # fmt: skip
    """Turn an appointment into a ticket (签到换号): first in its slot when in time, else as it comes."""
    _lock_queue_of(county, number, at)
    row = _locked(county, number)
    check_move(TABLE, "check_in", row.state, _said(row), role)
    hall, hand = hall_of(county, row.hall), Hand(by, role, at)
    starts, ends = timezone.localtime(row.starts_at), timezone.localtime(row.ends_at)
    in_time = check_check_in(starts, ends, timezone.localtime(at), hall.rules)
    booked = {"slot_start": starts.isoformat(), "slot_end": ends.isoformat()} if in_time else {}
    ticket = store_ticket(
        hall, _group(hall, row.group), hand, item=row.item, channel="appointment",
        priority=priority, booked={"appointment": row.number, **booked},
    )  # fmt: skip
    row.ticket = ticket.number
    _end(row, AppointmentState.CHECKED_IN, "check_in", hand, {"ticket": ticket.number})
    return ticket


@transaction.atomic
def note_missed(
    *, county: str, hall: str, by: Account | str = "system", role: str = "system", at: datetime
) -> int:
    """Note the no-shows of a hall (记爽约): booked ones whose slot and grace are over; how many."""
    place, now = hall_of(county, hall), timezone.localtime(at)
    lock_queue(county, hall, local_day(at))
    gone = [
        row
        for row in StoredAppointment.objects.over(county, hall, at).order_by("number")
        if missed(timezone.localtime(row.ends_at), now, place.rules)
    ]
    for row in gone:
        _end(row, AppointmentState.MISSED, "miss", Hand(by, role, at), {})
    return len(gone)


def _take_place(hall: StoredHall, slot: Slot) -> int:
    """One more is taken in this slot; the row is locked by its own update until the end."""
    wanted = {"county": hall.county, "hall": hall.number, "letter": slot.group}
    rows = StoredSlot.objects.filter(**wanted, starts_at=slot.starts_at)
    if not rows.update(taken=F("taken") + 1):
        StoredSlot.objects.bulk_create(
            [StoredSlot(**wanted, starts_at=slot.starts_at)], ignore_conflicts=True
        )
        rows.update(taken=F("taken") + 1)
    return rows.get().taken


def _store_booking(
    hall: StoredHall, slot: Slot, item: str, applicant: str, hand: Hand
) -> StoredAppointment:
    day = slot.starts_at.date()
    pin = _free_pin(hall, day)
    row = StoredAppointment(
        county=hall.county, number=f"{hall.number}-Y{day:%Y%m%d}-{pin}", hall=hall.number,
        group=slot.group, item=item, day=day, starts_at=slot.starts_at, ends_at=slot.ends_at,
        state=AppointmentState.BOOKED.value, code=token_urlsafe(16), pin=pin, applicant=applicant,
        booked_at=hand.at,
    )  # fmt: skip
    row.full_clean()
    row.save()
    facts = {"hall": hall.number, "group": slot.group, "item": item,
             "starts_at": slot.starts_at, "ends_at": slot.ends_at}  # fmt: skip
    tell(hall.county, f"appointment/{row.number}", "book", hand, facts)
    return row


def _free_pin(hall: StoredHall, day: date) -> str:
    taken = StoredAppointment.objects.filter(county=hall.county, hall=hall.number, day=day)
    used = set(taken.values_list("pin", flat=True))
    while (pin := f"{randbelow(_PINS):06d}") in used:
        pass
    return pin


def _end(
    row: StoredAppointment, state: AppointmentState, kind: str, hand: Hand, facts: dict[str, str]
) -> StoredAppointment:
    row.state, row.ended_at = state.value, hand.at
    row.save()
    tell(row.county, f"appointment/{row.number}", kind, hand, facts)
    return row


def _lock_queue_of(county: str, number: str, at: datetime) -> None:
    """The queue is locked before the appointment, as by those who note the no-shows."""
    rows = StoredAppointment.objects.filter(county=county, number=number)
    if hall := rows.values_list("hall", flat=True).first():
        lock_queue(county, hall, local_day(at))


def _locked(county: str, number: str) -> StoredAppointment:
    rows = StoredAppointment.objects.select_for_update().filter(county=county, number=number)
    if (row := rows.first()) is None:
        raise Refusal("appointment.none", "没有这个预约。", "请核对预约编号或签到码。")
    return row


def _slot_rows(row: StoredAppointment) -> QuerySet[StoredSlot]:
    return StoredSlot.objects.filter(
        county=row.county, hall=row.hall, letter=row.group, starts_at=row.starts_at
    )


def _group(hall: StoredHall, letter: str) -> StoredGroup:
    found = hall.groups.filter(letter=letter, active=True).first()
    if found is None:
        raise Refusal("group.none", "没有这一类取号业务。", "请在所列的业务中选择。")
    return found


def _said(row: StoredAppointment) -> str:
    return f"预约{row.pin}（{row.get_state_display()}）"


def _start(slot: Slot) -> time:
    return slot.starts_at.time()
