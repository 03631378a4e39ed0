"""The API (接口): its parts under /api/v1/, and the document that describes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from kaocheng.site.api.errors import handle_errors
from kaocheng.site.api.parsing import CleanParser
from kaocheng.site.api.routes import cases, catalogue, rating, tickets, tracking

VERSION = "1.0.0"
NAMESPACE = "api:v1"
"""Of the URLs: `v1` within the addresses of the app."""
ABOUT = (
    "政务服务大厅的接口：查事项、申办、查进度、评价、取号。字段和代码依 GB/T 39046-2020 和 GB/T 39554-2020，"
    "标准没有的写明是本系统所定。内容为 UTF-8 的 JSON，时间带时区，日期写作 2026-03-02。"
)


class _Chinese(JSONRenderer):
    """JSON in which Chinese stands as itself."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False}

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        """The value as bytes."""
        text: str = super().render(request, data, response_status=response_status)
        return text.encode("utf-8", "replace")


def make_api() -> NinjaAPI:
    """The API with all its operations."""
    made = NinjaAPI(
        title="政务服务大厅接口",
        version=VERSION,
        description=ABOUT,
        docs_url=None,
        urls_namespace=NAMESPACE,
        parser=CleanParser(),
        renderer=_Chinese(),
    )
    handle_errors(made)
    for part in (catalogue, cases, tracking, rating, tickets):
        made.add_router("", part.router)
    return made


api = make_api()
