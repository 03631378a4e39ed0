"""Logging what was read and what was refused (查阅与拒绝留痕)."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredRead, StoredRefusal

_WHAT = 500
_PURPOSE = 300


def log_read(*, account: Account, subject: str, purpose: str, at: datetime) -> StoredRead:
    """Note that this account looked at personal data: of whom ("applicant/…"), and what for.

    Raises ValueError without a purpose: nobody looks at a person's data for nothing.
    """
    if not purpose.strip() or not subject.strip():
        raise ValueError("查阅个人信息须写明对象和用途。")
    return StoredRead.objects.create(
        county=account.county or settings.COUNTY,
        at=at,
        account=account,
        subject=subject,
        purpose=purpose[:_PURPOSE],
    )


def log_refusal(*, account: Account | None, what: str, at: datetime) -> StoredRefusal:
    """Note that something was refused; call it outside the transaction that is rolled back."""
    return StoredRefusal.objects.create(
        county=(account.county if account else "") or settings.COUNTY,
        at=at,
        account=account,
        what=what[:_WHAT],
    )
