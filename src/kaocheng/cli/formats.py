"""The forms the output may take (输出格式), each resolved by name when it is wanted."""

from __future__ import annotations

import os
from importlib import import_module

from kaocheng.kernel.reports import Report
from kaocheng.writing import text
from kaocheng.writing.stream import Format

WRITERS = {
    "json": "kaocheng.writing.jsonl",
    "sarif": "kaocheng.writing.sarif",
    "html": "kaocheng.writing.html",
    "xlsx": "kaocheng.writing.xlsx",
    "md": "kaocheng.writing.markdown",
}
BINARY = frozenset({"xlsx"})


class Terminal:
    """The text format, in colours where a person looks at it (NO_COLOR is obeyed)."""

    BETWEEN = text.BETWEEN
    head = staticmethod(text.head)
    tail = staticmethod(text.tail)

    def __init__(self, *, person: bool) -> None:
        self._colour = person and not os.environ.get("NO_COLOR")

    def body(self, report: Report) -> str:
        """One document."""
        return text.body(report, colour=self._colour)

    def unreadable(self, file: str, why: str) -> str:
        """A document that could not be read."""
        return text.unreadable(file, why, colour=self._colour)


def writer(name: str, *, person: bool = False) -> Format:
    """The writer of a format; `person` tells that somebody looks at it on a terminal."""
    if name == "text":
        return Terminal(person=person)
    form: Format = import_module(WRITERS[name])
    return form
