"""Limits of how often (频次限制): a device or an address may ask only so often a minute or a day."""

from __future__ import annotations

from datetime import datetime

from django.core.cache import cache
from django.http import HttpRequest

_DAY = 86_400
_MINUTE = 60


def too_often(who: str, most: int, at: datetime, *, seconds: int = _MINUTE) -> bool:
    """Whether this is one time too many in the present stretch of so many seconds (是否超频).

    Counted in the cache of the process: with several workers each counts for itself.
    """
    key = f"hall-often/{who}/{seconds}/{int(at.timestamp()) // seconds}"
    cache.add(key, 0, timeout=2 * seconds)
    return cache.incr(key) > most


def too_often_today(who: str, most: int, at: datetime) -> bool:
    """The same for a day (当日是否超频)."""
    return too_often(who, most, at, seconds=_DAY)


def address_of(request: HttpRequest) -> str:
    """The network address a request came from (来访地址)."""
    return str(request.META.get("REMOTE_ADDR", ""))
