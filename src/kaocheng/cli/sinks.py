"""Where the pieces of a run go (输出): a stream of text, or a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from kaocheng.cli.outputs import part, screen, written
from kaocheng.cli.slips import Slip
from kaocheng.writing.stream import Format, Stream
from kaocheng.writing.summary import Summary

WORKBOOK = "kaocheng.writing.xlsx"


class Sink(Protocol):
    """Takes the slips one by one and then the end."""

    def add(self, slip: Slip) -> None:
        """Write the part of one file."""

    def close(self, summaries: Sequence[Summary]) -> None:
        """Write what stands after the last file."""


class _Text:
    """A text format, every piece written as it comes."""

    def __init__(self, form: Format, file: BinaryIO) -> None:
        self._form, self._file = form, file
        self._stream = Stream(form, lambda piece: file.write(piece.encode("utf-8", "replace")))

    def add(self, slip: Slip) -> None:
        why = slip.summary.unreadable
        read = why is None
        piece = str(slip.fragment or "")
        self._stream.add(piece if read else self._form.unreadable(slip.summary.file, str(why)))
        self._file.flush()  # before the progress bar is drawn again

    def close(self, summaries: Sequence[Summary]) -> None:
        self._stream.close(summaries)


class _Book:
    """A workbook, a sheet a file."""

    def __init__(self, book: Any) -> None:
        self._book = book

    def add(self, slip: Slip) -> None:
        if slip.summary.unreadable is not None:
            self._book.refuse(slip.summary.file, slip.summary.unreadable)
        elif slip.fragment is not None:
            self._book.add(slip.fragment)

    def close(self, summaries: Sequence[Summary]) -> None:
        self._book.close(summaries)


@contextmanager
def text_sink(form: Format, out: Path | None) -> Iterator[Sink]:
    """A text format into a file, or onto the screen when there is none."""
    place: AbstractContextManager[BinaryIO] = written(out) if out else screen()
    with place as file:
        yield _Text(form, file)


@contextmanager
def book_sink(out: Path, *, several: bool) -> Iterator[Sink]:
    """A workbook; `several` files give it a summary in front."""
    with part(out) as path:
        yield _Book(import_module(WORKBOOK).Workbook(path, several=several))
