"""Limits of how often (频次限制): a device or an address may ask only so often a minute or a day."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from kaocheng.site.base.meters import Meter

DAY, MINUTE = Meter("hall-day", 86_400), Meter("hall-minute", 60)


def too_often(who: str, most: int, at: datetime) -> bool:
    """Whether this is one time too many in the present minute, in all processes (是否超频)."""
    return MINUTE.count(who, at, most) > most


def too_often_today(who: str, most: int, at: datetime) -> bool:
    """The same for a day (当日是否超频)."""
    return DAY.count(who, at, most) > most


def address_of(request: HttpRequest) -> str:
    """The network address a request came from (来访地址)."""
    return str(request.META.get("REMOTE_ADDR", ""))
