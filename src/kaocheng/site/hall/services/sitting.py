"""Opening and pausing a window (开窗、暂停、关窗): who is at work where, from when to when."""

from __future__ import annotations

from datetime import date, datetime, time

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.services import append
from kaocheng.site.hall.models import StoredSitting, StoredTicket, StoredWindow
from kaocheng.site.hall.services.storing import (
    SYSTEM,
    hall_of,
    lock_queue,
    store_move,
    touch_queue,
    window_topic,
)


@transaction.atomic
def open_window(*, county: str, window: str, by: Account, role: str, at: datetime) -> StoredSitting:
    """Sit down at a window and open it (开窗)."""
    place = StoredWindow.objects.filter(county=county, number=window).first()
    if place is None or not place.record().in_use(local_day(at)):
        raise Refusal("window.none", f"窗口{window}今天没有启用。", "请核对窗口编号。")
    _end_forgotten(county, window, by, at)
    sitting_now = StoredSitting.objects.now(county, local_day(at)).select_related("account")
    here = sitting_now.filter(window=window).first()
    if here is not None and here.account_id == by.pk:
        return here
    if here is not None:
        raise Refusal(
            "window.taken",
            f"{place.name}已由{here.account.display_name}开窗。",
            "请对方先关窗，或另选窗口。",
        )
    elsewhere = sitting_now.filter(account=by).first()
    if elsewhere is not None:
        raise Refusal("window.elsewhere", f"您已在窗口{elsewhere.window}开窗。", "请先在那里关窗。")
    sitting = StoredSitting(county=county, hall=place.hall.number, window=window, account=by)
    return _begin(sitting, role, "open", at)


@transaction.atomic
def pause_window(
    *, county: str, window: str, cause: str, by: Account, role: str, at: datetime
) -> StoredSitting:
    """Pause service at one's window (暂停服务); the time paused is no window time."""
    old = _own(county, window, by, at)
    if old.paused:
        return old
    if not cause.strip():
        raise Refusal("window.cause", "暂停服务要写明原因。", "请选择或填写原因。")
    _nothing_in_hand(county, window, at)
    return _turn(old, role, "pause", at, paused=True, cause=cause.strip())


@transaction.atomic
def resume_window(
    *, county: str, window: str, by: Account, role: str, at: datetime
) -> StoredSitting:
    """Resume service (恢复服务)."""
    old = _own(county, window, by, at)
    return _turn(old, role, "resume", at, paused=False, cause="") if old.paused else old


@transaction.atomic
def close_window(*, county: str, window: str, by: Account, role: str, at: datetime) -> None:
    """Close one's window (关窗); tickets sent to it are free for other windows again."""
    old = _own(county, window, by, at)
    lock_queue(county, old.hall, local_day(at))
    _nothing_in_hand(county, window, at)
    _end(old, at)
    _free_reserved(old, Hand(by, role, at))
    _tell(old, role, "close", at, actor=by.get_username())


def close_windows(*, county: str, hall: str, day: date, at: datetime) -> None:
    """Close the windows of a hall at the end of a day, inside the caller's transaction."""
    rows = StoredSitting.objects.now(county, day).filter(hall=hall)
    for sitting in rows.select_related("account"):
        _end(sitting, at)
        _tell(sitting, SYSTEM, "close", at, actor=SYSTEM)


def _end_forgotten(county: str, window: str, by: Account, at: datetime) -> None:
    """What this window or this person left open on an earlier day ends with that day."""
    rows = StoredSitting.objects.forgotten(county, local_day(at))
    for row in rows.filter(Q(window=window) | Q(account=by)).select_related("account"):
        over = datetime.combine(row.day, time.max, timezone.get_current_timezone())
        _end(row, over)
        _tell(row, SYSTEM, "close", over, actor=SYSTEM)


def _own(county: str, window: str, by: Account, at: datetime) -> StoredSitting:
    now = StoredSitting.objects.now(county, local_day(at))
    found = now.filter(window=window, account=by).first()
    if found is None:
        raise Refusal("window.closed", "您没有在这个窗口开窗。", "请先开窗。")
    return found


def _free_reserved(sitting: StoredSitting, hand: Hand) -> None:
    waiting = StoredTicket.objects.waiting(sitting.county, sitting.hall, local_day(hand.at))
    for row in waiting.filter(reserved=sitting.window).order_by("number"):
        store_move(row, hall_of(sitting.county, sitting.hall), "release", {}, hand)


def _nothing_in_hand(county: str, window: str, at: datetime) -> None:
    held = StoredTicket.objects.at_window(county, window, local_day(at)).first()
    if held is not None:
        raise Refusal(
            "window.busy",
            f"{held.label}号还在本窗口（{held.get_state_display()}）。",
            "请先办结、过号或转窗。",
        )


def _turn(
    old: StoredSitting, role: str, kind: str, at: datetime, *, paused: bool, cause: str
) -> StoredSitting:
    _end(old, at)
    new = StoredSitting(
        county=old.county, hall=old.hall, window=old.window, account=old.account,
        paused=paused, cause=cause,
    )  # fmt: skip
    return _begin(new, role, kind, at)


def _begin(sitting: StoredSitting, role: str, kind: str, at: datetime) -> StoredSitting:
    sitting.since, sitting.day = at, local_day(at)
    sitting.clean_fields()
    try:
        with transaction.atomic():
            sitting.save()
    except IntegrityError as error:
        raise Refusal("window.race", "这个窗口刚由别人开窗。", "请刷新页面。") from error
    _tell(sitting, role, kind, at, actor=sitting.account.get_username(), cause=sitting.cause)
    return sitting


def _end(sitting: StoredSitting, at: datetime) -> None:
    sitting.until = max(at, sitting.since)
    sitting.save(update_fields=["until"])


def _tell(
    sitting: StoredSitting, role: str, kind: str, at: datetime, *, actor: str, cause: str = ""
) -> None:
    day = local_day(at)
    lock_queue(sitting.county, sitting.hall, day)
    touch_queue(sitting.county, sitting.hall, day, {window_topic(sitting.window)})
    append(
        county=sitting.county,
        stream=f"window/{sitting.window}",
        kind=kind,
        facts={"cause": cause} if cause else {},
        actor=actor,
        role=role,
        at=at,
    )
