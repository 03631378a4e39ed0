"""Home and workbench (首页、工作台): what this reader may open, as tiles."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kaocheng.hall.posts import STAFF
from kaocheng.site.base.context import roles_of
from kaocheng.site.base.entries import Placed, entries_for


def workbench(request: HttpRequest) -> HttpResponse:
    """The entries of my roles, by group; those open to anyone come last."""
    entries = entries_for(roles_of(request))
    own = _grouped([placed for placed in entries if placed.may])
    public = [placed for placed in entries if not placed.may]
    return render(request, "base/workbench.html", {"groups": own, "public": public})


def home(request: HttpRequest) -> HttpResponse:
    """Staff go to their workbench; others see what is open to them."""
    if roles_of(request) & STAFF:
        return redirect("base:workbench")
    return render(request, "base/home.html", {"entries": entries_for(roles_of(request))})


def _grouped(entries: list[Placed]) -> list[tuple[str, list[Placed]]]:
    return [(group.value, list(held)) for group, held in groupby(entries, lambda p: p.entry.group)]
