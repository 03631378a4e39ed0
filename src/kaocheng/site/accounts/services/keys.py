"""Keys to an account (凭据): passwords issued once, second factors taken off."""

from __future__ import annotations

import secrets
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.ranks import check_may_manage
from kaocheng.site.accounts.services.noting import note
from kaocheng.site.accounts.services.sessions import end_sessions

_LETTERS = "abcdefghjkmnpqrstuvwxyz"
_KINDS = (_LETTERS, _LETTERS.upper(), "23456789", "-+=")
"""Letters that are told apart when read aloud or from paper (no l, I, O, 0, 1)."""


def one_time_password() -> str:
    """A password to be changed at the first sign-in; it satisfies every rule."""
    letters = [secrets.choice(kind) for kind in _KINDS for _ in range(4)]
    secrets.SystemRandom().shuffle(letters)
    return "".join(letters)


def issue_password(*, account: Account, by: Account | str, at: datetime) -> str:
    """Give an account a password for one sign-in and end its sessions; returns the password."""
    check_may_manage(by, account)
    password = one_time_password()
    with transaction.atomic():
        account = type(account).objects.select_for_update().get(pk=account.pk)
        account.set_password(password)
        account.must_change_password = True
        account.save(update_fields=["password", "must_change_password"])
        end_sessions(account=account)
        note(account, "account.password_issued", by=by, at=at)
    return password


def reset_mfa(*, account: Account, by: Account | str, at: datetime) -> int:
    """Take off all second factors, for somebody who has lost them; returns how many there were."""
    check_may_manage(by, account)
    with transaction.atomic():
        count: int
        count, _ = Authenticator.objects.filter(user=account).delete()
        end_sessions(account=account)
        note(account, "account.mfa_reset", by=by, at=at, count=count)
    return count
