"""Entering (登录与本人改密)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.services.noting import note
from kaocheng.site.accounts.services.sessions import limit_sessions


def note_sign_in(*, account: Account, session: str, at: datetime) -> int:
    """Note a sign-in and end the oldest sessions beyond the limit; returns how many were ended."""
    with transaction.atomic():
        ended = limit_sessions(account=account, but=session)
        note(account, "account.signed_in", by=account, at=at, sessions_ended=ended)
    return ended


def change_own_password(*, account: Account, password: str, at: datetime) -> None:
    """Set the password its owner has chosen; it has passed the rules."""
    with transaction.atomic():
        account.set_password(password)
        account.must_change_password = False
        account.password_changed_at = at
        account.save(update_fields=["password", "must_change_password", "password_changed_at"])
        note(account, "account.password_changed", by=account, at=at)
