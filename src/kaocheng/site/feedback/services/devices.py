"""Rating devices (窗口评价器): bound to a window, working under a token that can be taken back."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from kaocheng.feedback.records import Invited
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.services import append
from kaocheng.site.base.tokens import digest_of
from kaocheng.site.feedback.models import StoredInvitation, StoredRatingDevice
from kaocheng.site.feedback.services.localvalues import rules_on

_SEEN = timedelta(minutes=1)
"""How often it is noted that a device is on line: not with every look."""


def register_device(
    *, county: str, number: str, window: str, by: Account, role: str, at: datetime
) -> tuple[StoredRatingDevice, str]:
    """Bind a device to a window and issue its token, shown this once; an older token of it ends."""
    if not number.strip() or not window.strip():
        raise Refusal("feedback.device", "请填写设备编号和窗口。")
    token, hand = secrets.token_urlsafe(24), Hand(by, role, at)
    with transaction.atomic():
        rows = StoredRatingDevice.objects.select_for_update()
        row = rows.filter(county=county, number=number).first()
        row = row or StoredRatingDevice(county=county, number=number)
        row.window, row.digest = window, digest_of(token)
        row.issued_by, row.issued_at = hand.name, at
        row.revoked_at = row.seen_at = None
        row.clean_fields()
        _save(row)
        _tell(row, "issued", hand)
    return row, token


def revoke_device(
    *, county: str, number: str, by: Account, role: str, at: datetime
) -> StoredRatingDevice:
    """Take the token back: from now on the device is a stranger."""
    with transaction.atomic():
        rows = StoredRatingDevice.objects.select_for_update()
        row = rows.filter(county=county, number=number, revoked_at__isnull=True).first()
        if row is None:
            raise Refusal(
                "feedback.device", f"没有编号为{number}、正在使用的评价器。", "请刷新后再看。"
            )
        row.digest, row.revoked_at = "", at
        row.save()
        _tell(row, "revoked", Hand(by, role, at))
    return row


def device_of(*, county: str, token: str, at: datetime) -> StoredRatingDevice | None:
    """The device that holds this token, None for a stranger; it is noted that it is on line."""
    row = StoredRatingDevice.objects.filter(
        county=county, digest=digest_of(token), revoked_at__isnull=True
    ).first()
    if row is not None and (row.seen_at is None or at - row.seen_at > _SEEN):
        row.seen_at = at
        row.save(update_fields=["seen_at"])
    return row


def pushed_to(device: StoredRatingDevice, at: datetime) -> StoredInvitation | None:
    """What the device shows now: the latest invitation of its window, if it is fresh and open."""
    minutes = rules_on(device.county, local_day(at)).count("device_minutes")
    since = at - timedelta(minutes=minutes)
    rows = StoredInvitation.objects.of(device.county).pushed_to(device.window, since)
    latest = rows.first()
    if latest is None or latest.expires_at <= at:
        return None
    return latest if latest.state == Invited.OPEN else None


def _save(row: StoredRatingDevice) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refusal(
            "feedback.device", f"窗口{row.window}已经有一台评价器。", "请先停用原来的那台。"
        ) from error


def _tell(row: StoredRatingDevice, what: str, hand: Hand) -> None:
    append(
        county=row.county,
        stream=f"rating_device/{row.number}",
        kind=f"rating_device.{what}",
        facts={"window": row.window},
        actor=hand.by,
        role=hand.role,
        at=hand.at,
    )
