"""A round in the browser: kiosk, caller, display and telephone tell one story, by keys and touches."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from playwright.sync_api import expect

from kaocheng.hall.posts import Role
from kaocheng.site.hall import services
from kaocheng.site.hall.models import StoredTicket
from tests.site.browsing import OpenPage, barriers
from tests.site.conftest import AccountOf
from tests.site.hall.halls import HALL, MANAGER, make_hall

pytestmark = pytest.mark.django_db(transaction=True)
KIOSK, DISPLAY, DESK, PHONE = (1080, 1920), (1920, 1080), (1280, 800), (390, 844)


def _hall(county: str, now: datetime) -> None:
    """A hall without hours, so that the test runs at any time of the day."""
    make_hall(county, at=now).openings.all().delete()


def _token(county: str, kind: str, now: datetime) -> str:
    given = {"county": county, "number": kind, "at": now, **MANAGER}
    services.register_device(hall=HALL, kind=kind, name=kind, per_minute=600, **given)
    return services.issue_token(**given)


def _sized(size: tuple[int, int]) -> dict[str, int]:
    return {"width": size[0], "height": size[1]}


def test_kiosk_caller_display_round(
    county: str, account_of: AccountOf, open_page: OpenPage, now: datetime
) -> None:
    """A ticket is taken by touch, called by key, seen on the display and the telephone, served, finished."""
    _hall(county, now)
    kiosk = open_page(f"/hall/device/#{_token(county, 'kiosk', now)}", **_sized(KIOSK))
    display = open_page(f"/hall/device/#{_token(county, 'display', now)}", **_sized(DISPLAY))
    desk = open_page(
        "/hall/caller/", account=account_of(Role.WINDOW_CLERK, window="W1"), **_sized(DESK)
    )
    expect(display.get_by_text("正在等候叫号")).to_be_visible()
    desk.keyboard.press("Enter")  # the own window has the focus
    expect(desk.get_by_text("没有人在等本窗口的业务")).to_be_visible()

    kiosk.get_by_text("综合事务").click()
    kiosk.get_by_text("老年人").click()
    kiosk.get_by_role("button", name="其他，或者说不清").click()
    expect(kiosk.locator(".slip-label")).to_have_text("A001")
    expect(kiosk).to_have_title("printed")
    phone = open_page(f"/hall/t/{StoredTicket.objects.get().code}/", **_sized(PHONE))
    expect(phone.get_by_text("正在排队")).to_be_visible()

    expect(desk.locator(".caller-label")).to_have_text("A001", timeout=10_000)
    desk.keyboard.press("n")
    expect(desk.get_by_text("已叫1次")).to_be_visible()
    call = display.locator(".board-call.first")
    expect(call).to_contain_text("A001", timeout=10_000)
    expect(call).to_have_class(re.compile("new"))
    expect(phone.get_by_text("请到1号窗口")).to_be_visible(timeout=10_000)

    desk.keyboard.press("s")
    expect(desk.get_by_text("办理中")).to_be_visible()
    expect(phone.get_by_text("正在1号窗口办理")).to_be_visible(timeout=10_000)
    desk.keyboard.press("f")
    expect(desk.get_by_text("今日办结1")).to_be_visible()
    expect(phone.get_by_text("已经办完")).to_be_visible(timeout=10_000)
    assert "finished" == StoredTicket.objects.get().state


def test_keys_are_left_alone_while_choosing_and_can_be_turned_off(
    county: str, account_of: AccountOf, open_page: OpenPage, now: datetime
) -> None:
    """N in a list chooses and calls nobody; with the switch off no key calls anybody."""
    _hall(county, now)
    clerk = account_of(Role.WINDOW_CLERK, window="W1")
    services.open_window(county=county, window="W1", by=clerk, role=Role.WINDOW_CLERK, at=now)
    services.take_ticket(county=county, hall=HALL, group="A", by="device:K", at=now)
    desk = open_page("/hall/caller/", account=clerk, **_sized(DESK))
    desk.locator("#cause").focus()
    desk.keyboard.press("n")
    desk.locator("[data-keys]").uncheck()
    desk.locator("[data-keys]").blur()
    desk.keyboard.press("n")
    desk.locator("[data-keys]").check()
    assert "waiting" == StoredTicket.objects.get().state
    desk.locator("h1").click()
    desk.keyboard.press("n")
    expect(desk.get_by_text("已叫1次")).to_be_visible()


def test_pages_without_faults_for_any_reader(
    county: str, account_of: AccountOf, open_page: OpenPage, now: datetime
) -> None:
    """The checker of accessibility finds nothing on kiosk, display, caller, telephone, floor and setup."""
    _hall(county, now)
    row = services.take_ticket(county=county, hall=HALL, group="A", by="device:K", at=now)
    kiosk = open_page(f"/hall/device/#{_token(county, 'kiosk', now)}", **_sized(KIOSK))
    kiosk.wait_for_url("**/kiosk/")
    for path in ("", "A/", "check-in/", f"slip/{row.code}/"):
        kiosk.goto(f"/hall/kiosk/{path}")
        assert [] == barriers(kiosk)
    display = open_page(f"/hall/device/#{_token(county, 'display', now)}", **_sized(DISPLAY))
    display.wait_for_url("**/display/")
    assert [] == barriers(display)
    clerk = account_of(Role.WINDOW_CLERK, window="W1")
    desk = open_page("/hall/caller/", account=clerk, **_sized(DESK))
    assert [] == barriers(desk)
    services.open_window(county=county, window="W1", by=clerk, role=Role.WINDOW_CLERK, at=now)
    services.call_next(county=county, window="W1", by=clerk, role=Role.WINDOW_CLERK, at=now)
    for path in ("", "transfer/"):
        desk.goto(f"/hall/caller/{path}")
        assert [] == barriers(desk)
    phone = open_page(f"/hall/t/{row.code}/", **_sized(PHONE))
    for path in (f"t/{row.code}/", "public/", "public/D1/", "public/D1/B/"):
        phone.goto(f"/hall/{path}")
        assert [] == barriers(phone)
    boss = open_page("/hall/floor/", account=account_of(Role.HALL_SUPERVISOR), **_sized(DESK))
    for path in (
        "floor/",
        "figures/",
        "setup/",
        "setup/D1/window/W1/edit/",
        "shifts/",
        "residency/",
        "devices/",
    ):
        boss.goto(f"/hall/{path}")
        assert [] == barriers(boss)
