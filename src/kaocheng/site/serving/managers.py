"""The first manager (首任系统管理), without whom nobody could open an account; and his rescue."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.services import (
    give_post,
    issue_password,
    open_account,
    reset_mfa,
    unlock_account,
)

NAME = "admin"
SYSTEM = "system"


def first_manager(*, at: datetime) -> tuple[str, str] | None:
    """Open the first manager's account; returns its name and password, or nothing if there is one."""
    day = timezone.localdate(at)
    if Account.objects.filter(county=settings.COUNTY).holding(Role.SYSTEM_MANAGER, day).exists():
        return None
    account, password = open_account(
        county=settings.COUNTY, username=NAME, display_name="系统管理员", unit="", by=SYSTEM, at=at
    )
    give_post(account=account, role=Role.SYSTEM_MANAGER, unit="", since=day, by=SYSTEM, at=at)
    return account.username, password


def rescue(*, username: str, at: datetime) -> str:
    """Let a system manager in who has lost password or second factor; returns a new password."""
    account = Account.objects.filter(county=settings.COUNTY, username=username).first()
    if account is None or Role.SYSTEM_MANAGER not in account.roles:
        raise Refusal(
            "rescue.name",
            f"没有名为“{username}”的系统管理员。",
            "其他账号请由系统管理员在网站上重置。",
        )
    unlock_account(account=account, by=SYSTEM, at=at)
    reset_mfa(account=account, by=SYSTEM, at=at)
    return issue_password(account=account, by=SYSTEM, at=at)
