"""A progress bar (进度条) on the error stream, shown only to a person at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
_WIDTH = 30
_CLEAR = "\r\x1b[K"


def watched(things: Iterable[T], total: int, *, wanted: bool = True) -> Iterator[T]:
    """The same things, while a bar on the error stream tells how far it has come."""
    if not (wanted and total > 1 and sys.stderr.isatty()):
        yield from things
        return
    _draw(0, total)
    for number, thing in enumerate(things, start=1):
        sys.stderr.write(_CLEAR)
        yield thing
        _draw(number, total)
    sys.stderr.write(_CLEAR)


def _draw(done: int, total: int) -> None:
    full = _WIDTH * done // total
    sys.stderr.write(f"\r核对 [{'█' * full}{'░' * (_WIDTH - full)}] {done}/{total}")
    sys.stderr.flush()
