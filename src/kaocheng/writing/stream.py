"""Pieces of a batch put together (流式输出): head, documents, tail, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from kaocheng.kernel.reports import Report
from kaocheng.writing.summary import Summary


class Format(Protocol):
    """What every text format offers; a module is such an object."""

    BETWEEN: str

    def head(self) -> str:
        """What stands before the first document."""

    def body(self, report: Report) -> str:
        """One document."""

    def unreadable(self, file: str, why: str) -> str:
        """A document that could not be read."""

    def tail(self, summaries: Sequence[Summary]) -> str:
        """What stands after the last document."""


class Stream:
    """Writes one output as its pieces come, holding none of them."""

    def __init__(self, form: Format, write: Callable[[str], object]) -> None:
        self._form, self._write = form, write
        self._begun = False
        write(form.head())

    def add(self, piece: str) -> None:
        """Write what `body` or `unreadable` gave."""
        if not piece:
            return
        if self._begun:
            self._write(self._form.BETWEEN)
        self._begun = True
        self._write(piece)

    def close(self, summaries: Sequence[Summary]) -> None:
        """Write the end; the stream takes nothing more."""
        self._write(self._form.tail(summaries))
