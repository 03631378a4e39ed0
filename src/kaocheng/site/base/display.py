"""Way of display (显示方式): large type and high contrast, kept in a cookie of the reader."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

COOKIE = "display"
YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Display:
    """How pages are shown to this reader (大字版, 高对比度)."""

    large: bool
    contrast: bool

    @property
    def classes(self) -> str:
        """The classes of the root element."""
        return " ".join(name for name in ("large", "contrast") if getattr(self, name))


def display_of(request: HttpRequest) -> Display:
    """As the reader has chosen; normal where nothing is chosen."""
    chosen = request.COOKIES.get(COOKIE, "").split("-")
    return Display(large="large" in chosen, contrast="contrast" in chosen)


@require_POST
def choose_display(request: HttpRequest) -> HttpResponse:
    """Turn one way of display on or off (`turn`), and go back to the page the reader came from."""
    now, turn = display_of(request), request.POST.get("turn", "")
    large, contrast = now.large ^ (turn == "large"), now.contrast ^ (turn == "contrast")
    back = HttpResponseRedirect(_way_back(request))
    back.set_cookie(
        COOKIE,
        Display(large=large, contrast=contrast).classes.replace(" ", "-"),
        max_age=YEAR,
        samesite="Lax",
        httponly=True,
        secure=bool(settings.SESSION_COOKIE_SECURE),
    )
    return back


def _way_back(request: HttpRequest) -> str:
    back = request.POST.get("back", "")
    return back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else "/"
