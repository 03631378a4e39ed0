"""Leaving a window or the queue (转窗、重排、弃号、闭厅), and linking a case."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from kaocheng.hall.queueing import rejoin_rank
from kaocheng.hall.tickets import TicketState
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.hall.models import StoredTicket
from kaocheng.site.hall.services.calling import own_window
from kaocheng.site.hall.services.sitting import close_windows
from kaocheng.site.hall.services.storing import hall_of, lock_queue, lock_ticket, store_move
from kaocheng.site.hall.services.taking import open_group


@transaction.atomic
def transfer(
    *,
    county: str,
    number: str,
    group: str = "",
    window: str = "",
    cause: str,
    by: Account,
    role: str,
    at: datetime,
    expected_serial: int | None = None,
) -> StoredTicket:
    """Send a ticket on (转窗) to a window, or to all windows of another group; it keeps its place."""
    row = lock_ticket(county, number, expected_serial)
    hand = Hand(by, role, at)
    own_window(row, hand)
    hall = hall_of(county, row.hall)
    if not cause.strip() or not (group or window):
        raise Refusal("ticket.transfer", "转窗要选去处并写明原因。", "请补全后再转。")
    if group and group != row.group:
        open_group(hall, group, at)
    if window and not hall.windows.filter(number=window).exists():
        raise Refusal("window.none", f"本大厅没有窗口{window}。", "请在所列窗口中选择。")
    given = {"group": group or row.group, "window": window, "cause": cause.strip()}
    return store_move(row, hall, "transfer", given, hand)


@transaction.atomic
def release(
    *, county: str, number: str, by: Account | str, role: str, at: datetime
) -> StoredTicket:
    """Let all windows of its group call a ticket that was sent to one window (解除指定窗口)."""
    row = lock_ticket(county, number, None)
    return store_move(row, hall_of(county, row.hall), "release", {}, Hand(by, role, at))


@transaction.atomic
def rejoin(*, county: str, number: str, by: Account | str, role: str, at: datetime) -> StoredTicket:
    """Put a passed ticket back into the queue behind the next few people (过号重排)."""
    row = lock_ticket(county, number, None)
    hall = hall_of(county, row.hall)
    waiting = StoredTicket.objects.waiting(county, row.hall, row.day).records()
    rank = rejoin_rank(row.record(), waiting, timezone.localtime(at), hall.rules)
    return store_move(row, hall, "rejoin", {"rank_at": rank.isoformat()}, Hand(by, role, at))


@transaction.atomic
def give_up(
    *, county: str, number: str, cause: str = "本人放弃", by: Account | str, role: str, at: datetime
) -> StoredTicket:
    """Give up a ticket (弃号): its holder by the code, or the clerk for somebody who has left."""
    row = lock_ticket(county, number, None)
    return store_move(
        row, hall_of(county, row.hall), "give_up", {"cause": cause}, Hand(by, role, at)
    )


@transaction.atomic
def link_case(
    *, county: str, number: str, case: str, by: Account | str, role: str, at: datetime
) -> StoredTicket:
    """Note the number of a case opened with this ticket (关联办件)."""
    row = lock_ticket(county, number, None)
    return store_move(
        row, hall_of(county, row.hall), "link_case", {"case": case}, Hand(by, role, at)
    )


@transaction.atomic
def close_day(
    *, county: str, hall: str, day: date, by: Account | str = "system", role: str = "system",
    at: datetime,
) -> int:  # fmt: skip
    """End the day of a hall (闭厅): open tickets are ended as 闭厅, windows closed; how many tickets."""
    place, hand = hall_of(county, hall), Hand(by, role, at)
    lock_queue(county, hall, day)
    ended = [TicketState.FINISHED.value, TicketState.ABANDONED.value]
    open_ones = StoredTicket.objects.of_day(county, hall, day).exclude(state__in=ended)
    rows = list(open_ones.order_by("number"))
    for row in rows:
        move = "cut_off" if row.state == TicketState.SERVING else "lapse"
        store_move(row, place, move, {"cause": "闭厅"}, hand)
    close_windows(county=county, hall=hall, day=day, at=at)
    return len(rows)
