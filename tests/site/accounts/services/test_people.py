"""Accounts opened, changed, locked; every change an event, none beyond the manager's reach."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.services import (
    change_account,
    lock_account,
    open_account,
    register_applicant,
    unlock_account,
)
from kaocheng.site.audit.models import StoredEvent
from tests.site.conftest import AccountOf

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def _kinds(account: Account) -> list[str]:
    events = StoredEvent.objects.filter(stream=f"account/{account.pk}").order_by("serial")
    return list(events.values_list("kind", flat=True))


def _opened(by: Account | str, county: str, unit: str = "甲局") -> tuple[Account, str]:
    return open_account(
        county=county, username="w001", display_name="职员甲", unit=unit, by=by, at=AT
    )


def test_an_opened_account_signs_in_once_and_changes_its_password(
    account_of: AccountOf, county: str
) -> None:
    """The password given works, and the account knows that it must be changed."""
    account, password = _opened(account_of(Role.SYSTEM_MANAGER), county)
    account.refresh_from_db()
    assert account.check_password(password)
    assert (True, frozenset()) == (account.must_change_password, account.roles)
    assert ["account.opened"] == _kinds(account)


def test_a_name_is_given_once(account_of: AccountOf, county: str) -> None:
    """The second account of that name is not opened."""
    by = account_of(Role.SYSTEM_MANAGER)
    _opened(by, county)
    with pytest.raises(ValidationError):
        _opened(by, county)
    assert 1 == Account.objects.filter(username="w001").count()


def test_a_department_manager_works_in_his_department(account_of: AccountOf, county: str) -> None:
    """He opens accounts there, and nowhere else."""
    by = account_of(Role.DEPARTMENT_MANAGER, unit="甲局")
    account, _ = _opened(by, county)
    with pytest.raises(Refusal) as refused:
        _opened(by, county, unit="乙局")
    assert "account.scope" == refused.value.code
    with pytest.raises(Refusal):
        change_account(account=account, display_name="x", unit="乙局", by=by, at=AT)


@pytest.mark.parametrize(
    ("role", "unit", "code"),
    [
        (Role.WINDOW_CLERK, "乙局", "account.scope"),
        (Role.DEPARTMENT_MANAGER, "甲局", "account.rank"),
        (Role.INSPECTOR, "甲局", "account.rank"),
        (Role.SYSTEM_MANAGER, "甲局", "account.rank"),
    ],
)
def test_whom_a_department_manager_does_not_manage(
    account_of: AccountOf, role: Role, unit: str, code: str
) -> None:
    """Other departments, and those who stand beside or above him."""
    account = account_of(role, unit=unit)
    with pytest.raises(Refusal) as refused:
        lock_account(
            account=account, reason="试", by=account_of(Role.DEPARTMENT_MANAGER, unit="甲局"), at=AT
        )
    assert code == refused.value.code
    account.refresh_from_db()
    assert account.is_active


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SYSTEM_MANAGER, Role.DEPARTMENT_MANAGER}))
def test_others_manage_nobody(account_of: AccountOf, role: Role) -> None:
    """Whatever their department."""
    account = account_of(Role.WINDOW_CLERK, unit="甲局")
    with pytest.raises(Refusal):
        lock_account(account=account, reason="试", by=account_of(role, unit="甲局"), at=AT)


def test_nobody_manages_himself(account_of: AccountOf) -> None:
    """Not even the system manager."""
    by = account_of(Role.SYSTEM_MANAGER)
    with pytest.raises(Refusal, match="自己"):
        lock_account(account=by, reason="试", by=by, at=AT)


def test_a_locked_account_is_out_at_once(account_of: AccountOf) -> None:
    """The browser it is signed in with is led to the sign-in page; unlocked, it may sign in anew."""
    account, by, client = account_of(Role.WINDOW_CLERK), account_of(Role.SYSTEM_MANAGER), Client()
    client.force_login(account)
    assert 200 == client.get("/account/mine/").status_code
    lock_account(account=account, reason="离岗", by=by, at=AT)
    assert 302 == client.get("/account/mine/").status_code
    unlock_account(account=account, by=by, at=AT)
    account.refresh_from_db()
    assert account.is_active
    assert ["account.locked", "account.unlocked"] == _kinds(account)


def test_a_change_is_told_without_names(account_of: AccountOf) -> None:
    """The event says which field and the departments, not what anybody is called."""
    account, by = account_of(Role.WINDOW_CLERK, unit="甲局"), account_of(Role.SYSTEM_MANAGER)
    change_account(account=account, display_name="职员乙", unit="乙局", by=by, at=AT)
    (event,) = StoredEvent.objects.filter(stream=f"account/{account.pk}")
    assert {"fields": ["display_name", "unit"], "unit_before": "甲局", "unit": "乙局"} == event.told
    assert (by.username, "system_manager") == (event.actor, event.role)


def test_a_registered_applicant_holds_that_role(db: None, county: str) -> None:
    """Once, however often it is said."""
    account = Account.objects.create_user("sq001", county=county)
    register_applicant(account=account, at=AT)
    register_applicant(account=account, at=AT)
    assert {Role.APPLICANT} == Account.objects.get(pk=account.pk).roles
    assert 1 == account.posts.count()
