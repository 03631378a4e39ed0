"""Building the hall up (大厅设置): halls, floors, zones, rooms, groups of tickets, windows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from kaocheng.hall.numbering import check_letter
from kaocheng.hall.windows import Window
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.hall.models import (
    StoredFloor,
    StoredGroup,
    StoredHall,
    StoredRoom,
    StoredSpell,
    StoredWindow,
    StoredZone,
)
from kaocheng.site.hall.services.keeping import keep, tell
from kaocheng.site.hall.services.storing import hall_of


@transaction.atomic
def save_hall(
    *, county: str, number: str, by: Account | str, role: str, at: datetime, **values: Any
) -> StoredHall:
    """Add a hall or change it (大厅): name, address, area, day opened, rules of the queue."""
    row = StoredHall.objects.filter(county=county, number=number).first()
    row = row or StoredHall(county=county, number=number)
    keep(row, f"hall/{number}", "save", Hand(by, role, at), values)
    return row


@transaction.atomic
def save_floor(
    *, county: str, hall: str, number: str, by: Account | str, role: str, at: datetime,
    **values: Any,
) -> StoredFloor:  # fmt: skip
    """Add a floor or change it (楼层)."""
    place = hall_of(county, hall)
    row = place.floors.filter(number=number).first() or StoredFloor(hall=place, number=number)
    _keep_part(row, place, f"floor.{number}", Hand(by, role, at), values)
    return row


@transaction.atomic
def save_zone(
    *, county: str, hall: str, floor: str, number: str, by: Account | str, role: str, at: datetime,
    **values: Any,
) -> StoredZone:  # fmt: skip
    """Add a functional zone of a floor or change it (功能区)."""
    place = hall_of(county, hall)
    level = place.floors.filter(number=floor).first()
    if level is None:
        raise Refusal("floor.none", f"{place.name}没有楼层{floor}。", "请先添加楼层。")
    row = level.zones.filter(number=number).first() or StoredZone(floor=level, number=number)
    _keep_part(row, place, f"zone.{floor}.{number}", Hand(by, role, at), values)
    return row


@transaction.atomic
def save_room(
    *, county: str, zone: StoredZone, number: str, by: Account | str, role: str, at: datetime,
    **values: Any,
) -> StoredRoom:  # fmt: skip
    """Add a room behind the windows or change it (后台用房)."""
    row = StoredRoom.objects.filter(county=county, number=number).first()
    row = row or StoredRoom(county=county, number=number)
    keep(row, f"room/{number}", "save", Hand(by, role, at), {**values, "zone": zone})
    return row


@transaction.atomic
def save_group(
    *, county: str, hall: str, letter: str, by: Account | str, role: str, at: datetime,
    **values: Any,
) -> StoredGroup:  # fmt: skip
    """Add a group of tickets or change it (取号业务类别)."""
    check_letter(letter)
    place = hall_of(county, hall)
    row = place.groups.filter(letter=letter).first()
    row = row or StoredGroup(county=county, hall=place, letter=letter)
    keep(row, f"hall/{hall}", f"group.{letter}", Hand(by, role, at), values)
    for window in row.windows.prefetch_related("groups", "spells"):
        _check_fit(window.record(), [row])
    return row


@transaction.atomic
def save_window(
    *,
    county: str,
    number: str,
    zone: StoredZone,
    groups: Iterable[str] | None = None,
    since: date | None = None,
    by: Account | str,
    role: str,
    at: datetime,
    **values: Any,
) -> StoredWindow:
    """Add a window or change it (窗口): name, kind, departments, items, and the groups it may call.

    A new window is in use from `since`. Refuses a group with items the window does not take in.
    """
    hand, hall = Hand(by, role, at), zone.floor.hall
    row = StoredWindow.objects.filter(county=county, number=number).first()
    new = row is None
    row = row or StoredWindow(county=county, number=number)
    told = {"zone": zone, "hall": hall, "serial": row.serial + 1, **values}
    keep(row, f"window/{number}", "save", hand, told)
    if groups is not None:
        row.groups.set(_groups(hall, groups))
        tell(county, f"window/{number}", "groups", hand, {"groups": sorted(groups)})
    if new and since is not None:
        StoredSpell.objects.create(window=row, since=since)
    _check_fit(row.record(), row.groups.all())
    return row


@transaction.atomic
def suspend_window(
    *, county: str, number: str, last_day: date, cause: str, by: Account | str, role: str,
    at: datetime,
) -> StoredSpell:  # fmt: skip
    """Take a window out of use after a day (停用窗口); the reason stands in its history."""
    row = _window(county, number)
    spell = row.spells.filter(until__isnull=True).first()
    if spell is None or last_day < spell.since:
        raise Refusal("window.unused", f"{row.name}在那一天没有启用。", "请核对停用日期。")
    if not cause.strip():
        raise Refusal("window.cause", "停用窗口要写明原因。", "请填写原因。")
    spell.until, spell.cause = last_day, cause.strip()
    spell.save()
    facts = {"last_day": last_day, "cause": spell.cause}
    tell(county, f"window/{number}", "suspend", Hand(by, role, at), facts)
    return spell


@transaction.atomic
def reinstate_window(
    *, county: str, number: str, since: date, by: Account | str, role: str, at: datetime
) -> StoredSpell:
    """Put a window to use again from a day (恢复启用)."""
    row = _window(county, number)
    last = row.spells.order_by("since").last()
    if last is not None and (last.until is None or since <= last.until):
        raise Refusal("window.used", f"{row.name}在那一天本来就在用。", "请核对启用日期。")
    spell = StoredSpell.objects.create(window=row, since=since)
    tell(county, f"window/{number}", "reinstate", Hand(by, role, at), {"since": since})
    return spell


def _keep_part(
    row: StoredFloor | StoredZone, hall: StoredHall, kind: str, hand: Hand, values: dict[str, Any]
) -> None:
    row.county = hall.county  # type: ignore[union-attr]  # a part of a hall lies in its county
    keep(row, f"hall/{hall.number}", kind, hand, values)


def _window(county: str, number: str) -> StoredWindow:
    row = StoredWindow.objects.filter(county=county, number=number).first()
    if row is None:
        raise Refusal("window.none", f"没有编号为{number}的窗口。", "请核对窗口编号。")
    return row


def _groups(hall: StoredHall, letters: Iterable[str]) -> list[StoredGroup]:
    wanted = set(letters)
    found = list(hall.groups.filter(letter__in=wanted))
    if missing := wanted - {group.letter for group in found}:
        raise Refusal(
            "group.none", f"本大厅没有业务类别{'、'.join(sorted(missing))}。", "请先添加业务类别。"
        )
    return found


def _check_fit(window: Window, groups: Iterable[StoredGroup]) -> None:
    for group in groups:
        misfits = [item for item in group.items if not window.takes(item)]
        if misfits:
            raise Refusal(
                "window.items",
                f"{window.name}不受理“{group.name}”中的事项{'、'.join(misfits)}。",
                "请把事项加入窗口的可受理事项，或不让它叫这类号。",
            )
