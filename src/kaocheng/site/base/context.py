"""What every page knows (页面通用数据): the site's name, the reader's menu and way of display."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from kaocheng.hall.posts import STAFF, Role
from kaocheng.site.base.display import display_of
from kaocheng.site.base.entries import Group, Placed, entries_for


def site(request: HttpRequest) -> dict[str, Any]:
    """Context processor of all templates."""
    roles = roles_of(request)
    return {
        "site_name": settings.SITE_NAME,
        "county_name": settings.COUNTY_NAME,
        "display": display_of(request),
        "menu": _menu(entries_for(roles)),
        "is_staff": bool(roles & STAFF),
        "role_titles": [role.title for role in sorted(roles)],
        "here": request.path,
    }


def roles_of(request: HttpRequest) -> frozenset[Role]:
    """The roles of the reader; none for a stranger."""
    user = getattr(request, "user", None)
    return user.roles if user is not None and user.is_authenticated else frozenset()


def _menu(entries: tuple[Placed, ...]) -> list[tuple[Group, list[Placed]]]:
    return [(group, list(held)) for group, held in groupby(entries, lambda p: p.entry.group)]
