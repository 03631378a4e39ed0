"""What every page knows (页面通用数据): the site's name, the reader's menu and way of display."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from kaocheng.hall.posts import STAFF, Role
from kaocheng.site.base.display import display_of
from kaocheng.site.base.entries import Placed, entries_for

Menu = list[tuple[str, list[Placed]]]
_ON_TOP = 5
"""How many entries stand in the head of a public page; the others are under “更多”."""


def site(request: HttpRequest) -> dict[str, Any]:
    """Context processor of all templates."""
    roles = roles_of(request)
    entries = entries_for(roles)
    staff = bool(roles & STAFF)
    flat = [] if staff else list(entries)
    return {
        "site_name": settings.SITE_NAME,
        "county_name": settings.COUNTY_NAME,
        "display": display_of(request),
        "menu": grouped([p for p in entries if p.may]) if staff else [],
        "public": [p for p in entries if not p.may] if staff else [],
        "menu_top": flat[:_ON_TOP],
        "menu_more": flat[_ON_TOP:],
        "is_staff": staff,
        "role_titles": [role.title for role in sorted(roles)],
        "here": request.path,
        "current": _current(entries, request.path),
    }


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
