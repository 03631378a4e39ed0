"""Moves without a form (不填表的动作): what other services make of them, by their key."""

from __future__ import annotations

from datetime import datetime

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.closing.archiving import archive


def _archived(row: StoredCase, by: Account, role: Role, at: datetime) -> str:
    return f"已归档，档号 {archive(row=row, by=by, role=role, at=at).number}。"


CLOSING = {"archive": _archived}
"""Each says in words what it gave."""


def close_with(*, key: str, row: StoredCase, by: Account, role: Role, at: datetime) -> str:
    """Do one of them; what it gave, in words."""
    if key not in CLOSING:
        raise Refusal("case.move", "没有这个动作。", "请从办件页所列的动作中选择。")
    return CLOSING[key](row, by, role, at)
