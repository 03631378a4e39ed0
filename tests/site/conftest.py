"""What the site's tests share: a county, people of every role, and their browsers."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import date
from itertools import count

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from pytest_django.plugin import blocking_manager_key

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.api import limiting
from kaocheng.site.audit.triggers import allow_changes, forbid_changes
from kaocheng.site.hall import limits
from tests.site.browsing import browser, open_page

__all__ = ["AccountOf", "ClientOf", "browser", "open_page"]
AccountOf = Callable[..., Account]
ClientOf = Callable[..., Client]
SINCE = date(2020, 1, 1)
PASSWORD = "Trial-2026-words"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, None, None]:
    """After a test with real transactions the store is emptied, which the audit's triggers would forbid."""
    if "transactional_db" not in getattr(item, "fixturenames", ()) and not _is_transactional(item):
        return (yield)
    with item.config.stash[blocking_manager_key].unblock():
        allow_changes(connection)
        try:
            return (yield)
        finally:
            if nextitem is not None:  # after the last test the store is gone
                forbid_changes(connection)


def _is_transactional(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction"))


@pytest.fixture(autouse=True)
def _fresh_meters() -> None:
    """No test is limited by what another has asked: the store forgets by itself, the process is told to."""
    for meter in (limiting.STRANGERS, limiting.FAILURES, limiting.CALLERS, limiting.TICKETS):
        meter.clear()
    for meter in (limits.MINUTE, limits.DAY):
        meter.clear()


@pytest.fixture
def county() -> str:
    """The code of the county the site serves (行政区划代码)."""
    return str(settings.COUNTY)


@pytest.fixture
def account_of(db: None, county: str) -> AccountOf:
    """Make an account that holds one role since 2020: `account_of(Role.APPROVER, unit="…")`."""
    numbers = count(1)

    def make(role: Role, *, unit: str = "", window: str = "", county: str = county) -> Account:
        number = next(numbers)
        account = Account.objects.create_user(
            username=f"{role.value}-{number}",
            password=PASSWORD,
            display_name=f"{role.title}{number}",
            county=county,
            unit=unit,
        )
        account.posts.create(role=role.value, unit=unit, window=window, since=SINCE)
        return account

    return make


@pytest.fixture
def client_of(account_of: AccountOf) -> ClientOf:
    """Make a browser in which such an account has signed in; `client.account` is the account."""

    def make(role: Role, **of: str) -> Client:
        client = Client()
        client.account = account_of(role, **of)
        client.force_login(client.account)
        return client

    return make
