"""Limits of how often (频次限制): counted in the memory of the process, each process for itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from django.conf import settings
from django.http import HttpRequest

_MOST_KNOWN = 100_000
_DAY = 86_400


@dataclass(slots=True)
class Meter:
    """Counts by name in stretches of so many seconds (计数); a new stretch begins at nought."""

    seconds: int
    _stretch: int = -1
    _counts: Counter[str] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock)

    def count(self, name: str, at: datetime) -> int:
        """How often this name has come in the present stretch, this time included."""
        stretch = int(at.timestamp()) // self.seconds
        with self._lock:
            if stretch != self._stretch or len(self._counts) > _MOST_KNOWN:
                self._counts.clear()
                self._stretch = stretch
            self._counts[name] += 1
            return self._counts[name]

    def seen(self, name: str, at: datetime) -> int:
        """How often it has come so far, without counting."""
        with self._lock:
            now = int(at.timestamp()) // self.seconds == self._stretch
            return self._counts[name] if now else 0

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._counts.clear()


STRANGERS = Meter(60)
"""Calls without a token, by address."""
FAILURES = Meter(60)
"""Calls with a token that opens nothing, by address."""
CALLERS = Meter(60)
"""Calls with a token, by token."""
TICKETS = Meter(_DAY)
"""Tickets taken online, by applicant."""


def address_of(request: HttpRequest) -> str:
    """The address a request came from (来访地址): behind a proxy, what the nearest proxy has seen."""
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return str(seen.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", ""))
