"""Checking the chain of a stream (核验事件链): what was changed, lost, put in, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kaocheng.kernel.events.faults import Break, Tampering
from kaocheng.kernel.events.records import Event


def check_chain(events: Iterable[Event]) -> Iterator[Break]:
    """What is wrong in events that come stream by stream, each stream in the order of its serials.

    Holds one event at a time. A last event rewritten together with its digest, and events cut off at the end, are
    seen by the seals only.
    """
    for _, stream in groupby(events, key=lambda event: (event.county, event.stream)):
        yield from _checked(stream)


def _checked(stream: Iterable[Event]) -> Iterator[Break]:
    before: Event | None = None
    intact = True
    for event in stream:
        expected = before.serial + 1 if before else 1
        holds = _holds(event)
        if event.serial > expected:
            yield _break(event, expected, event.serial - 1, Tampering.MISSING, "记录缺失")
        elif event.serial < expected:
            yield _break(
                event, event.serial, event.serial, Tampering.INSERTED, "序号重复或不从1开始"
            )
        elif holds and intact and event.previous != (before.digest if before else ""):
            first = before.serial if before else event.serial
            yield _break(
                event, first, first, Tampering.REPLACED,
                f"第{event.serial}条记下的前条摘要与第{first}条不符，第{first}条连同摘要被换过",
            )  # fmt: skip
        if not holds:
            yield _break(event, event.serial, event.serial, Tampering.CHANGED, "内容与摘要不符")
        before, intact = event, holds


def _holds(event: Event) -> bool:
    try:
        return event.computed() == event.digest
    except ValueError:
        return False


def _break(event: Event, first: int, last: int, kind: Tampering, message: str) -> Break:
    span = f"第{first}条" if first == last else f"第{first}至{last}条"
    return Break(event.county, event.stream, first, last, kind, f"{span}：{message}")
