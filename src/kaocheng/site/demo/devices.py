"""Devices of the demonstration (示范设备): kiosk, display and rating device, and the addresses that open them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.urls import reverse

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.base.private import write_private
from kaocheng.site.feedback.services import register_device as register_rating_device
from kaocheng.site.hall import services as hall

_KEPT = "demo-devices"
_SCREENS = (("QH01", "kiosk", "取号机"), ("XS01", "display", "等候区显示屏"))


def make_devices(store: Path, *, county: str, manager: Account, at: datetime) -> None:
    """Register them and keep their addresses beside the password: a token is shown only once."""
    hand: dict[str, Any] = {
        "county": county, "by": manager, "role": Role.HALL_SUPERVISOR.value, "at": at,
    }  # fmt: skip
    found = {}
    for number, kind, name in _SCREENS:
        hall.register_device(number=number, hall="D1", kind=kind, name=name, **hand)
        token = hall.issue_token(number=number, **hand)
        found[name] = f"{reverse('hall:enrol')}#{token}"
    _, token = register_rating_device(number="PJ02", window="W02", **hand)
    found["2号窗口评价器"] = f"{reverse('feedback:enrol')}#{token}"
    kept = store / _KEPT
    kept.unlink(missing_ok=True)  # of a first try that was broken off
    write_private(kept, json.dumps(found, ensure_ascii=False))


def device_addresses(store: Path) -> Iterator[tuple[str, str]]:
    """Name and address of each; nothing for a demonstration made before there were any."""
    kept = store / _KEPT
    if kept.exists():
        yield from json.loads(kept.read_text("utf-8")).items()
