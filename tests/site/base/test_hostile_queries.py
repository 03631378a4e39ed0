"""Nonsense in the address of a page is answered, never a breakdown."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from kaocheng.hall.posts import Role
from tests.site.addresses import Address, all_addresses
from tests.site.conftest import AccountOf

pytestmark = pytest.mark.django_db
NAMES = (
    "day", "since", "until", "first", "last", "on", "at", "year", "month", "page", "after", "before",
    "number", "item", "state", "kind", "unit", "hall", "window", "q", "case", "who", "sort",
)  # fmt: skip
VALUES = ("9999-12-31", "0001-01-01", "-1", "99999999999999999999", "\x00", "'\"<", "%", "二〇二六")
ADDRESSES = [address for address in all_addresses() if address.name != "account_logout"]


def _asked(value: str) -> str:
    return urlencode(dict.fromkeys(NAMES, value))


@pytest.mark.parametrize("value", VALUES)
def test_no_page_breaks_down(account_of: AccountOf, value: str) -> None:
    """Every page with the same nonsense for everything it may ask."""
    broken = []
    for role in Role:
        client = Client(raise_request_exception=False)
        client.force_login(account_of(role, unit="甲局"))
        opened = (address for address in ADDRESSES if _first(address, role))
        broken += [
            a.name for a in opened if client.get(f"{a.url()}?{_asked(value)}").status_code >= 500
        ]
    assert [] == broken


def test_a_nul_is_refused_in_a_form_as_in_an_address(client: Client) -> None:
    """PostgreSQL stores none; the answer says the browser sent something unusable."""
    items = reverse("catalogue:items")
    answers = (client.get(f"{items}?q=%00"), client.post(reverse("portal:track"), {"number": "\0"}))
    assert [400, 400] == [answer.status_code for answer in answers]


def _first(address: Address, role: Role) -> bool:
    """Each page is opened by one of those who may."""
    return address.view.may and role == min(address.view.may, key=str)
