"""What the list of cases asks (办件筛选): the cases that fit, in an order an index has."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from kaocheng.cases.states import OPEN
from kaocheng.site.base.days import within
from kaocheng.site.cases.models import StoredPart
from kaocheng.site.cases.names import items_named
from kaocheng.site.cases.querysets import OF_PART, CaseQuerySet

SOON = timedelta(days=3)
_BY_DUE = ("late", "today", "soon")
_OF_OPEN = (*_BY_DUE, "paused")
_OPEN = {"ended_at__isnull": True}
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
    equal = {_column(found, _EQUAL[name]): asked[name] for name in _EQUAL if asked.get(name)}
    days = within(_column(found, "received_at"), asked.get("since"), asked.get("until"))
    return _by_limit(found.filter(days, **equal), asked.get("due") or "")


def order_of(found: CaseQuerySet, asked: dict[str, Any]) -> tuple[str, str]:
    """The newest first; where a limit is asked for, the one that is or falls due first."""
    if asked.get("due") in _BY_DUE:
        return ("due_on", "id")
    day, key = _column(found, "received_at"), _column(found, "id")
    return (day, key) if asked.get("order") == "oldest" else (f"-{day}", f"-{key}")


def _of_unit(found: CaseQuerySet, county: str, unit: str) -> CaseQuerySet:
    """Those a department has a part in; whoever sees by the part of his own asks for a second one."""
    if not found.parted:
        return found.with_part(county, unit)
    part = StoredPart.objects.filter(county=county, unit=unit, case=OuterRef("pk"))
    return found.filter(Exists(part))


def _column(found: CaseQuerySet, name: str) -> str:
    """The column of this name an index of the list has: that of the part, where the list goes by parts."""
    of_part = {"id": "case_id"}.get(name, name)
    return f"part_{of_part}" if found.parted and of_part in OF_PART else name


def _by_limit(found: CaseQuerySet, due: str) -> CaseQuerySet:
    today = timezone.localdate()
    limits: dict[str, dict[str, Any]] = {
        "late": {**_OPEN, "due_on__lt": today},
        "today": {**_OPEN, "due_on": today},
        "soon": {**_OPEN, "due_on__range": (today, today + SOON)},
        "paused": {**_OPEN, "paused": True},
        "owing": {"owing": True, "owed_by__isnull": False},
    }
    if found.parted and due in _OF_OPEN:
        # says nothing new, but an index of the part's states holds the few that are open
        found = found.filter(Q(part_state__in=[state.value for state in OPEN]))
    return found.filter(**limits[due]) if due in limits else found
