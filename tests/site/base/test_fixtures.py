"""The fixtures all tests of the site stand on."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings
from django.db import connection

from kaocheng.hall.posts import Role
from tests.site.conftest import AccountOf


@pytest.mark.parametrize("role", Role)
def test_an_account_holds_the_role_it_was_made_for(account_of: AccountOf, role: Role) -> None:
    """And no other; the post is held on any day after 2020."""
    account = account_of(role, unit="甲局")
    assert {role} == account.roles
    assert 1 == account.posts.held_on(date(2026, 1, 5)).count()


@pytest.mark.django_db
def test_the_store_is_the_one_asked_for(pytestconfig: pytest.Config) -> None:
    """The option decides the database, and its name is this run's own."""
    assert pytestconfig.getoption("--store") == connection.vendor
    assert "test" in str(connection.settings_dict["NAME"])
    assert "kaocheng-tests-" in str(settings.STORE)
