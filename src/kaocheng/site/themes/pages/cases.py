"""Pages of theme cases (联办件): the whole with its cases, stage by stage; going on with it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.noticing import note_refusal
from kaocheng.site.base.paging import page_of
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.names import state_badge
from kaocheng.site.catalogue.services import published_items
from kaocheng.site.themes.models import StoredThemeCase
from kaocheng.site.themes.services import advance_theme_case


def cases(request: SignedIn) -> HttpResponse:
    """Theme cases the account sees, the newest first."""
    found = StoredThemeCase.objects.visible_to(request.user)
    if request.GET.get("open"):
        found = found.open()
    page = page_of(found.defer("values", "plan"), request, by=("-opened_at", "-id"))
    context = {
        "page": page,
        "today": timezone.localdate(),
        "only_open": bool(request.GET.get("open")),
    }
    return render(request, "themes/cases.html", context)


def case(request: SignedIn, number: str) -> HttpResponse:
    """One theme case: its cases stage by stage."""
    row = seen(request, number)
    planned = row.planned()
    known = {
        c.number: c for c in StoredCase.objects.of(row.county).filter(parent=number).defer("facts")
    }
    items = [one["item"] for one in planned]
    versions = published_items(row.county, timezone.localdate()).filter(number__in=items)
    names = dict(versions.values_list("number", "name"))
    rows: list[dict[str, Any]] = [
        {
            "plan": one,
            "case": known.get(one["case"]),
            "badge": state_badge(known[one["case"]].state) if one["case"] in known else "",
            "name": known[one["case"]].item_name
            if one["case"] in known
            else names.get(one["item"], one["item"]),
            "after": [names.get(other, other) for other in one["waits_for"]],
        }
        for one in planned
    ]
    last = max((one["stage"] for one in planned), default=-1)
    stages = [[r for r in rows if r["plan"]["stage"] == stage] for stage in range(last + 1)]
    context = {"row": row, "stages": stages, "may_advance": Role.WINDOW_CLERK in request.user.roles}
    return render(request, "themes/case.html", context)


@require_POST
def advance(request: SignedIn, number: str) -> HttpResponse:
    """Open now what can be opened now."""
    row = seen(request, number)
    before = row.plan
    try:
        after = advance_theme_case(
            county=row.county,
            number=number,
            by=request.user,
            role=Role.WINDOW_CLERK,
            at=timezone.now(),
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        said = "已登记后续事项。" if after.plan != before else "现在没有可以登记的后续事项。"
        messages.success(request, said)
    return redirect("themes:case", number)


def seen(request: SignedIn, number: str) -> StoredThemeCase:
    """The theme case, if this account may see it; otherwise 404 with a sentence, and logged."""
    row = StoredThemeCase.objects.visible_to(request.user).filter(number=number).first()
    if row is None:
        note_refusal(request, f"联办件 {number}")
        raise Http404("没有这个联办件，或者您不能打开它。")
    return row
