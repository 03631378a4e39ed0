"""Home and workbench (首页、工作台): what this reader may open, as tiles."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kaocheng.hall.posts import STAFF
from kaocheng.site.base.context import grouped, roles_of
from kaocheng.site.base.entries import entries_for


def workbench(request: HttpRequest) -> HttpResponse:
    """The entries of my roles, by group; those open to anyone stand in the menu."""
    own = [placed for placed in entries_for(roles_of(request)) if placed.may]
    return render(request, "base/workbench.html", {"groups": grouped(own)})


def home(request: HttpRequest) -> HttpResponse:
    """Staff go to their workbench; others see what is open to them."""
    if roles_of(request) & STAFF:
        return redirect("base:workbench")
    context = {"entries": entries_for(roles_of(request)), "search": reverse(settings.SEARCH_PAGE)}
    return render(request, "base/home.html", context)
