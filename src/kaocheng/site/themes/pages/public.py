"""Public pages (一件事专区): the themes, and the guide of one with its one form and one set."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kaocheng.site.themes.models import StoredTheme
from kaocheng.site.themes.pages.shared import shown, theme_row, tried


def themes(request: HttpRequest) -> HttpResponse:
    """Themes online, by whom they are for."""
    rows = StoredTheme.objects.of(settings.COUNTY).online().order_by("name")
    groups = [
        (audience, [(row, row.record()) for row in rows if row.audience == audience])
        for audience in ("经营主体", "个人")
    ]
    return render(request, "themes/themes.html", {"groups": [g for g in groups if g[1]]})


def guide(request: HttpRequest, number: str) -> HttpResponse:
    """What to bring once, what to fill in once, in which order, until when, and what that saves."""
    row = theme_row(settings.COUNTY, number, online=True)
    compiled, why = tried(row.county, row.record())
    context = {"row": row, "why": why} | (shown(compiled, row.county) if compiled else {})
    return render(request, "themes/guide.html", context)
