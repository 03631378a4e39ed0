"""Around every page (中间件): headers, the limit of what is sent, refusals turned into pages."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.base.errors import refused, too_large

Answer = Callable[[HttpRequest], HttpResponseBase]
_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'self'; frame-ancestors 'none'; form-action 'self'"
)
_UNUSED = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"


class SafeHeaders:
    """What a browser may do with our pages: run our own scripts, and nothing from elsewhere."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        # after signing in, the provider's page is reached by a redirect of our form
        self.policy = f"{_POLICY} {settings.OIDC_ORIGIN}".rstrip()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """A page may set a stricter policy of its own."""
        answer = self.get_response(request)
        answer.headers.setdefault("Content-Security-Policy", self.policy)
        answer.headers.setdefault("Permissions-Policy", _UNUSED)
        user = getattr(request, "user", None)
        if user is not None and user.is_authenticated:  # window computers have many users
            answer.headers.setdefault("Cache-Control", "private, no-store")
        return answer


class BodyLimit:
    """Refuse what is too large before a byte of it is read, so that it fills neither disk nor memory."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Without a length nothing is read at all, so a length that lies gains nothing."""
        told = request.META.get("CONTENT_LENGTH") or "0"
        length = int(told) if told.isascii() and told.isdigit() else 0
        if length > settings.UPLOAD_MOST:
            return too_large(request, length)
        return self.get_response(request)


class PlainText:
    """Refuse what no database stores and no keyboard writes: a NUL in an address or a form."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing to do here: see `process_view`."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """After the form's token was checked, so what it holds has been read already.

        The API reads its contents itself (`api.middleware`, `api.parsing`).
        """
        if request.path_info.startswith("/api/"):
            return
        written = itertools.chain(request.GET.lists(), request.POST.lists())
        said = itertools.chain([request.path_info], *(values for _, values in written))
        if any("\0" in text for text in said):
            raise BadRequest("NUL")


class Refusals:
    """A refusal nobody caught becomes a page with its sentence and what to do."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing to do here: see `process_exception`."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """409 with the sentence; anything else is left to Django."""
        return refused(request, fault) if isinstance(fault, Refusal) else None
