"""One-time passwords and second factors taken off."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.test import Client

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.services import issue_password, one_time_password, reset_mfa
from tests.site.conftest import AccountOf

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def test_one_time_passwords_satisfy_the_rules(db: None) -> None:
    """Every one of them, and no two alike."""
    made = [one_time_password() for _ in range(200)]
    for password in made:
        validate_password(password)
        assert not set(password) & set("lIO01")
    assert 200 == len(set(made))


def test_a_new_password_ends_what_was_open(account_of: AccountOf) -> None:
    """The old one is void, the browser is out, the new one must be changed."""
    account, client = account_of(Role.APPROVER), Client()
    client.force_login(account)
    password = issue_password(account=account, by=account_of(Role.SYSTEM_MANAGER), at=AT)
    account.refresh_from_db()
    assert account.check_password(password)
    assert account.must_change_password
    assert 302 == client.get("/account/mine/").status_code


@pytest.mark.parametrize("count", [0, 2])
def test_second_factors_are_taken_off(account_of: AccountOf, count: int) -> None:
    """All of them, however many."""
    account = account_of(Role.INSPECTOR)
    for kind in (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)[:count]:
        Authenticator.objects.create(user=account, type=kind, data={})
    assert count == reset_mfa(account=account, by=account_of(Role.SYSTEM_MANAGER), at=AT)
    assert not Authenticator.objects.filter(user=account).exists()
