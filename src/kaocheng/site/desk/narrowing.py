"""What the list of cases asks (办件筛选): the cases that fit, in an order an index has."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from kaocheng.site.base.days import within
from kaocheng.site.cases.models import StoredPart
from kaocheng.site.cases.names import items_named
from kaocheng.site.cases.querysets import CaseQuerySet

SOON = timedelta(days=3)
_BY_DUE = ("late", "today", "soon")
_OPEN = {"ended_at__isnull": True}
_EQUAL = {"state": "state", "channel": "channel", "verdict": "verdict", "applicant": "applicant"}


def narrowed(found: CaseQuerySet, county: str, asked: dict[str, Any]) -> CaseQuerySet:
    """The cases that fit what was asked."""
    if number := (asked.get("number") or "").strip():
        found = found.numbered(number)
    if item := (asked.get("item") or "").strip():
        items = [item] if item.isascii() else items_named(county, item)
        found = found.filter(item__in=items)
    equal = {_EQUAL[name]: asked[name] for name in _EQUAL if asked.get(name)}
    found = found.filter(within("received_at", asked.get("since"), asked.get("until")), **equal)
    if taker := (asked.get("taker") or "").strip():
        found = found.filter(accepted_by=taker).exclude(accepted_by="")
    if unit := asked.get("unit"):
        part = StoredPart.objects.filter(county=county, unit=unit, case=OuterRef("pk"))
        found = found.filter(Exists(part))
    return _by_limit(found, asked.get("due") or "")


def order_of(asked: dict[str, Any]) -> tuple[str, str]:
    """The newest first; where a limit is asked for, the one that is or falls due first."""
    if asked.get("due") in _BY_DUE:
        return ("due_on", "id")
    return ("received_at", "id") if asked.get("order") == "oldest" else ("-received_at", "-id")


def _by_limit(found: CaseQuerySet, due: str) -> CaseQuerySet:
    today = timezone.localdate()
    limits: dict[str, dict[str, Any]] = {
        "late": {**_OPEN, "due_on__lt": today},
        "today": {**_OPEN, "due_on": today},
        "soon": {**_OPEN, "due_on__range": (today, today + SOON)},
        "paused": {**_OPEN, "paused": True},
        "owing": {"owing": True, "owed_by__isnull": False},
    }
    return found.filter(**limits[due]) if due in limits else found
