"""Home and workbench (首页、工作台): what this reader may open, as tiles."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kaocheng.hall.posts import STAFF
from kaocheng.site.base.context import menu_of, roles_of
from kaocheng.site.base.entries import entries_for


def workbench(request: HttpRequest) -> HttpResponse:
    """The entries of my roles, by group; those open to anyone come last."""
    menu = menu_of(entries_for(roles_of(request)), staff=True)
    return render(request, "base/workbench.html", {"groups": menu})


def home(request: HttpRequest) -> HttpResponse:
    """Staff go to their workbench; others see what is open to them."""
    if roles_of(request) & STAFF:
        return redirect("base:workbench")
    return render(request, "base/home.html", {"entries": entries_for(roles_of(request))})
