"""Streams of made-up events, and seals over them, for the tests of the audit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from kaocheng.kernel.events import Act, Event, Grown, Head, Seal, SealedHead, chained, sealed

COUNTY = "510904"
BEGIN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def stream(name: str, length: int, algorithm: str = "sha256") -> list[Event]:
    """A chain of so many events."""
    found: list[Event] = []
    for number in range(length):
        last = Head(found[-1].serial, found[-1].digest) if found else None
        act = Act(
            COUNTY,
            name,
            BEGIN + timedelta(minutes=number),
            "clerk",
            "window_clerk",
            f"第{number}步",
        )
        found.append(
            chained(act, {"金额": number, "材料": ["身份证", None, True]}, last, algorithm)
        )
    return found


def heads(*streams: Sequence[Event]) -> tuple[SealedHead, ...]:
    """The last events of streams."""
    return tuple(SealedHead(s[-1].stream, s[-1].serial, s[-1].digest) for s in streams)


def seal(number: int, sealed_heads: Sequence[SealedHead], last: Seal | None = None) -> Seal:
    """A seal over these heads."""
    grown = Grown(len(sealed_heads) * 3, number * 100, sealed_heads)
    return sealed(COUNTY, BEGIN + timedelta(hours=number), grown, "sha256", last)
