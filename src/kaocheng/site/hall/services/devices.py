"""Devices (设备): a kiosk or display works under a token of its own, which can be taken back."""

from __future__ import annotations

from datetime import datetime
from secrets import token_urlsafe

from django.db import transaction

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.base.tokens import digest_of
from kaocheng.site.hall.models import StoredDevice, StoredZone
from kaocheng.site.hall.services.keeping import keep, tell
from kaocheng.site.hall.services.storing import hall_of


@transaction.atomic
def register_device(
    *, county: str, number: str, hall: str, kind: str, name: str, zone: StoredZone | None = None,
    per_minute: int = 120, by: Account | str, role: str, at: datetime,
) -> StoredDevice:  # fmt: skip
    """Enter a device in the register (设备登记); it works only once a token has been issued."""
    row = StoredDevice.objects.filter(county=county, number=number).first()
    row = row or StoredDevice(county=county, number=number)
    values = {"hall": hall_of(county, hall), "zone": zone, "kind": kind, "name": name,
              "per_minute": per_minute}  # fmt: skip
    keep(row, f"device/{number}", "register", Hand(by, role, at), values)
    return row


@transaction.atomic
def issue_token(*, county: str, number: str, by: Account | str, role: str, at: datetime) -> str:
    """Issue a new token (发放令牌) and return it, the only time it is ever shown; the old one ends."""
    row, hand, token = _device(county, number), Hand(by, role, at), token_urlsafe(24)
    row.digest, row.issued_by, row.issued_at = digest_of(token), hand.name, at
    row.revoked_at = None
    row.save()
    tell(county, f"device/{number}", "issue", hand, {})
    return token


@transaction.atomic
def revoke_token(
    *, county: str, number: str, by: Account | str, role: str, at: datetime
) -> StoredDevice:
    """Take the token back (收回令牌): from the next request on the device is a stranger."""
    row = _device(county, number)
    if not row.digest:
        raise Refusal("device.none", f"{row.name}没有令牌。", "不必收回。")
    row.digest, row.revoked_at = "", at
    row.save()
    tell(county, f"device/{number}", "revoke", Hand(by, role, at), {})
    return row


def device_of(token: str) -> StoredDevice | None:
    """The device that holds this token now, None for a stranger."""
    if not token:
        return None
    found = StoredDevice.objects.filter(digest=digest_of(token))
    return found.select_related("hall", "zone").first()


def _device(county: str, number: str) -> StoredDevice:
    row = StoredDevice.objects.select_for_update().filter(county=county, number=number).first()
    if row is None:
        raise Refusal("device.none", f"没有编号为{number}的设备。", "请核对设备编号。")
    return row
