"""Taking a ticket (取号): at the kiosk, at the counter, or on the telephone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from secrets import token_urlsafe
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from kaocheng.hall.numbering import ticket_label, ticket_number
from kaocheng.hall.rules import head_start, priorities
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.hall.models import StoredCounter, StoredGroup, StoredHall, StoredTicket
from kaocheng.site.hall.services.storing import hall_of, lock_queue, store_first
from kaocheng.site.law.services import calendar_in_force

CHANNELS = {"kiosk": "自助取号机", "counter": "导服台", "online": "网上", "appointment": "预约签到"}
"""Where a ticket was taken (取号渠道)."""


@transaction.atomic
def take_ticket(
    *,
    county: str,
    hall: str,
    group: str,
    item: str = "",
    channel: str = "kiosk",
    priority: str = "",
    by: Account | str = "",
    role: str = "device",
    at: datetime,
) -> StoredTicket:
    """Take a ticket of a group (取号).

    Refuses outside the opening hours, a group nobody serves today, an item of another group, and an
    unknown kind of priority.
    """
    place = hall_of(county, hall)
    check_open(place, at)
    line = open_group(place, group, at)
    if item and item not in line.items:
        raise Refusal(
            "ticket.item", f"这件事不在“{line.name}”里办。", "请重新选择业务，或问导服人员。"
        )
    return store_ticket(
        place, line, Hand(by, role, at), item=item, channel=channel, priority=priority
    )


def store_ticket(
    hall: StoredHall,
    group: StoredGroup,
    hand: Hand,
    *,
    item: str = "",
    channel: str,
    priority: str = "",
    booked: Mapping[str, Any] | None = None,
) -> StoredTicket:
    """Give the next number of the group and store the ticket, inside the caller's transaction.

    `booked` holds appointment, slot_start and slot_end of somebody who came in time.
    """
    if priority and priority not in priorities():
        raise Refusal("ticket.priority", "没有这一类优先照顾。", "请在所列的类别中选择。")
    day = local_day(hand.at)
    lock_queue(hall.county, hall.number, day)
    label = ticket_label(group.letter, _next_serial(hall, day, group.letter))
    given = {
        "hall": hall.number,
        "day": day.isoformat(),
        "group": group.letter,
        "label": label,
        "item": item,
        "channel": channel,
        "priority": priority,
        "rank_at": (timezone.localtime(hand.at) - head_start(priority)).isoformat(),
        **(booked or {}),
    }
    number = ticket_number(hall.number, day, label)
    row = StoredTicket(county=hall.county, number=number, code=token_urlsafe(16))
    store_first(row, hall, given, hand)
    return row


def check_open(hall: StoredHall, at: datetime) -> None:
    """Refuse what is asked while the doors are closed (开放时间校验); a hall without hours is open."""
    hours = hall.hours()
    if hours is None:
        return
    now, calendar = timezone.localtime(at), calendar_in_force()
    if any(
        hours.is_open(moment, calendar)
        for moment in (now, now + timedelta(minutes=hall.take_before))
    ):
        return
    opens = hours.next_opening(now, calendar)
    cause = hours.cause(now.date(), calendar)
    raise Refusal(
        "hall.closed",
        f"大厅现在不在开放时间{f'（{cause}）' if cause else ''}，不能取号。",
        f"下次开放是{opens:%m月%d日%H:%M}。" if opens else "请看大厅公告。",
    )


def open_group(hall: StoredHall, letter: str, at: datetime) -> StoredGroup:
    """The group, if somebody may serve it today (当日可办的业务类别)."""
    group = hall.groups.filter(letter=letter, active=True).first()
    if group is None:
        raise Refusal("group.none", "没有这一类取号业务。", "请在所列的业务中选择。")
    day = local_day(at)
    windows = group.windows.prefetch_related("groups", "spells")
    if not any(window.record().in_use(day) for window in windows):
        raise Refusal(
            "group.unserved",
            f"今天没有窗口办理“{group.name}”。",
            "请到综合咨询窗口询问，或改日再来。",
        )
    return group


def _next_serial(hall: StoredHall, day: date, letter: str) -> int:
    """The next serial of the day; the row is locked by its own update, so none is given twice."""
    wanted = {"county": hall.county, "hall": hall.number, "day": day, "letter": letter}
    rows = StoredCounter.objects.filter(**wanted)
    if not rows.update(last=F("last") + 1):
        StoredCounter.objects.bulk_create([StoredCounter(**wanted)], ignore_conflicts=True)
        rows.update(last=F("last") + 1)
    return rows.get().last
