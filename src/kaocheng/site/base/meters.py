"""Meters (频次计数): how often somebody has come in a stretch of time, shared by all processes of the site.

Counts stand in the store. Asking it each time would make every call a write, so a process tells it in steps of a
twentieth of what is allowed: two processes together let at most a step each through beyond the limit, and small limits
are exact.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from django.db import connection

from kaocheng.site.base.models import StoredMeter

_BEIJING = 8 * 3600
_STEPS = 20
_ADD = """
INSERT INTO base_storedmeter (key, ends, times) VALUES (%s, %s, %s)
ON CONFLICT (key) DO UPDATE SET times = base_storedmeter.times + excluded.times RETURNING times
"""


@dataclass(slots=True)
class _Known:
    """What the store said last, and what has come since (已知次数)."""

    total: int = 0
    since: int = 0


@dataclass(slots=True)
class Meter:
    """Counts by name in stretches of so many seconds (计数); days begin at midnight in Beijing."""

    name: str
    seconds: int
    _stretch: int = -1
    _known: dict[str, _Known] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def count(self, who: str, at: datetime, most: int) -> int:
        """How often this one has come in the present stretch, this time included; `most` is what is allowed."""
        with self._lock:
            self._turn(at)
            known = self._known.setdefault(who, _Known())
            known.since += 1
            if not known.total or known.since >= max(1, most // _STEPS):
                known.total, known.since = self._tell(who, known.since), 0
            return known.total + known.since

    def seen(self, who: str, at: datetime) -> int:
        """How often it has come so far in all processes, without counting."""
        with self._lock:
            self._turn(at)
            row = StoredMeter.objects.filter(key=self._key(who)).values_list("times", flat=True)
            known = self._known.get(who, _Known())
            return (row.first() or 0) + known.since

    def clear(self) -> None:
        """Forget what this process knows (for tests)."""
        with self._lock:
            self._known.clear()

    def _turn(self, at: datetime) -> None:
        """A new stretch begins at nought, and the rows of old ones go."""
        stretch = (int(at.timestamp()) + _BEIJING) // self.seconds
        if stretch != self._stretch:
            self._known.clear()
            self._stretch = stretch
            StoredMeter.objects.filter(ends__lt=int(at.timestamp())).delete()

    def _tell(self, who: str, times: int) -> int:
        ends = (self._stretch + 2) * self.seconds - _BEIJING
        with connection.cursor() as cursor:
            cursor.execute(_ADD, [self._key(who), ends, times])
            total: int = cursor.fetchone()[0]
        return total

    def _key(self, who: str) -> str:
        return f"{self.name}/{self._stretch}/{who}"[:200]
