"""Accounts opened, changed, locked and unlocked (账号的开立、变更、停用、启用)."""

from __future__ import annotations

from datetime import datetime

from axes.utils import reset as forget_failures
from django.db import transaction
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.ranks import check_may_manage, givable
from kaocheng.site.accounts.services.keys import one_time_password
from kaocheng.site.accounts.services.noting import note
from kaocheng.site.accounts.services.sessions import end_sessions


def open_account(
    *, county: str, username: str, display_name: str, unit: str, by: Account | str, at: datetime
) -> tuple[Account, str]:
    """Open an account for a member of staff; returns it with a password for the first sign-in."""
    _check_scope(by, unit)
    password = one_time_password()
    account = Account(
        county=county,
        username=username,
        display_name=display_name,
        unit=unit,
        must_change_password=True,
    )
    account.set_password(password)
    with transaction.atomic():
        account.full_clean(exclude=["password"])
        account.save(force_insert=True)
        note(account, "account.opened", by=by, at=at, unit=unit)
    return account, password


def change_account(
    *, account: Account, display_name: str, unit: str, by: Account | str, at: datetime
) -> Account:
    """Change the name or the department of an account."""
    check_may_manage(by, account)
    _check_scope(by, unit)
    with transaction.atomic():
        account = type(account).objects.select_for_update().get(pk=account.pk)
        changed = [
            name
            for name, value in (("display_name", display_name), ("unit", unit))
            if getattr(account, name) != value
        ]
        was = account.unit
        account.display_name, account.unit = display_name, unit
        account.full_clean(exclude=["password"])
        account.save(update_fields=["display_name", "unit"])
        note(account, "account.changed", by=by, at=at, fields=changed, unit_before=was, unit=unit)
    return account


def lock_account(*, account: Account, reason: str, by: Account | str, at: datetime) -> Account:
    """Stop an account: it is signed out everywhere and cannot sign in."""
    check_may_manage(by, account)
    with transaction.atomic():
        account = type(account).objects.select_for_update().get(pk=account.pk)
        account.is_active = False
        account.save(update_fields=["is_active"])
        end_sessions(account=account)
        note(account, "account.locked", by=by, at=at, reason=reason)
    return account


def unlock_account(*, account: Account, by: Account | str, at: datetime) -> Account:
    """Let an account sign in again, and forget its failed attempts."""
    check_may_manage(by, account)
    with transaction.atomic():
        account = type(account).objects.select_for_update().get(pk=account.pk)
        account.is_active = True
        account.save(update_fields=["is_active"])
        forget_failures(username=account.username)
        note(account, "account.unlocked", by=by, at=at)
    return account


def register_applicant(*, account: Account, at: datetime) -> None:
    """Make a new account that of an applicant (申请人注册)."""
    with transaction.atomic():
        account.posts.get_or_create(
            role=Role.APPLICANT.value,
            unit="",
            window="",
            defaults={"since": timezone.localdate(at)},
        )
        note(account, "account.registered", by=account, at=at)


def _check_scope(by: Account | str, unit: str) -> None:
    if isinstance(by, str) or Role.SYSTEM_MANAGER in by.roles:
        return
    if not givable(by) or unit != by.unit:
        raise Refusal("account.scope", "只能办理本部门的账号。", "请把部门改为本部门。")
