"""The display: last calls, small answers when nothing is new, one zone only when asked."""

from __future__ import annotations

import pytest
from django.test import Client

from kaocheng.site.hall import services
from kaocheng.site.hall.boards import board_of
from kaocheng.site.hall.models import StoredHall, StoredWindow, StoredZone
from tests.site.conftest import AccountOf
from tests.site.hall.conftest import Clock, DeviceOf
from tests.site.hall.halls import CLERK, HALL, MANAGER, NINE, minute, sit, take

pytestmark = pytest.mark.django_db


def _board(display: Client, tag: str = "") -> tuple[int, str, str]:
    answer = display.get("/hall/display/board/", headers={"If-None-Match": tag} if tag else {})
    return answer.status_code, answer["ETag"], answer.content.decode()


def test_a_call_appears_and_nothing_new_is_304(
    county: str, device_of: DeviceOf, account_of: AccountOf, clock: Clock
) -> None:
    """304 without a body until somebody takes a ticket or is called; then label and window."""
    display = device_of("display")
    desk = {"county": county, "by": sit(account_of, county), "role": CLERK}
    clock.set(2)
    status, tag, said = _board(display)
    assert 200 == status
    assert "正在等候叫号" in said
    assert (304, tag, "") == _board(display, tag)
    assert 304 == _board(display, f"W/{tag}")[0]
    take(county, at=minute(1))
    services.call_next(window="W1", at=minute(2), **desk)
    status, later, said = _board(display, tag)
    assert 200 == status
    assert later != tag
    assert all(word in said for word in ("A001", "1号窗口", "请A零零一号，到1号窗口办理。"))


def test_a_recall_is_heard_again(county: str, device_of: DeviceOf, account_of: AccountOf) -> None:
    """The key of the call changes with every call, so that the screen rings again."""
    device_of("display")
    desk = {"county": county, "by": sit(account_of, county), "role": CLERK}
    number = take(county).number
    hall = StoredHall.objects.get()
    services.call_next(window="W1", at=minute(1), **desk)
    first = board_of(hall, None, minute(1)).calls[0]
    services.recall(number=number, at=minute(2), **desk)
    second = board_of(hall, None, minute(2)).calls[0]
    assert first.key != second.key
    assert first.calling
    services.serve(number=number, at=minute(3), **desk)
    assert not board_of(hall, None, minute(3)).calls[0].calling


def test_a_zone_shows_its_own_windows(
    county: str, device_of: DeviceOf, account_of: AccountOf
) -> None:
    """W1 moves to another zone: its call is not on this zone's display, but on the hall's."""
    device_of("display")
    given = {"county": county, "at": NINE, **MANAGER}
    other = services.save_zone(hall=HALL, floor="1F", number="B", name="另一区", **given)
    desk = {"county": county, "by": sit(account_of, county), "role": CLERK}
    services.save_window(number="W1", zone=other, **given)
    take(county)
    services.call_next(window="W1", at=minute(1), **desk)
    hall, zone = StoredHall.objects.get(), StoredZone.objects.get(number="A")
    assert () == board_of(hall, zone, minute(1)).calls
    assert 1 == len(board_of(hall, None, minute(1)).calls)
    assert ["W2", "W3"] == list(
        StoredWindow.objects.filter(zone=zone).values_list("number", flat=True)
    )


def test_waiting_and_passed_are_counted(county: str, device_of: DeviceOf) -> None:
    """How many wait in each group."""
    device_of("display")
    take(county)
    take(county)
    take(county, "B")
    board = board_of(StoredHall.objects.get(), None, minute(1))
    assert (("A", "综合事务", 2), ("B", "社会保险", 1)) == board.waiting
