"""Events (事件): what happened to one thing, each bound to the one before by its digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kaocheng.kernel.events.canonical import Facts, canonical, canonical_row, instant
from kaocheng.kernel.events.digests import Algorithm, digest


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a stream (事件).

    `stream` names the thing ("case/…", "ticket/…"), `serial` counts from 1 in it, `actor` is an account's
    user name or "system", `facts` canonical JSON without personal data, `previous` the digest of the event before
    ("" for the first), `algorithm` names how `digest` was computed.
    """

    county: str
    stream: str
    serial: int
    at: datetime
    actor: str
    role: str
    kind: str
    facts: str
    previous: str
    algorithm: str
    digest: str

    def computed(self) -> str:
        """The digest its content has now."""
        return digest(self.algorithm, self.content())

    def content(self) -> str:
        """The text the digest is taken over."""
        return _content(self, self.serial, self.facts, self.previous, self.algorithm)


@dataclass(frozen=True, slots=True)
class Head:
    """The last event of a stream (流首): what the next one is chained to."""

    serial: int
    digest: str


@dataclass(frozen=True, slots=True)
class Act:
    """What was done (行为): in which stream, when, by whom, in which role, of which kind."""

    county: str
    stream: str
    at: datetime
    actor: str
    role: str
    kind: str


def chained(
    act: Act,
    facts: Facts,
    previous: Head | None = None,
    algorithm: str = Algorithm.SHA256,
) -> Event:
    """The next event of a stream, bound to the last one.

    Raises ValueError when the facts have no canonical text.
    """
    return chained_text(act, canonical(dict(facts)), previous, algorithm)


def chained_text(act: Act, facts: str, previous: Head | None, algorithm: str) -> Event:
    """The same from facts that are canonical text already."""
    serial, before = (previous.serial + 1, previous.digest) if previous else (1, "")
    content = _content(act, serial, facts, before, str(algorithm))
    return Event(
        act.county, act.stream, serial, act.at, act.actor, act.role, act.kind, facts, before,
        str(algorithm), digest(algorithm, content),
    )  # fmt: skip


def _content(told: Act | Event, serial: int, facts: str, previous: str, algorithm: str) -> str:
    """The text a digest is taken over."""
    head = canonical_row(
        [
            algorithm, told.county, told.stream, serial, instant(told.at), told.actor, told.role,
            told.kind, previous,
        ]
    )  # fmt: skip
    return f"{head[:-1]},{facts}]"
