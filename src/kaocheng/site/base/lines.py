"""Lines (来线): who is sending how fast, so that no few senders can keep everybody else out.

Each sender that is waited for holds a thread. So only so many are waited for at once, fewer still of one address; who
falls silent or only drips is cut off.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from time import monotonic


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much patience there is (来线限度): lines at once, and of one address; seconds of silence; bytes a second.

    `grace` is how long a line may be slower than `slowest`. An `each` of 0 does not count by address, for where a proxy
    stands before the site all lines come from one.
    """

    most: int = 96
    each: int = 32
    quiet: float = 20
    grace: float = 30
    slowest: int = 4096


@dataclass(slots=True, eq=False)
class Line:
    """A sender that is waited for (一条来线): since when, when it was last heard, how many bytes came."""

    address: str
    began: float
    heard: float
    quiet: float
    got: int = 0

    def hear(self, size: int, now: float) -> None:
        """Something came."""
        self.got, self.heard = self.got + size, now

    def is_over(self, bounds: Bounds, now: float) -> bool:
        """Whether it has been silent too long, or too slow on the whole."""
        slow = self.got < (now - self.began - bounds.grace) * bounds.slowest
        return slow or now - self.heard > self.quiet


Cut = Callable[[str, float], None]
"""Cuts the line of an address that has been silent for so many seconds."""


@dataclass(slots=True)
class Lines:
    """The lines of one process (来线登记); `cut` is told of those that are over."""

    bounds: Bounds
    cut: Cut
    clock: Callable[[], float] = monotonic
    _open: set[Line] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    @contextmanager
    def waited(self, address: str, quiet: float | None = None) -> Iterator[Line | None]:
        """A line that is waited for; None where already too many are, which is then for the caller to refuse."""
        line = self._begin(address, self.bounds.quiet if quiet is None else quiet)
        try:
            yield line
        finally:
            with self._lock:
                self._open.discard(line)

    def _begin(self, address: str, quiet: float) -> Line | None:
        now, each = self.clock(), self.bounds.each
        with self._lock:
            own = Counter(line.address for line in self._open)[address]
            if len(self._open) >= self.bounds.most or (each and own >= each):
                return None
            line = Line(address, now, now, quiet)
            self._open.add(line)
        return line

    def look(self) -> int:
        """Cut what is over; returns how many lines that were."""
        now = self.clock()
        with self._lock:
            over = [line for line in self._open if line.is_over(self.bounds, now)]
        for line in over:
            self.cut(line.address, now - line.heard)
        return len(over)


def watch(*looks: Callable[[], int], every: float = 1) -> Event:
    """Look again and again in a thread of its own, until the returned event is set."""
    stop = Event()

    def run() -> None:
        while not stop.wait(every):
            for look in looks:
                look()

    Thread(target=run, daemon=True, name="lines").start()
    return stop
