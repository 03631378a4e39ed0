"""Noting (留痕): every change of an account is an event of its stream, without anybody's name in it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kaocheng.site.accounts.models import Account
from kaocheng.site.base.noticing import note_event

SYSTEM = "system"


def note(account: Account, kind: str, *, by: Account | str, at: datetime, **facts: Any) -> None:
    """Append an event to the account's stream, in the caller's transaction."""
    note_event(
        county=account.county,
        stream=f"account/{account.pk}",
        kind=kind,
        facts=facts,
        actor=by,
        role=_role(by),
        at=at,
    )


def _role(by: Account | str) -> str:
    """The highest part the actor plays here; an applicant acting on his own account is just that."""
    if isinstance(by, str):
        return SYSTEM
    return str(max(by.roles, key=_weight, default=""))


def _weight(role: str) -> int:
    return {"system_manager": 2, "department_manager": 1}.get(role, 0)
