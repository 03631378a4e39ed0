"""When to seal (何时封存): after so many events or so much time, by whichever process gets there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.services.sealing import seal_events


@dataclass(slots=True)
class Pace:
    """What this process has appended since it last sealed (本进程的封存节拍)."""

    count: int = 0
    since: datetime | None = None


@dataclass(slots=True)
class Pacing:
    """The pace of every county this process serves."""

    seal: Callable[..., object] = seal_events
    paces: dict[str, Pace] = field(default_factory=dict)

    def appended(self, county: str, at: datetime) -> None:
        """Note an event, and have the county sealed after the commit when it is time."""
        pace = self.paces.setdefault(county, Pace(since=at))
        pace.count += 1
        if pace.count < most_events() and at - (pace.since or at) < longest():
            return
        pace.count, pace.since = 0, at

        def seal() -> None:  # a function, for Django asks a failing one for its name
            with suppress(Refusal):  # busy: the next turn will do
                self.seal(county=county, at=at)

        transaction.on_commit(seal, robust=True)


def most_events() -> int:
    """After how many events a process seals (每多少条封存一次)."""
    return int(settings.AUDIT_SEAL_EVENTS)


def longest() -> timedelta:
    """After how much time a process seals, at the next event (最长多久封存一次)."""
    return timedelta(minutes=int(settings.AUDIT_SEAL_MINUTES))


PACING = Pacing()
