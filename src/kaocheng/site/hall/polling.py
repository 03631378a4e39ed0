"""Polling (轮询): a screen asks every few seconds and is told in few bytes when nothing is new."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_WEAK = "W/"


def answer(request: HttpRequest, tag: str, make: Callable[[], str]) -> HttpResponse:
    """304 when the asker holds this version already, else the fragment with its tag."""
    quoted = f'"{tag}"'
    held = request.headers.get("If-None-Match", "").removeprefix(_WEAK)
    reply = HttpResponse(status=304) if held == quoted else HttpResponse(make())
    reply["ETag"] = quoted
    reply["Cache-Control"] = "private, no-cache"
    return reply
