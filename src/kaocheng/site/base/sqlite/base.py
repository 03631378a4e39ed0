"""The database wrapper Django looks for here: a transaction waits its turn in small steps (等候写入).

SQLite lets one write at a time, and who finds another writing sleeps 1, 2, 5, 10 … 100 ms between two looks, while
a move of a case is stored in less than one. Here one thread of a process looks, at short intervals, and the others
stand behind it. Who may write, and what is said when all patience was in vain, is left to SQLite.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from sqlite3 import SQLITE_BUSY
from threading import Lock
from time import monotonic, sleep
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

_FIRST, _GROWTH, _LONGEST = 0.0002, 1.25, 0.005
"""Seconds between two looks: at first, by how much they grow, and at most."""
_PATIENCE = 5.0
"""Seconds, where the settings name none: as the driver has it."""
_PRIMARY = 0xFF
"""The part of an error code that says what it is; the rest says why."""
_DOOR = Lock()
"""Held by the thread that looks, not while it writes."""


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection to a store in a file (数据库连接)."""

    def create_cursor(self, name: Any = None) -> Cursor:
        """A cursor of the driver."""
        cursor: Cursor = self.connection.cursor(factory=Cursor)
        return cursor

    def _start_transaction_under_autocommit(self) -> None:
        patience = float(self.settings_dict["OPTIONS"].get("timeout", _PATIENCE))
        until = monotonic() + patience
        held = _DOOR.acquire(timeout=patience)
        try:
            self._wait_in_driver(0)
            for pause in _pauses():
                if self._begun(last=not held or monotonic() + pause > until):
                    return
                sleep(pause)
        finally:
            self._wait_in_driver(patience)
            if held:
                _DOOR.release()

    def _begun(self, *, last: bool) -> bool:
        """Whether the transaction has begun; when it has not, the last time its error is raised."""
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # missing in stubs
        except OperationalError as error:
            if last or not _is_busy(error):
                raise
            return False
        return True

    def _wait_in_driver(self, seconds: float) -> None:
        self.connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")


class Cursor(base.SQLiteCursorWrapper):
    """A cursor that keeps how a statement is written for the driver."""

    def convert_query(self, query: str, *, param_names: list[str] | None = None) -> str:
        """The statement with the driver's marks in the places of its values."""
        if param_names is None:
            return _marked(query)
        return super().convert_query(query, param_names=param_names)


@lru_cache(maxsize=1024)
def _marked(query: str) -> str:
    return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")


def _pauses() -> Iterator[float]:
    pause = _FIRST
    while True:
        yield pause
        pause = min(pause * _GROWTH, _LONGEST)


def _is_busy(error: OperationalError) -> bool:
    """Whether somebody else is writing."""
    code: int = getattr(error.__cause__, "sqlite_errorcode", 0)
    return code & _PRIMARY == SQLITE_BUSY
