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
_OF_OPEN = (*_BY_DUE, "paused")
_EQUAL = {"state": "state", "channel": "channel", "verdict": "verdict", "applicant": "applicant"}


def narrowed(found: CaseQuerySet, county: str, asked: dict[str, Any]) -> CaseQuerySet:
    """The cases that fit what was asked."""
    if unit := asked.get("unit"):
        found = _of_unit(found, county, unit)
    if number := (asked.get("number") or "").strip():
        found = found.numbered(number)
    if item := (asked.get("item") or "").strip():
        items = [item] if item.isascii() else items_named(county, item)
        found = found.filter(item__in=items)
    if taker := (asked.get("taker") or "").strip():
        found = found.filter(accepted_by=taker).exclude(accepted_by="")
    equal = {found.column(_EQUAL[name]): asked[name] for name in _EQUAL if asked.get(name)}
    days = within(found.column("received_at"), asked.get("since"), asked.get("until"))
    return _by_limit(found.filter(days, **equal), asked.get("due") or "")


def order_of(found: CaseQuerySet, asked: dict[str, Any]) -> tuple[str, str]:
    """The newest first; where a limit is asked for, the one that is or falls due first."""
    if asked.get("due") in _BY_DUE:
        return ("due_on", "id")
    day, key = found.column("received_at"), found.column("id")
    return (day, key) if asked.get("order") == "oldest" else (f"-{day}", f"-{key}")


def _of_unit(found: CaseQuerySet, county: str, unit: str) -> CaseQuerySet:
    """Those a department has a part in; whoever sees by the part of his own asks for a second one."""
    if not found.parted:
        return found.with_part(county, unit)
    part = StoredPart.objects.filter(county=county, unit=unit, case=OuterRef("pk"))
    return found.filter(Exists(part))


def _by_limit(found: CaseQuerySet, due: str) -> CaseQuerySet:
    today = timezone.localdate()
    limits: dict[str, dict[str, Any]] = {
        "late": {"due_on__lt": today},
        "today": {"due_on": today},
        "soon": {"due_on__range": (today, today + SOON)},
        "paused": {"paused": True},
        "owing": {"owing": True, "owed_by__isnull": False},
    }
    if due in _OF_OPEN:
        found = found.open()
    return found.filter(**limits[due]) if due in limits else found
