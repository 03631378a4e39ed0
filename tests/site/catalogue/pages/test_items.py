"""The keepers' pages: each sees and does what is his, with buttons for exactly that."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kaocheng.catalogue.states import State
from kaocheng.hall.posts import Role
from kaocheng.site.audit.models import StoredRefusal
from kaocheng.site.catalogue.models import StoredItem
from kaocheng.site.catalogue.services import version_in_force
from tests.site.catalogue.conftest import Desk
from tests.site.catalogue.items import publish_ordinary
from tests.site.catalogue.services.test_items import fill
from tests.site.conftest import AccountOf


def browser(account: object) -> Client:
    """A browser in which somebody has signed in."""
    client = Client()
    client.force_login(account)  # type: ignore[arg-type]  # an account
    return client


def moves_shown(client: Client, number: str) -> list[str]:
    """The buttons on an item's page."""
    forms = client.get(reverse("catalogue:item", args=[number])).context["forms"]
    return [form.move.key for form in forms]


def press(client: Client, number: str, move: str, **given: str) -> HttpResponse:
    """Press a button with what stands in its form."""
    address = reverse("catalogue:item", args=[number])
    serial = StoredItem.objects.get(number=number).serial
    return client.post(address, {"move": move, "serial": serial, **given})


def test_the_whole_way_by_pressing_buttons(desk: Desk) -> None:
    """Claimed, filled, sent, reviewed, published: until citizens see it."""
    desk.registered()
    department, manager = browser(desk.filler), browser(desk.manager)
    assert ["claim"] == moves_shown(department, "P100")
    assert ["assign"] == moves_shown(manager, "P100")
    press(department, "P100", "claim")
    answer = press(department, "P100", "fill")
    assert reverse("catalogue:draft", args=["P100"]) == answer["Location"]
    fill(desk, "P100")
    press(department, "P100", "submit")
    assert ["send_back", "publish"] == moves_shown(manager, "P100")
    today = timezone.localdate()
    press(manager, "P100", "publish", valid_from=today.isoformat(), note="首次发布")
    assert 1 == version_in_force(county=desk.county, item="P100", on=today).version
    text = Client().get(reverse("catalogue:guide", args=["P100"])).content.decode()
    assert "公共场所经营许可" in text
    shown = manager.get(reverse("catalogue:item", args=["P100"])).content.decode()
    assert "首次发布" in shown
    assert "历史" in shown


def test_what_cannot_be_done_is_told_beside_the_button(desk: Desk) -> None:
    """A faulty draft is not sent; a day in the past is not taken; nothing changes."""
    desk.registered()
    desk.move("P100", "claim")
    desk.move("P100", "fill")
    department = browser(desk.filler)
    assert "处错误" in press(department, "P100", "submit").content.decode()
    fill(desk, "P100")
    press(department, "P100", "submit")
    manager = browser(desk.manager)
    past = (timezone.localdate() - timedelta(days=1)).isoformat()
    assert "已经过去" in press(manager, "P100", "publish", valid_from=past).content.decode()
    assert State.REVIEW == StoredItem.objects.get(number="P100").state


def test_a_forged_move_is_refused(desk: Desk) -> None:
    """A button that was not shown does nothing."""
    desk.registered()
    answer = press(browser(desk.filler), "P100", "publish", valid_from="2030-01-01")
    assert 409 == answer.status_code
    assert 404 == press(browser(desk.filler), "P100", "nonsense").status_code
    assert State.UNASSIGNED == StoredItem.objects.get(number="P100").state


def test_an_old_page_is_told(desk: Desk) -> None:
    """The serial on the page is not the item's any more."""
    desk.registered()
    manager = browser(desk.manager)
    address = reverse("catalogue:item", args=["P100"])
    answer = manager.post(address, {"move": "assign", "serial": 7, "unit": "D002"})
    assert "刚由别人办理过" in answer.content.decode()


def test_a_department_sees_its_own_items_only(desk: Desk, account_of: AccountOf) -> None:
    """And those that wait to be claimed; a look at another's is refused and logged."""
    for number in ("P100", "P200", "P300"):
        desk.registered(number)
    desk.move("P100", "claim")
    desk.move("P200", "assign", {"unit": "D002"})
    department = browser(desk.filler)
    page = department.get(reverse("catalogue:manage")).context["page"]
    assert ["P100", "P300"] == [row.number for row in page.rows]
    assert 404 == department.get(reverse("catalogue:item", args=["P200"])).status_code
    assert "P200" in StoredRefusal.objects.latest("at").what
    everything = browser(desk.manager).get(reverse("catalogue:manage")).context["page"]
    assert 3 == len(everything.rows)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"state": "待指派"}, ["P200"]),
        ({"unit": "D001"}, ["P100"]),
        ({"q": "P1"}, ["P100"]),
        ({"q": "无此"}, []),
    ],
)
def test_the_list_is_narrowed(desk: Desk, asked: dict[str, str], found: list[str]) -> None:
    """By state, department, words."""
    desk.registered("P100")
    desk.registered("P200")
    desk.move("P100", "claim")
    page = browser(desk.manager).get(reverse("catalogue:manage"), asked).context["page"]
    assert found == [row.number for row in page.rows]


def test_a_new_item_waits_in_the_directory(desk: Desk) -> None:
    """Taken once; a second of its number is refused beside the field."""
    manager = browser(desk.manager)
    given = {"number": "X-1", "name": "新事项", "kind": "01", "level": "4", "basic": "0001"}
    assert 302 == manager.post(reverse("catalogue:new"), given).status_code
    assert ("新事项", "0001") == (
        StoredItem.objects.get(number="X-1").name, StoredItem.objects.get(number="X-1").codes.get().code
    )  # fmt: skip
    assert "已有" in manager.post(reverse("catalogue:new"), given).content.decode()
    wrong = manager.post(reverse("catalogue:new"), {**given, "number": "X 1/2"})
    assert "只能用字母" in wrong.content.decode()


def test_which_version_applies_is_shown(desk: Desk) -> None:
    """In the list and on the item."""
    publish_ordinary(desk.county)
    manager = browser(desk.manager)
    assert "第 1 版" in manager.get(reverse("catalogue:manage")).content.decode()
    assert "现行" in manager.get(reverse("catalogue:item", args=["P001"])).content.decode()


def test_only_keepers_come_here(account_of: AccountOf) -> None:
    """A clerk's post does not open it."""
    clerk = browser(account_of(Role.WINDOW_CLERK))
    assert 403 == clerk.get(reverse("catalogue:manage")).status_code
