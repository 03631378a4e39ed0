"""The page of local values: entered, approved by another, shown to the public from its day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.law.models import NoticeState, StoredFigure
from tests.site.conftest import AccountOf

pytestmark = pytest.mark.django_db
TOLD = {"value": "8", "basis": "示范县补正办法", "document": "示府办〔2026〕9号"}


def entered(by: Account) -> StoredFigure:
    """Eight days from tomorrow on."""
    client = Client()
    client.force_login(by)
    since = timezone.localdate() + timedelta(days=1)
    address = reverse("law:set-local", args=["local.supplement_least"])
    assert 302 == client.post(address, {**TOLD, "since": since.isoformat()}).status_code
    return StoredFigure.objects.get()


def test_entered_by_one_and_approved_by_another(manager: Account, inspector: Account) -> None:
    """The one who entered it sees that it waits, the other has the buttons; then it is announced for its day."""
    row = entered(manager)
    client, address = Client(), reverse("law:local-values")
    client.force_login(manager)
    assert "待另一人批准" in client.get(address).text
    client.post(reverse("law:approve-local", args=[row.pk]))
    row.refresh_from_db()
    assert NoticeState.PROPOSED == row.state
    client.force_login(inspector)
    assert "不批准" in client.get(address).text
    said = client.post(reverse("law:approve-local", args=[row.pk]), follow=True).text
    assert "示府办〔2026〕9号" in said
    row.refresh_from_db()
    assert NoticeState.APPROVED == row.state
    public = Client().get(reverse("law:figures")).text
    assert "示府办〔2026〕9号" not in public
    StoredFigure.objects.update(since=timezone.localdate())
    assert "示府办〔2026〕9号" in Client().get(reverse("law:figures")).text


def test_turned_down_with_a_reason(manager: Account, inspector: Account) -> None:
    """Without one the page says so."""
    row = entered(manager)
    client = Client()
    client.force_login(inspector)
    address = reverse("law:reject-local", args=[row.pk])
    assert "没有写明不批准的理由" in client.post(address, follow=True).text
    assert "已退回" in client.post(address, {"remark": "文号不对"}, follow=True).text


def test_a_day_that_has_come_is_told_beside_the_form(manager: Account) -> None:
    """And a figure of law has no such page."""
    client = Client()
    client.force_login(manager)
    address = reverse("law:set-local", args=["local.supplement_least"])
    today = timezone.localdate().isoformat()
    assert "不在今天" in client.post(address, {**TOLD, "since": today}).text
    assert 404 == client.get(reverse("law:set-local", args=["licensing.decide"])).status_code


def test_another_county_does_not_see_it(manager: Account, account_of: AccountOf) -> None:
    """Its number is not found there."""
    row = entered(manager)
    StoredFigure.objects.update(county="510904")
    client = Client()
    client.force_login(account_of(Role.INSPECTOR))
    assert 404 == client.post(reverse("law:approve-local", args=[row.pk])).status_code
