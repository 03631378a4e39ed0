"""Reading what is sent (读取请求): JSON that every store can hold, or a refusal that says what is wrong."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from django.http import HttpRequest
from ninja.parser import Parser

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.api.problems import JSON

DEEPEST = 16
UNUSABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL, which PostgreSQL does not store, and halves of characters, which nothing stores."""


class CleanParser(Parser):
    """Reads a body strictly: UTF-8, one JSON value, not too deep, no character that cannot be kept."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The value; a Refusal for anything else."""
        if request.content_type != JSON:
            raise Refusal("api.type", "请求内容不是 application/json。", "请核对 Content-Type。")
        try:
            value = json.loads(request.body.decode("utf-8"), parse_constant=_no_number)
        except (ValueError, RecursionError) as fault:
            raise Refusal(
                "api.json", "请求内容不是合法的 JSON。", "请用 UTF-8 编码重发。"
            ) from fault
        _check(value)
        return value


def _check(value: Any) -> None:
    waiting: list[tuple[Any, int]] = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        if depth > DEEPEST:
            raise Refusal("api.json", f"请求内容嵌套超过 {DEEPEST} 层。", "请对照接口文档。")
        if isinstance(one, str) and UNUSABLE.search(one):
            raise Refusal(
                "api.text", "文字里有不能使用的字符（空字符或半个字符）。", "请去掉后再发。"
            )
        if isinstance(one, dict):
            waiting += [(part, depth + 1) for pair in one.items() for part in pair]
        elif isinstance(one, list):
            waiting += [(part, depth + 1) for part in one]


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)
