"""Departments and delegations on their pages."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from kaocheng.site.catalogue.models import StoredDelegation, StoredDepartment
from kaocheng.site.catalogue.services import may_take_in
from tests.site.catalogue.conftest import TOWN, Desk
from tests.site.catalogue.items import publish_ordinary
from tests.site.catalogue.pages.test_items import browser


def test_a_department_is_registered_and_changed(desk: Desk) -> None:
    """Its code cannot be changed; a strange one is told."""
    manager = browser(desk.manager)
    given = {"code": "D009", "name": "示范县水务局", "nature": "1"}
    assert 302 == manager.post(reverse("catalogue:departments"), given).status_code
    address = reverse("catalogue:department", args=["D009"])
    manager.post(address, {**given, "code": "D010", "short": "水务局"})
    row = StoredDepartment.objects.get(code="D009")
    assert "水务局" == row.short
    assert not StoredDepartment.objects.filter(code="D010").exists()
    assert 404 == manager.get(reverse("catalogue:department", args=["D999"])).status_code
    wrong = manager.post(
        reverse("catalogue:departments"), {**given, "code": "局 一", "credit_code": "1"}
    )
    assert {"code", "credit_code"} == set(wrong.context["form"].errors)


def test_an_item_is_handed_down_and_taken_back(desk: Desk) -> None:
    """The town may take it in from its day until it is taken back."""
    publish_ordinary(desk.county)
    manager = browser(desk.manager)
    given = {
        "item": "P001",
        "target": TOWN,
        "since": "2026-03-01",
        "powers": "受理",
        "basis": "示府发〔2026〕3号",
    }
    assert 302 == manager.post(reverse("catalogue:delegations"), given).status_code
    assert (
        "已下沉到这个镇" in manager.post(reverse("catalogue:delegations"), given).content.decode()
    )
    row = StoredDelegation.objects.get()
    end = reverse("catalogue:end_delegation", args=[row.pk])
    assert 302 == manager.post(end, {"until": "2026-04-30", "basis": "收回"}).status_code
    days = (date(2026, 2, 28), date(2026, 3, 1), date(2026, 4, 30), date(2026, 5, 1))
    may = [may_take_in(county=desk.county, item="P001", town=TOWN, on=day) for day in days]
    assert [False, True, True, False] == may
    assert 200 == manager.post(end, {"until": "2026-05-30", "basis": "收回"}).status_code
    assert 404 == manager.get(reverse("catalogue:end_delegation", args=[0])).status_code


def test_a_department_that_is_no_town_is_not_offered(desk: Desk) -> None:
    """Nor taken when it is forged; an unknown item is told."""
    publish_ordinary(desk.county)
    manager = browser(desk.manager)
    given = {
        "item": "P001",
        "target": "D002",
        "since": "2026-03-01",
        "powers": "受理",
        "basis": "文",
    }
    assert "target" in manager.post(reverse("catalogue:delegations"), given).context["form"].errors
    unknown = manager.post(reverse("catalogue:delegations"), {**given, "item": "X", "target": TOWN})
    assert "没有事项 X" in unknown.content.decode()
