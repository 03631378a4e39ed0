"""Storing a move (变动入库): the queue of the day is locked, the ticket moved, one event appended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import F

from kaocheng.hall.moving import make_move
from kaocheng.hall.tickets import Ticket, TicketEvent, evolve
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.audit.services import append
from kaocheng.site.hall.models import StoredHall, StoredQueueDay, StoredTicket

SYSTEM = "system"


def hall_of(county: str, number: str) -> StoredHall:
    """The hall, or a refusal when there is none."""
    found = StoredHall.objects.filter(county=county, number=number).first()
    if found is None:
        raise Refusal("hall.none", f"没有编号为{number}的大厅。", "请核对大厅编号。")
    return found


def lock_queue(county: str, hall: str, day: date) -> None:
    """Lock the queue of the day until the transaction ends: moves of one hall follow each other."""
    wanted = {"county": county, "hall": hall, "day": day, "topic": ""}
    rows = StoredQueueDay.objects.select_for_update().filter(**wanted)
    if rows.first() is None:
        StoredQueueDay.objects.bulk_create([StoredQueueDay(**wanted)], ignore_conflicts=True)
        rows.get()


def touch_queue(county: str, hall: str, day: date, topics: Iterable[str]) -> None:
    """Tell the screens of the hall, and of these groups and windows, that something is new.

    The queue is locked by the caller, so that nobody else adds the same topic.
    """
    wanted = {"", *topics}
    rows = StoredQueueDay.objects.of_day(county, hall, day).filter(topic__in=wanted)
    if rows.update(version=F("version") + 1) < len(wanted):
        missing = wanted - set(rows.values_list("topic", flat=True))
        StoredQueueDay.objects.bulk_create(
            StoredQueueDay(county=county, hall=hall, day=day, topic=topic, version=1)
            for topic in sorted(missing)
        )


def window_topic(window: str) -> str:
    """The topic of a window (窗口的范围)."""
    return f"@{window}"


def lock_ticket(county: str, number: str, expected_serial: int | None) -> StoredTicket:
    """The ticket, with its queue locked; refuses when somebody moved it since the page was drawn."""
    found = StoredTicket.objects.filter(county=county, number=number).first()
    if found is None:
        raise Refusal("ticket.none", f"没有编号为{number}的号票。", "请核对号码和日期。")
    lock_queue(county, found.hall, found.day)
    found.refresh_from_db()
    if expected_serial is not None and found.serial != expected_serial:
        raise Refusal(
            "ticket.race",
            f"{found.label}号刚由{found.clerk or '别人'}办理，现在是{found.get_state_display()}。",
            "请刷新页面，按最新状态办理。",
        )
    return found


def store_move(
    row: StoredTicket, hall: StoredHall, move: str, given: Mapping[str, Any], hand: Hand
) -> StoredTicket:
    """Make a move of a ticket whose queue is locked, and append its event."""
    ticket = row.record()
    before = _topics(ticket)
    event = make_move(
        ticket, move, given, by=hand.name, role=hand.role, at=hand.at, rules=hall.rules
    )
    return _store(row, evolve(ticket, event), event, before)


def store_first(row: StoredTicket, hall: StoredHall, given: Mapping[str, Any], hand: Hand) -> None:
    """Store a ticket that has just been taken."""
    event = make_move(
        None, "take", given, by=hand.name, role=hand.role, at=hand.at, rules=hall.rules
    )
    _store(row, evolve(None, event, number=row.number), event, set())


def _topics(ticket: Ticket) -> set[str]:
    windows = {window_topic(window) for window in (ticket.window, ticket.reserved) if window}
    return {ticket.group, *windows}


def _store(row: StoredTicket, ticket: Ticket, event: TicketEvent, before: set[str]) -> StoredTicket:
    row.take_over(ticket)
    row.clean_fields()
    row.save()
    touch_queue(row.county, row.hall, row.day, before | _topics(ticket))
    append(
        county=row.county,
        stream=f"ticket/{row.number}",
        kind=event.kind,
        facts=event.facts,
        actor=event.actor,
        role=event.role,
        at=event.at,
    )
    return row
