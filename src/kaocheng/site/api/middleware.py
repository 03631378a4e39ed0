"""Around the API (接口边界): no cookies in, JSON out, limits before anything is read."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from kaocheng.site.api.limiting import STRANGERS, address_of
from kaocheng.site.api.problems import JSON, plain

PREFIX = "/api/v1/"
BODY_MOST = 1 << 20
"""A body that is not a file has at most so many bytes (请求内容上限)."""
_FIRST_ERROR = 400
_KEPT = ("Allow", "Connection", "Retry-After", "WWW-Authenticate")


class ApiBorder:
    """Makes of every answer under the prefix what a program expects, whoever gave it.

    A cookie means nothing here: a browser that is signed in cannot be made to call the API.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing but the prefix is touched."""
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        request.COOKIES = {}
        return _in_json(_barred(request) or self.get_response(request))


def _barred(request: HttpRequest) -> HttpResponse | None:
    """The answer to what is not looked at any further."""
    if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
        return plain(400)
    if "Authorization" not in request.headers and often(request):
        return too_often()
    length = request.META.get("CONTENT_LENGTH") or "0"
    form = (request.content_type or "").startswith("multipart/")
    if not form and length.isdecimal() and int(length) > BODY_MOST:
        told = plain(413)
        told["Connection"] = "close"
        return told
    return None


def often(request: HttpRequest) -> bool:
    """Whether this address has called too often without a token (公开接口频次)."""
    most: int = settings.API_PER_MINUTE
    return STRANGERS.count(address_of(request), timezone.now(), most) > most


def too_often() -> HttpResponse:
    """429."""
    told = plain(429)
    told["Retry-After"] = "60"
    return told


def _in_json(given: HttpResponseBase) -> HttpResponseBase:
    """The answer, or where it is an error page, the same in JSON."""
    if given.status_code < _FIRST_ERROR or given.headers.get("Content-Type", "").startswith(JSON):
        return given
    told = plain(given.status_code)
    for name in _KEPT:
        if name in given.headers:
            told[name] = given.headers[name]
    return told
