"""Late cases (超期件): of one kind, of one department, page by page, each with what holds it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.paging import page_of
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.names import unit_names
from kaocheng.site.law.services import calendar_in_force
from kaocheng.site.supervision.forms import LateFilter
from kaocheng.site.supervision.kinds import KINDS, kind_of
from kaocheng.site.supervision.late import late_ones
from kaocheng.site.supervision.pages.board import own_unit


def late(request: SignedIn) -> HttpResponse:
    """Every case that is late in the way asked for, the longest first."""
    today = timezone.localdate()
    units = unit_names(request.user.county)
    own = own_unit(request.user)
    offered = {code: name for code, name in units.items() if own in ("", code)}
    form = LateFilter(request.GET, units=offered)
    form.is_valid()
    asked = getattr(form, "cleaned_data", {})
    kind = kind_of(asked.get("kind", ""))
    found = kind.found(StoredCase.objects.visible_to(request.user), today)
    if unit := asked.get("unit"):
        found = found.filter(unit=unit)
    page = page_of(found, request, by=(kind.column, "id"))
    rows = late_ones(page.rows, kind.column, calendar_in_force(), today)
    context = {
        "form": form,
        "kinds": KINDS,
        "kind": kind,
        "unit": unit or "",
        "page": page,
        "late": [(one, units.get(one.unit, one.unit)) for one in rows],
        "saveable": request.get_full_path(),
    }
    return render(request, "supervision/late.html", context)
