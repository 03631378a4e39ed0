"""What every page knows (页面通用数据): the site's name, the reader's menu and way of display."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from kaocheng.hall.posts import STAFF, Role
from kaocheng.site.base.display import display_of
from kaocheng.site.base.entries import Placed, entries_for

Menu = list[tuple[str, list[Placed]]]
_ON_TOP = 5
"""How many entries stand in the head of a public page; the others are under “更多”."""


def site(request: HttpRequest) -> dict[str, Any]:
    """Context processor of all templates; menus are drawn only by pages that show them."""
    roles = roles_of(request)
    current = _current(entries_for(roles), request.path)
    return {
        "site_name": settings.SITE_NAME,
        "county_name": settings.COUNTY_NAME,
        "display": display_of(request),
        "menu": partial(_menu, roles, current, bench=request.path == reverse("base:workbench")),
        "is_staff": bool(roles & STAFF),
        "role_titles": [role.title for role in sorted(roles)],
        "here": request.path,
    }


@lru_cache(maxsize=512)
def _menu(roles: frozenset[Role], current: str, *, bench: bool) -> str:
    """The menu of these roles on this page: the same for everybody who holds them."""
    entries = entries_for(roles)
    if roles & STAFF:
        context = {
            "groups": grouped([p for p in entries if p.may]),
            "public": [p for p in entries if not p.may],
            "current": current,
            "on_bench": bench,
        }
        return render_to_string("base/sidebar.html", context)
    top = {"top": entries[:_ON_TOP], "more": entries[_ON_TOP:], "current": current}
    return render_to_string("base/topnav.html", top)


def roles_of(request: HttpRequest) -> frozenset[Role]:
    """The roles of the reader; none for a stranger."""
    user = getattr(request, "user", None)
    return user.roles if user is not None and user.is_authenticated else frozenset()


def grouped(entries: list[Placed]) -> Menu:
    """Entries under the names of their groups."""
    return [(group.value, list(held)) for group, held in groupby(entries, lambda p: p.entry.group)]


def _current(entries: Iterable[Placed], path: str) -> str:
    """The address of the entry this page belongs to: the longest its own address begins with."""
    over = [p.address for p in entries if path.startswith(p.address)]
    return max(over, key=len, default="")
