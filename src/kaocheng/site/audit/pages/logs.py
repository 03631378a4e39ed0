"""The logs (查阅记录, 拒绝记录): who looked at whose data and what for; who was refused what."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model, Q
from django.http import HttpResponse
from django.shortcuts import render

from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.audit.forms import LogFilter, ReadFilter
from kaocheng.site.audit.models import StoredRead, StoredRefusal
from kaocheng.site.audit.querysets import LogQuerySet
from kaocheng.site.base.paging import page_of

R = TypeVar("R", bound=Model)
_ORDER = ("-at", "-id")
_PEOPLE = 200


def reads(request: SignedIn) -> HttpResponse:
    """Who looked at personal data."""
    form = ReadFilter(request.GET)
    form.is_valid()
    found = _narrowed(StoredRead.objects.in_county(request.user.county), form.cleaned_data)
    if subject := form.cleaned_data.get("subject"):
        found = found.filter(subject__startswith=subject)
    page = page_of(found.select_related("account"), request, by=_ORDER)
    return render(request, "audit/reads.html", {"form": form, "page": page})


def refusals(request: SignedIn) -> HttpResponse:
    """Who was refused what."""
    form = LogFilter(request.GET)
    form.is_valid()
    found = _narrowed(StoredRefusal.objects.in_county(request.user.county), form.cleaned_data)
    page = page_of(found.select_related("account"), request, by=_ORDER)
    return render(request, "audit/refusals.html", {"form": form, "page": page})


def _narrowed(found: LogQuerySet[R], asked: dict[str, Any]) -> LogQuerySet[R]:
    found = found.between(asked.get("since"), asked.get("until"))
    if person := asked.get("person"):
        found = found.filter(account=person)
    who = (asked.get("who") or "").strip()
    if not who:
        return found
    people = Account.objects.filter(Q(username__icontains=who) | Q(display_name__icontains=who))
    return found.filter(account__in=list(people.values_list("pk", flat=True)[:_PEOPLE]))
