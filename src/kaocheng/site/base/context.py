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
PUBLIC = "公开页面"


def site(request: HttpRequest) -> dict[str, Any]:
    """Context processor of all templates."""
    roles = roles_of(request)
    entries = entries_for(roles)
    return {
        "site_name": settings.SITE_NAME,
        "county_name": settings.COUNTY_NAME,
        "display": display_of(request),
        "menu": menu_of(entries, staff=bool(roles & STAFF)),
        "is_staff": bool(roles & STAFF),
        "role_titles": [role.title for role in sorted(roles)],
        "here": request.path,
        "current": _current(entries, request.path),
    }


def roles_of(request: HttpRequest) -> frozenset[Role]:
    """The roles of the reader; none for a stranger."""
    user = getattr(request, "user", None)
    return user.roles if user is not None and user.is_authenticated else frozenset()


def menu_of(entries: Iterable[Placed], *, staff: bool) -> Menu:
    """The entries in groups; for staff their own work first, what is open to anyone at the end."""
    placed = list(entries)
    if not staff:
        return _grouped(placed)
    public = [p for p in placed if not p.may]
    return _grouped([p for p in placed if p.may]) + ([(PUBLIC, public)] if public else [])


def _grouped(entries: list[Placed]) -> Menu:
    return [(group.value, list(held)) for group, held in groupby(entries, lambda p: p.entry.group)]


def _current(entries: Iterable[Placed], path: str) -> str:
    """The address of the entry this page belongs to: the longest its own address begins with."""
    over = [p.address for p in entries if path.startswith(p.address)]
    return max(over, key=len, default="")
