"""Long work told step by step (进度): one line on the error stream, only to a person at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_CLEAR = "\r\x1b[K"


class Stages:
    """Shows the step that is going on and takes it away again."""

    def __init__(self, *, wanted: bool = True) -> None:
        self._shown = wanted and sys.stderr.isatty()
        self._number = 0

    @contextmanager
    def shown(self, words: str) -> Iterator[None]:
        """While inside, the step stands on the last line of the terminal."""
        self._number += 1
        if self._shown:
            sys.stderr.write(f"{_CLEAR}{self._number} {words}……")
            sys.stderr.flush()
        try:
            yield
        finally:
            if self._shown:
                sys.stderr.write(_CLEAR)
                sys.stderr.flush()
