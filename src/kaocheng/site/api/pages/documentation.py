"""The documentation (接口文档): the OpenAPI document as a page that people read, made by our own server."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kaocheng.site.api.document import Part, parts_of
from kaocheng.site.api.interface import ABOUT, VERSION, api


def documentation(request: HttpRequest) -> HttpResponse:
    """Every operation: who may call it, what it takes, what it gives."""
    context = {
        "parts": _parts(), "about": ABOUT, "version": VERSION,
        "per_minute": settings.API_PER_MINUTE, "token_per_minute": settings.API_TOKEN_PER_MINUTE,
    }  # fmt: skip
    return render(request, "api/documentation.html", context)


@lru_cache(maxsize=1)
def _parts() -> tuple[Part, ...]:
    return parts_of(api.get_openapi_schema(path_prefix="/api/v1/"))
