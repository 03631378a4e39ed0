"""Names of worksheets (工作表名) that every spreadsheet program accepts."""

from __future__ import annotations

import re

from kaocheng.writing.safe import one_line

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31
_RESERVED = "history"


class SheetNames:
    """Gives each name once: at most 31 characters, without what is forbidden, case ignored."""

    def __init__(self) -> None:
        self._taken: set[str] = {_RESERVED}

    def take(self, wanted: str) -> str:
        """The wanted name, or the nearest one that is allowed and free."""
        base = _FORBIDDEN.sub(" ", one_line(wanted)).strip(" '")[:_LONGEST].strip(" '") or "文件"
        name, number = base, 1
        while _units(name) > _LONGEST or name.casefold() in self._taken:
            number += 1
            ending = f"（{number}）"
            name = _cut(base, _LONGEST - len(ending)) + ending
        self._taken.add(name.casefold())
        return name


def _cut(text: str, most: int) -> str:
    while _units(text) > most:
        text = text[:-1]
    return text.rstrip(" '")


def _units(text: str) -> int:
    """Length as spreadsheet programs count it: a rare character takes two."""
    return len(text.encode("utf-16-le", "replace")) // 2
