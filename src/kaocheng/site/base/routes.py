"""Routes (路由): an address is only made together with the list of who may open it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path

from kaocheng.hall.posts import Role
from kaocheng.site.base.entries import Entry

View = Callable[..., HttpResponseBase]
ANYONE = frozenset[Role]()
"""Open to everybody, signed in or not (公开页面)."""
SIGNED_IN = frozenset(Role)
"""Open to everybody who has signed in (登录即可)."""


def page(
    route: str, view: View, *, name: str, may: Collection[Role], entry: Entry | None = None
) -> URLPattern:
    """A Django path whose view is reached only by holders of one of the roles in `may`.

    Pass `ANYONE` for a public page. A visitor who has not signed in is sent to the sign-in page; one
    who lacks the role gets 403 with a sentence. `view.may` holds the roles for the generated tests.
    With an `entry` the page stands in the menu and on the workbench of those who may open it.
    """
    return path(route, _guarded(view, frozenset(may), entry), name=name)


def _guarded(view: View, may: frozenset[Role], entry: Entry | None) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may:
            return view(request, *args, **kwargs)
        account = request.user
        if not account.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not may & account.roles:
            raise PermissionDenied("您的岗位没有打开这个页面的权限。")
        return view(request, *args, **kwargs)

    guarded.may = may  # type: ignore[attr-defined]
    guarded.entry = entry  # type: ignore[attr-defined]
    return guarded
