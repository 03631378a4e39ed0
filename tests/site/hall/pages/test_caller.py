"""The caller: a window's round by its keys, and what it refuses."""

from __future__ import annotations

import pytest
from django.test import Client

from kaocheng.hall.posts import Role
from kaocheng.site.hall import services
from kaocheng.site.hall.models import StoredSitting, StoredTicket
from tests.site.conftest import ClientOf
from tests.site.hall.conftest import Clock
from tests.site.hall.halls import CLERK, DAY, make_hall, minute, take

pytestmark = pytest.mark.django_db


def _act(browser: Client, move: str) -> str:
    row = StoredTicket.objects.filter(state__in=["called", "serving"]).first()
    told = {"number": row.number, "serial": row.serial} if row else {}
    return browser.post(f"/hall/caller/do/{move}/", told, follow=True).content.decode()


def _open(browser: Client, window: str = "W1") -> None:
    browser.post("/hall/caller/sit/open/", {"window": window})


def test_a_round_at_the_window(county: str, client_of: ClientOf, clock: Clock) -> None:
    """Open, next, recall, serve, finish and next, finish: each key is shown when it may be pressed."""
    make_hall(county)
    browser = client_of(Role.WINDOW_CLERK, window="W1")
    first, second = take(county, item="S1"), take(county, at=minute(0.1))
    assert "按排班" in browser.get("/hall/caller/").content.decode()
    _open(browser)
    clock.set(1)
    said = browser.get("/hall/caller/").content.decode()
    assert 'data-key="n"' in said
    assert "下一位" in said
    said = _act(browser, "next")
    assert all(f'data-key="{key}"' in said for key in "srpt")
    assert "叫满2次才能过号" in said
    assert "叫满2次才能过号" not in _act(browser, "recall")
    assert 'data-key="f"' in _act(browser, "serve")
    clock.set(9)
    _act(browser, "next")
    states = dict(StoredTicket.objects.values_list("label", "state"))
    assert {first.label: "finished", second.label: "called"} == states
    _act(browser, "serve")
    assert "今日办结2" in _act(browser, "finish")


def test_the_panel_is_304_until_something_moves(
    county: str, client_of: ClientOf, clock: Clock
) -> None:
    """Polling costs a line while nothing is new; a new ticket changes it."""
    make_hall(county)
    browser = client_of(Role.WINDOW_CLERK)
    _open(browser)
    tag = browser.get("/hall/caller/panel/")["ETag"]
    ask = lambda: browser.get("/hall/caller/panel/", headers={"If-None-Match": tag})  # noqa: E731
    assert 304 == ask().status_code
    take(county)
    answer = ask()
    assert 200 == answer.status_code
    assert "A001" in answer.content.decode()


def test_nobody_waiting_is_said(county: str, client_of: ClientOf, clock: Clock) -> None:
    """No error, a sentence."""
    make_hall(county)
    browser = client_of(Role.WINDOW_CLERK)
    _open(browser)
    assert "没有人在等本窗口的业务" in _act(browser, "next")


def test_a_stale_key_is_refused_on_the_page(county: str, client_of: ClientOf, clock: Clock) -> None:
    """The serial of an old page: the sentence says what has happened meanwhile."""
    make_hall(county)
    browser = client_of(Role.WINDOW_CLERK)
    _open(browser)
    take(county)
    _act(browser, "next")
    row = StoredTicket.objects.get()
    _act(browser, "serve")
    told = {"number": row.number, "serial": row.serial}
    said = browser.post("/hall/caller/do/recall/", told, follow=True).content.decode()
    assert "刚由" in said
    assert 404 == browser.post("/hall/caller/do/delete/", told).status_code
    assert 404 == browser.post("/hall/caller/sit/burn/").status_code


def test_pause_resume_close(county: str, client_of: ClientOf, clock: Clock) -> None:
    """The head of the page pauses with a reason; a closed window is gone."""
    make_hall(county)
    browser = client_of(Role.WINDOW_CLERK)
    _open(browser)
    clock.set(1)
    browser.post("/hall/caller/sit/pause/", {"cause": "送件"})
    assert "暂停：送件" in browser.get("/hall/caller/").content.decode()
    browser.post("/hall/caller/sit/resume/")
    browser.post("/hall/caller/sit/close/")
    assert "选择窗口，开窗" in browser.get("/hall/caller/").content.decode()
    assert not StoredSitting.objects.now(county, DAY).exists()
    assert 3 == StoredSitting.objects.count()


def test_transfer_by_page(county: str, client_of: ClientOf, clock: Clock) -> None:
    """To a window with a cause; without a ticket in hand the page sends back."""
    make_hall(county)
    browser = client_of(Role.WINDOW_CLERK)
    _open(browser)
    assert 302 == browser.get("/hall/caller/transfer/").status_code
    take(county)
    _act(browser, "next")
    assert "3号窗口" in browser.get("/hall/caller/transfer/").content.decode()
    row = StoredTicket.objects.get()
    told = {"target": "window:W3", "cause": "", "other_cause": "要先交社保", "serial": row.serial}
    browser.post("/hall/caller/transfer/", told)
    row.refresh_from_db()
    assert ("waiting", "W3") == (row.state, row.reserved)


def test_a_passed_ticket_is_called_back_by_a_click(
    county: str, client_of: ClientOf, clock: Clock
) -> None:
    """The list of passed tickets is at the side."""
    make_hall(county)
    browser = client_of(Role.WINDOW_CLERK)
    _open(browser)
    take(county)
    for move in ("next", "recall", "pass_over"):
        said = _act(browser, move)
    assert "直接召回到本窗口" in said
    row = StoredTicket.objects.get()
    browser.post("/hall/caller/do/call_back/", {"number": row.number, "serial": row.serial})
    row.refresh_from_db()
    assert "called" == row.state


def test_who_may_call(county: str, client_of: ClientOf, clock: Clock) -> None:
    """Window, issuing, chief representative and supervisor; not finance, not an applicant."""
    make_hall(county)
    statuses = {
        role: client_of(role).get("/hall/caller/").status_code
        for role in (Role.ISSUER, Role.CHIEF_REPRESENTATIVE, Role.FINANCE_OFFICER, Role.APPLICANT)
    }
    assert [200, 200, 403, 403] == list(statuses.values())
    assert 302 == Client().get("/hall/caller/").status_code


def test_the_counter_takes_tickets_for_others(
    county: str, client_of: ClientOf, clock: Clock
) -> None:
    """With a priority as seen; an appointment is checked in by its digits; a fault stands in the form."""
    make_hall(county)
    browser = client_of(Role.WINDOW_CLERK)
    answer = browser.post("/hall/counter/", {"group": "A", "priority": "elderly"}, follow=True)
    assert "优先：老年人" in answer.content.decode()
    assert "counter" == StoredTicket.objects.get().channel
    row = services.book(county=county, hall="D1", group="B", starts_at=minute(60), at=minute(0))
    browser.post("/hall/counter/", {"group": "A", "pin": row.pin})
    assert row.number == StoredTicket.objects.get(group="B").appointment
    wrong = browser.post("/hall/counter/", {"group": "A", "pin": "x"})
    assert 400 == wrong.status_code
    assert "今天没有签到码是x的预约" in wrong.content.decode()


def test_a_clerk_calls_in_the_clerks_role(county: str, client_of: ClientOf, clock: Clock) -> None:
    """The role in the events is the one that calls."""
    make_hall(county)
    browser = client_of(Role.WINDOW_CLERK)
    _open(browser)
    sitting = StoredSitting.objects.get()
    assert browser.account == sitting.account
    assert CLERK == Role.WINDOW_CLERK.value
