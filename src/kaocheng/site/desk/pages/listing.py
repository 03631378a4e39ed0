"""The list of cases (办件查询): what this account may see, narrowed and paged by key."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.paging import page_of
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.names import state_badge
from kaocheng.site.cases.showing import days_left, tone_of
from kaocheng.site.desk.forms import CaseFilter
from kaocheng.site.law.services import calendar_in_force

SOON = timedelta(days=3)


def listing(request: SignedIn) -> HttpResponse:
    """Cases by what is asked, the newest first."""
    form = CaseFilter(request.GET)
    form.is_valid()
    found = narrowed(StoredCase.objects.visible_to(request.user), form.cleaned_data)
    page = page_of(found.defer("facts"), request, by=("-received_at", "-id"))
    today, calendar = timezone.localdate(), calendar_in_force()
    rows = []
    for row in page:
        left = None if row.ended_at else days_left(row.due_on, today, calendar)
        rows.append(
            {"case": row, "left": left, "tone": tone_of(left), "badge": state_badge(row.state)}
        )
    context = {"form": form, "page": page, "rows": rows}
    return render(request, "desk/listing.html", context)


def narrowed(found: QuerySet[StoredCase], asked: dict[str, Any]) -> QuerySet[StoredCase]:
    """The cases that fit what was asked."""
    if number := (asked.get("number") or "").strip():
        found = found.filter(number__startswith=number)
    if item := (asked.get("item") or "").strip():
        found = (
            found.filter(item=item) if item.isascii() else found.filter(item_name__contains=item)
        )
    for name in ("state", "channel"):
        if asked.get(name):
            found = found.filter(**{name: asked[name]})
    if since := asked.get("since"):
        found = found.filter(received_at__gte=datetime.combine(since, time.min, SHANGHAI))
    if until := asked.get("until"):
        end = datetime.combine(until + timedelta(days=1), time.min, SHANGHAI)
        found = found.filter(received_at__lt=end)
    return _by_limit(found, asked.get("due") or "")


def _by_limit(found: QuerySet[StoredCase], due: str) -> QuerySet[StoredCase]:
    today = timezone.localdate()
    open_ones = {"ended_at__isnull": True}
    limits: dict[str, dict[str, Any]] = {
        "late": {**open_ones, "due_on__lt": today},
        "today": {**open_ones, "due_on": today},
        "soon": {**open_ones, "due_on__range": (today, today + SOON)},
        "paused": {**open_ones, "paused": True},
        "owing": {"owing": True},
    }
    return found.filter(**limits[due]) if due in limits else found
