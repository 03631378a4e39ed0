"""Readers (收方): who takes his answer too slowly is cut off, so that it does not wait here for ever.

The server tells nobody how far an answer has gone; the system knows what waits on a connection and what the other side
has acknowledged. Elsewhere than on Linux nobody is cut off, and the counts of `gate` alone protect.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from time import monotonic

from kaocheng.site.base.lines import Bounds, Line
from kaocheng.site.base.sockets import Unread, close_connection, unread


@dataclass(slots=True)
class _Reading:
    """A connection something waits on (在收): its pace, and how much had been acknowledged when last seen."""

    line: Line
    acked: int


@dataclass(slots=True)
class Readers:
    """Those who are reading (收方登记): each answer is timed from when something first waits until nothing does."""

    bounds: Bounds
    asked: Callable[[], Iterable[tuple[Unread, int]]] = unread
    cut: Callable[[Unread], None] = close_connection
    clock: Callable[[], float] = monotonic
    _seen: dict[Unread, _Reading] = field(default_factory=dict)

    def look(self) -> int:
        """Cut whoever takes nothing, or too little on the whole; returns how many that were."""
        now, still = self.clock(), {}
        for one, acked in self.asked():
            still[one] = self._followed(one, acked, now)
        self._seen = still
        over = [one for one, how in still.items() if how.line.is_over(self.bounds, now)]
        for one in over:
            self.cut(one)
        return len(over)

    def _followed(self, one: Unread, acked: int, now: float) -> _Reading:
        how = self._seen.get(one)
        if how is None:
            return _Reading(Line(one.address, now, now, self.bounds.quiet), acked)
        if acked > how.acked:
            how.line.hear(acked - how.acked, now)
            how.acked = acked
        return how
