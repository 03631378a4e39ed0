"""The sign of a target (指标方向的写法): ≥120公里, 不少于120公里 and 120公里以上 all mean at least."""

from __future__ import annotations

import re

SYMBOLS = {
    "=": "=",
    "＝": "=",
    "≥": ">=",
    "≧": ">=",
    ">=": ">=",
    ">": ">",
    "＞": ">",
    "≤": "<=",
    "≦": "<=",
    "<=": "<=",
    "<": "<",
    "＜": "<",
}
"""What is printed for each of the five signs."""
_WORDS = {
    ">=": "不低于|不少于|不小于|大于等于|大于或等于|至少|达到",
    ">": "大于|高于|超过",
    "<=": "不高于|不超过|不多于|不大于|小于等于|小于或等于|控制在",
    "<": "小于|低于|少于",
}
_BEHIND = {">=": "及以上|（含）以上|以上", "<=": "及以下|（含）以下|之内|以内|以下"}
_BLANKS = " \u3000\xa0"


def sign_in(text: str) -> tuple[str, str]:
    """The sign of a target and the target without it; the sign is "" where none is written."""
    if found := re.match(r"[=＝≥≧＞>≤≦＜<]+", text):
        return SYMBOLS.get(found[0], ""), text[found.end() :].lstrip(_BLANKS)
    for mark, words in _WORDS.items():
        if found := re.match(words, text):
            return mark, _behind(text[found.end() :])[1].lstrip(_BLANKS)
    return _behind(text)


def _behind(text: str) -> tuple[str, str]:
    """The sign written behind the number (以上、以内)."""
    for mark, words in _BEHIND.items():
        if found := re.search(rf"(?:{words})$", text):
            return mark, text[: found.start()].rstrip(_BLANKS)
    return "", text
