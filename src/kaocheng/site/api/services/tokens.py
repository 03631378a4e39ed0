"""Tokens (接口令牌): shown once in the clear, known afterwards by their digest, ended at any time."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.ranks import check_may_manage
from kaocheng.site.api.models import StoredToken
from kaocheng.site.audit.services import append
from kaocheng.site.base.tokens import digest_of

LONGEST = timedelta(days=366)
PREFIX = "kc-"
"""What every token begins with, so that one left lying about is known for what it is."""
_NOTED_EVERY = timedelta(hours=1)


@transaction.atomic
def issue_token(
    *, account: Account, purpose: str, lasts: timedelta, by: Account, role: str, at: datetime
) -> tuple[StoredToken, str]:
    """Issue a token that acts as `account` (发放令牌); returns it and its text, which is never kept.

    Only a system manager may, for accounts he manages, and so never for his own.
    """
    _check_manager(by)
    check_may_manage(by, account)
    if not purpose.strip():
        raise Refusal("token.purpose", "没有写明令牌的用途。", "例如：县小程序查进度。")
    if not timedelta(0) < lasts <= LONGEST:
        raise Refusal("token.lasts", "令牌的有效期最长一年。", "到期前可以另发。")
    if not account.is_active:
        raise Refusal("token.account", "这个账号已停用，不能发放令牌。", "请选择在用的账号。")
    text = PREFIX + secrets.token_urlsafe(32)
    row = StoredToken(
        county=account.county,
        number=secrets.token_hex(8),
        account=account,
        purpose=purpose.strip(),
        digest=digest_of(text),
        issued_at=at,
        issued_by=by.get_username(),
        expires_at=at + lasts,
    )
    row.full_clean()
    row.save(force_insert=True)
    _tell(row, "token.issued", by, role, at)
    return row, text


@transaction.atomic
def revoke_token(*, county: str, number: str, by: Account, role: str, at: datetime) -> StoredToken:
    """End a token now (收回令牌): from the next call on it opens nothing."""
    _check_manager(by)
    row = StoredToken.objects.select_for_update().filter(county=county, number=number).first()
    if row is None:
        raise Refusal("token.none", f"没有编号为 {number} 的令牌。", "请核对令牌编号。")
    if row.revoked_at is None:
        row.revoked_at = at
        row.save(update_fields=["revoked_at"])
        _tell(row, "token.revoked", by, role, at)
    return row


def token_holder(text: str, at: datetime) -> StoredToken | None:
    """The token of this text while it is in force, with its account; None for a stranger's."""
    rows = StoredToken.objects.in_force(at).select_related("account")
    row = rows.filter(digest=digest_of(text)).first()
    if row is not None and (row.used_at is None or at - row.used_at >= _NOTED_EVERY):
        _note_use(row, at)
    return row


def _note_use(row: StoredToken, at: datetime) -> None:
    """At most once an hour, whatever the number of calls and of processes."""
    stale = Q(used_at__isnull=True) | Q(used_at__lte=at - _NOTED_EVERY)
    StoredToken.objects.filter(stale, pk=row.pk).update(used_at=at)


def _check_manager(by: Account) -> None:
    if Role.SYSTEM_MANAGER not in by.roles:
        raise Refusal("token.role", "令牌由系统管理发放和收回。", "请联系系统管理。")


def _tell(row: StoredToken, kind: str, by: Account, role: str, at: datetime) -> None:
    append(
        county=row.county,
        stream=f"account/{row.account_id}",
        kind=kind,
        facts={"token": row.number, "purpose": row.purpose, "until": row.expires_at.isoformat()},
        actor=by,
        role=role,
        at=at,
    )
