"""Calling and serving (叫号、办理): what a clerk does at the window with one ticket."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from kaocheng.hall.posts import Role
from kaocheng.hall.queueing import Post, next_for
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.hall.models import StoredSitting, StoredTicket, StoredWindow
from kaocheng.site.hall.services.storing import hall_of, lock_queue, lock_ticket, store_move


@transaction.atomic
def call_next(
    *, county: str, window: str, by: Account, role: str, at: datetime
) -> StoredTicket | None:
    """Call the next ticket to a window (叫号); None when nobody waits for it.

    Refuses when the window is not open under this account, is paused, or still has a ticket in hand.
    """
    sitting = working_at(county, window, by, at)
    place = StoredWindow.objects.select_related("hall").get(county=county, number=window)
    day = local_day(at)
    lock_queue(county, sitting.hall, day)
    _hands_free(county, window, day)
    post = Post(window, frozenset(place.groups.values_list("letter", flat=True)))
    waiting = StoredTicket.objects.waiting(county, sitting.hall, day)
    found = next_for(post, waiting.records(), at)
    if found is None:
        return None
    row = waiting.get(number=found.number)
    return store_move(row, place.hall, "call", {"window": window}, Hand(by, role, at))


@transaction.atomic
def call_back(
    *,
    county: str,
    number: str,
    window: str,
    by: Account,
    role: str,
    at: datetime,
    expected_serial: int | None = None,
) -> StoredTicket:
    """Call a ticket that was passed over, whose holder has turned up at the window (召回过号)."""
    working_at(county, window, by, at)
    row = lock_ticket(county, number, expected_serial)
    _hands_free(county, window, local_day(at))
    hall = hall_of(county, row.hall)
    return store_move(row, hall, "call_back", {"window": window}, Hand(by, role, at))


@transaction.atomic
def recall(
    *, county: str, number: str, by: Account, role: str, at: datetime,
    expected_serial: int | None = None,
) -> StoredTicket:  # fmt: skip
    """Call the same ticket once more (重呼)."""
    return _at_own_window(county, number, "recall", Hand(by, role, at), expected_serial)


@transaction.atomic
def serve(
    *, county: str, number: str, by: Account, role: str, at: datetime,
    expected_serial: int | None = None,
) -> StoredTicket:  # fmt: skip
    """Begin serving the ticket called (开始办理)."""
    return _at_own_window(county, number, "serve", Hand(by, role, at), expected_serial)


@transaction.atomic
def finish(
    *, county: str, number: str, by: Account, role: str, at: datetime,
    expected_serial: int | None = None,
) -> StoredTicket:  # fmt: skip
    """Finish serving (办结); whoever came without a case is invited to rate the visit."""
    hand = Hand(by, role, at)
    row = _at_own_window(county, number, "finish", hand, expected_serial)
    if not row.cases:
        import_string(settings.VISIT_ENDED)(row=row, by=by, role=role, at=at)
    return row


@transaction.atomic
def pass_over(
    *, county: str, number: str, by: Account, role: str, at: datetime,
    expected_serial: int | None = None,
) -> StoredTicket:  # fmt: skip
    """Pass over a ticket whose holder does not come (过号); only after enough calls."""
    return _at_own_window(county, number, "pass_over", Hand(by, role, at), expected_serial)


def working_at(county: str, window: str, by: Account, at: datetime) -> StoredSitting:
    """The sitting of this account at this window, or a refusal that says what to do first."""
    now = StoredSitting.objects.now(county, local_day(at))
    sitting = now.filter(window=window, account=by).first()
    if sitting is None:
        raise Refusal("window.closed", "您还没有在这个窗口开窗。", "请先开窗再叫号。")
    if sitting.paused:
        raise Refusal("window.paused", "窗口正在暂停服务。", "请先恢复服务再叫号。")
    return sitting


def own_window(row: StoredTicket, hand: Hand) -> None:
    """Refuse a move of a ticket that is in hand at another window; the supervisor may."""
    if hand.role == Role.HALL_SUPERVISOR or not row.window:
        return
    sittings = StoredSitting.objects.now(row.county, row.day).filter(window=row.window)
    if not sittings.filter(account__username=hand.name).exists():
        raise Refusal(
            "ticket.window",
            f"{row.label}号在{row.window}窗口办理，不在您的窗口。",
            "请由该窗口办理。",
        )


def _at_own_window(
    county: str, number: str, move: str, hand: Hand, expected_serial: int | None
) -> StoredTicket:
    row = lock_ticket(county, number, expected_serial)
    own_window(row, hand)
    return store_move(row, hall_of(county, row.hall), move, {}, hand)


def _hands_free(county: str, window: str, day: date) -> None:
    held = StoredTicket.objects.at_window(county, window, day).first()
    if held is not None:
        raise Refusal(
            "window.busy",
            f"{held.label}号还在本窗口（{held.get_state_display()}）。",
            "请先办结、过号或转窗，再叫下一位。",
        )
