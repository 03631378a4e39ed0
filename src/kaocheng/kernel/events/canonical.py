"""Canonical JSON (规范 JSON): one text for one value, so that its digest can be computed again anywhere."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

Facts = Mapping[str, Any]
_WITHOUT_ZONE = len("2026-03-02T01:00:00.000000")
_written_out = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical(value: Any) -> str:
    """The text of a value made of text, whole numbers, booleans, None, lists and mappings.

    Dates, decimals and enumerations are written as text. Raises ValueError for anything that has no single text:
    floats, text a database refuses.
    """
    text = _written_out(_plain(value))
    _check(text)
    return text


def canonical_row(values: Sequence[str | int]) -> str:
    """The same text for a row of nothing but text and whole numbers, without looking into it."""
    return _written_out(values)


def instant(at: datetime) -> str:
    """A moment in UTC with its microseconds, always of the same length."""
    if at.tzinfo is None:
        raise ValueError("事件时间须带时区。")
    return f"{at.astimezone(UTC).isoformat(timespec='microseconds')[:_WITHOUT_ZONE]}Z"


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return _plain(value.value)
    if value is None or isinstance(value, bool | str | int):
        return value
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise ValueError("事件内容的键须是文字。")
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return _written(value)


def _written(value: Any) -> str:
    """What JSON has no form of its own for, as text."""
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise ValueError(f"事件内容里不能有{type(value).__name__}：没有唯一的写法。")


def _check(text: str) -> None:
    if "\\u0000" in text:
        raise ValueError("事件内容里不能有空字符。")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("事件内容里有不成对的代理字符。") from None
