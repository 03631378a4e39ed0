"""The forms the output may take (输出格式), each resolved by name when it is wanted."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from kaocheng.cli.refusals import Refused
from kaocheng.cli.sinks import WORKBOOK, Sink, book_sink, text_sink
from kaocheng.kernel.reports import Report
from kaocheng.writing import text
from kaocheng.writing.stream import Format

WRITERS = {
    "json": "kaocheng.writing.jsonl",
    "sarif": "kaocheng.writing.sarif",
    "html": "kaocheng.writing.html",
    "md": "kaocheng.writing.markdown",
}
XLSX = "xlsx"


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


@dataclass(frozen=True, slots=True)
class Form:
    """How a run is written.

    `body` makes the part of one report in the worker that read it; `sink` takes the parts, told
    whether there are several files.
    """

    body: Callable[[Report], object]
    sink: Callable[[bool], AbstractContextManager[Sink]]


def form(name: str, out: Path | None, *, person: bool = False) -> Form:
    """The form of that name, into `out` or onto the screen.

    `person` tells that somebody looks at the screen. Raises Refused for a workbook without `out`.
    """
    if name == XLSX:
        return _workbook(out)
    text_form = Terminal(person=person) if name == "text" else _resolved(name)
    return Form(text_form.body, lambda _: text_sink(text_form, out))


def _resolved(name: str) -> Format:
    found: Format = import_module(WRITERS[name])
    return found


def _workbook(out: Path | None) -> Form:
    if out is None:
        raise Refused("xlsx 格式不能写到屏幕，请用 --out 指定文件。")
    return Form(import_module(WORKBOOK).sheets, lambda several: book_sink(out, several=several))
