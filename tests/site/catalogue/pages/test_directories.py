"""Lists on their pages: changed by the keepers with a basis, read by everybody, every version kept."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kaocheng.catalogue.directories import list_kinds
from kaocheng.site.catalogue.models import StoredDirectory
from tests.site.catalogue.conftest import Desk
from tests.site.catalogue.pages.test_items import browser

EDIT = "catalogue:edit_directory"
BASIS = "示府发〔2026〕1号"


def change(client: Client, order: str, **given: str) -> HttpResponse:
    """Send the form of one way of changing."""
    row = StoredDirectory.objects.first()
    serial = row.serial if row else 0
    sent = {"order": order, "serial": serial, "on": "2026-01-01", "basis": BASIS, **given}
    return client.post(reverse(EDIT, args=["review"]), sent)


def publish(client: Client) -> HttpResponse:
    """Send the form of publishing."""
    serial = StoredDirectory.objects.get().serial
    sent = {"publish": "1", "serial": serial, "on": "2026-02-01", "basis": BASIS}
    return client.post(reverse(EDIT, args=["review"]), sent)


def shown(client: Client, **asked: str) -> list[str]:
    """The entries the public page shows."""
    answer = client.get(reverse("catalogue:directory", args=["review"]), asked)
    return [entry.number for entry in answer.context["entries"]]


def test_a_list_from_nothing_to_its_second_version(desk: Desk, client: Client) -> None:
    """Added by lines, published, merged and transferred, published again; both stay readable."""
    manager = browser(desk.manager)
    assert [] == shown(client)
    lines = "JS1，水保评审，D001\nJS2\t节能评审\tD001\n\nJS3,环评评审"
    assert 302 == change(manager, "新增", lines=lines).status_code
    assert [] == shown(client)
    publish(manager)
    change(
        manager, "合并", numbers="JS1、JS3", number="JS4", name="合并评审", own_limit="10个工作日"
    )
    change(manager, "划转", numbers="JS2", unit="D002")
    assert 302 == publish(manager).status_code
    assert ["JS2", "JS4"] == shown(client)
    assert ["JS1", "JS2", "JS3"] == shown(client, version="1")
    text = client.get(reverse("catalogue:directory", args=["review"])).content.decode()
    assert "并入 JS4" in text
    assert "10个工作日" in text


@pytest.mark.parametrize(
    ("order", "given", "said"),
    [
        ("取消", {"numbers": "JS9"}, "没有编号 JS9"),
        ("新增", {"number": "JS1", "name": "重复"}, "已在清单里"),
        ("新增", {"lines": "只有编号"}, "要有编号和名称"),
        ("新增", {}, "没有写编号"),
        ("修改", {"numbers": "JS1", "number": "JS2", "name": "改号"}, "修改不能改编号"),
        ("取消", {"numbers": "JS1", "basis": ""}, "#id_basis"),
    ],
)
def test_what_does_not_fit_is_told_beside_the_form(
    desk: Desk, order: str, given: dict[str, str], said: str
) -> None:
    """And changes nothing."""
    manager = browser(desk.manager)
    change(manager, "新增", number="JS1", name="水保评审")
    assert said in change(manager, order, **given).content.decode()
    assert 1 == StoredDirectory.objects.get().orders.count()


def test_an_old_page_is_told(desk: Desk) -> None:
    """Somebody changed the list meanwhile."""
    manager = browser(desk.manager)
    change(manager, "新增", number="JS1", name="水保评审")
    change(manager, "新增", number="JS2", name="节能评审")
    assert "刚由别人调整过" in change(manager, "取消", numbers="JS1", serial="1").content.decode()


@pytest.mark.parametrize("order", ["新增", "修改", "合并", "取消", "划转", "胡写"])
def test_every_way_of_changing_has_its_form(desk: Desk, order: str) -> None:
    """Chosen by a tab in the address."""
    answer = browser(desk.manager).get(reverse(EDIT, args=["review"]), {"do": order})
    assert (order if order != "胡写" else "新增") == answer.context["form"].order
    assert "依据" in answer.content.decode()


def test_all_kinds_are_listed_and_only_keepers_change(desk: Desk, client: Client) -> None:
    """Open to everybody; the form is not."""
    text = client.get(reverse("catalogue:directories")).content.decode()
    assert all(kind.title in text for kind in list_kinds().values())
    assert 404 == client.get(reverse("catalogue:directory", args=["nonsense"])).status_code
    assert 302 == client.get(reverse(EDIT, args=["review"])).status_code
    assert 403 == browser(desk.filler).get(reverse(EDIT, args=["review"])).status_code
    assert 404 == browser(desk.manager).get(reverse(EDIT, args=["nonsense"])).status_code
