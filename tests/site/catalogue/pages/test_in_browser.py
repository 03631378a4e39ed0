"""The catalogue in a real browser: no barrier at any width, and an item goes its whole way by hand."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from kaocheng.catalogue.directories import Entry, Order, OrderKind
from kaocheng.hall.posts import Role
from kaocheng.site.catalogue.services import (
    delegate_item,
    order_entries,
    publish_directory,
    save_elements,
)
from tests.site.browsing import OpenPage, keeps_out
from tests.site.catalogue.conftest import TOWN, Desk
from tests.site.catalogue.items import AT, publish_immediate, publish_ordinary
from tests.site.catalogue.services.test_items import fill

pytestmark = pytest.mark.django_db(transaction=True)


def _prepared(desk: Desk) -> None:
    """Something on every page: a faulty revision, a delegation, a list of two versions."""
    act = {"county": desk.county, "by": desk.manager, "role": Role.CATALOGUE_MANAGER, "at": AT}
    publish_ordinary(desk.county)
    publish_immediate(desk.county)
    desk.move("P001", "revise")
    save_elements(
        county=desk.county, number="P001", values={"conditions": None, "max_visits": 0},
        by=desk.filler, role=Role.DEPARTMENT_MANAGER, at=AT,
    )  # fmt: skip
    delegate_item(
        item="P002", target=TOWN, since=date(2026, 3, 1), basis="示府发〔2026〕3号", **act
    )
    for number in ("JS1", "JS2"):
        order = Order(OrderKind.ADD, date(2026, 1, 1), "文", entry=Entry(number, "评审", "D001"))
        order_entries(kind="review", orders=[order], **act)
        publish_directory(kind="review", on=date(2026, 1, 1), basis="文", **act)
    desk.registered()


PUBLIC = ["items/P001/?answer-1=rented", "?q=许可", "?q=飞船", "lists/", "lists/review/"]
MANAGER = [
    "manage/", "manage/new/", "manage/import/", "manage/departments/", "manage/delegations/",
    "manage/reports/?since=2026-01-01&until=2026-06-01", "manage/items/P001/", "manage/items/P100/",
    "manage/items/P001/versions/2/", "lists/review/edit/", "lists/review/edit/?do=合并",
]  # fmt: skip
FILLER = [
    "",
    "materials/",
    "steps/",
    "situations/",
    "fees/",
    "results/",
    "codes/",
    "files/",
    "checks/",
]


def test_nobody_is_kept_out(open_page: OpenPage, desk: Desk) -> None:
    """No barrier that axe finds, nothing over the edge; on a desk and on a telephone."""
    _prepared(desk)
    root = reverse("catalogue:items")
    stranger = open_page(root)
    manager = open_page(root, account=desk.manager)
    filler = open_page(root, account=desk.filler)
    pages = [(stranger, path) for path in PUBLIC] + [(manager, path) for path in MANAGER]
    pages += [(filler, f"manage/items/P001/draft/{path}") for path in FILLER]
    found = {}
    for page, path in pages:
        answer = page.goto(root + path)
        assert answer is not None
        assert 200 == answer.status, path
        if bad := keeps_out(page, 1280, 390):
            found[path] = bad
    assert {} == found


def test_an_item_goes_its_whole_way_by_hand(open_page: OpenPage, desk: Desk) -> None:
    """Claimed, a material and a step typed in, the rest filled, sent, reviewed, published, found, read."""
    desk.registered()
    department = open_page(reverse("catalogue:item", args=["P100"]), account=desk.filler)
    department.get_by_role("button", name="认领", exact=True).click()
    department.get_by_role("button", name="开始填报").click()
    _type_a_material(department)
    fill(desk, "P100")
    department.goto(reverse("catalogue:item", args=["P100"]))
    department.get_by_role("button", name="送审").click()
    expect(department.locator(".badge", has_text="待审")).to_be_visible()
    manager = open_page(reverse("catalogue:item", args=["P100"]), account=desk.manager)
    manager.get_by_label("生效日期").fill(timezone.localdate().isoformat())
    manager.get_by_role("button", name="发布", exact=True).click()
    expect(manager.locator(".badge", has_text="现行")).to_be_visible()
    citizen = open_page(reverse("catalogue:items"))
    citizen.get_by_label("想办什么").fill("公共 场所")
    citizen.get_by_role("button", name="查找").click()
    citizen.get_by_role("link", name="公共场所经营许可").click()
    expect(citizen.locator(".flow-chart")).to_be_visible()
    citizen.get_by_label("租赁").check()
    citizen.get_by_role("button", name="列出材料").click()
    expect(citizen.locator("table.materials")).to_contain_text("场所租赁合同")


def _type_a_material(page: Page) -> None:
    """One row of the form, and what is told when it is not whole."""
    page.get_by_role("link", name="申请材料").click()
    page.get_by_label("材料名称").first.fill("示范申请表")
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".error-summary")).to_contain_text("没有填写必要性")
    page.get_by_label("必要性").first.select_option("必要")
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".row-form legend").first).to_have_text("1. 示范申请表")
