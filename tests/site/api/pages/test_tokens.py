"""The pages of tokens."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from kaocheng.hall.posts import Role
from kaocheng.site.api.models import StoredToken
from tests.site.api.conftest import Caller
from tests.site.conftest import AccountOf, ClientOf

pytestmark = pytest.mark.django_db


def test_a_token_is_shown_once(client_of: ClientOf, account_of: AccountOf) -> None:
    """It works; the list shows its account and use, never the token; taking it back ends it."""
    client, account = client_of(Role.SYSTEM_MANAGER), account_of(Role.APPLICANT)
    assert "还没有发放令牌" in client.get(reverse("api:tokens")).text
    told = {"person": account.display_name, "purpose": "<b>小程序</b>", "days": "30"}
    answer = client.post(reverse("api:issue"), told)
    (text,) = set(re.findall(r"kc-[\w-]{40,}", answer.text))
    assert "no-store" in answer["Cache-Control"]
    assert "<b>小程序" not in answer.text
    caller = Caller(text)
    assert 200 == caller.get("/cases").status_code
    listed = client.get(reverse("api:tokens")).text
    assert account.display_name in listed
    assert account.username not in listed
    assert client.account.username not in listed
    assert text not in listed
    row = StoredToken.objects.get()
    assert 302 == client.post(reverse("api:revoke", args=[row.number])).status_code
    assert 401 == caller.get("/cases").status_code
    assert "已收回" in client.get(reverse("api:tokens")).text


def test_what_is_wrong_is_said_beside_the_form(client_of: ClientOf, account_of: AccountOf) -> None:
    """An unknown account, one's own, too many days."""
    client = client_of(Role.SYSTEM_MANAGER)
    account = account_of(Role.APPLICANT)
    known = {"person": str(account.pk), "purpose": "小程序", "days": "30"}
    own = client.account.display_name
    for wrong in ({"person": "nobody"}, {"person": own}, {"days": "999"}, {"purpose": " "}):
        assert 422 == client.post(reverse("api:issue"), known | wrong).status_code
    assert not StoredToken.objects.exists()
    assert 404 == client.post(reverse("api:revoke", args=["none"])).status_code
    assert 405 == client.get(reverse("api:revoke", args=["none"])).status_code
