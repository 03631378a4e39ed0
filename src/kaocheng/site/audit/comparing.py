"""Rows compared with events (登记与事件对照): the apps above say what their events add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from kaocheng.kernel.events import Break, Event


class Comparison(Protocol):
    """Compares the rows of one county with their events, stream by stream (对照)."""

    rows: int
    """How many rows have been compared."""

    def add(self, stream: str, events: Sequence[Event]) -> Iterator[Break]:
        """The events of the next stream; breaks may be told later, when some rows are read at once."""

    def finish(self) -> Iterator[Break]:
        """What is left, and rows that have no events."""


_MADE: dict[str, Callable[[str], Comparison]] = {}


def register_comparison(key: str, make: Callable[[str], Comparison]) -> None:
    """Say how the streams "key/…" of a county are compared; called in `ready()` of the app they belong to."""
    _MADE[key] = make


def comparisons(county: str) -> dict[str, Comparison]:
    """One comparison for each kind of stream that has one."""
    return {key: make(county) for key, make in _MADE.items()}
