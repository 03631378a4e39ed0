"""Checking the chain of a stream (核验事件链): what was changed, lost, put in, cut off, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from kaocheng.kernel.events.faults import Break, Tampering
from kaocheng.kernel.events.records import Event
from kaocheng.kernel.events.seals import SealedHead

_COMPARED = 20


def check_chain(events: Iterable[Event]) -> Iterator[Break]:
    """What is wrong in events that come stream by stream, each stream in the order of its serials.

    Without seals, a last event rewritten together with its digest, and events cut off at the end, go unseen.
    """
    for _, stream in groupby(events, key=lambda event: (event.county, event.stream)):
        yield from check_stream(stream)


def check_stream(events: Iterable[Event], heads: Sequence[SealedHead] = ()) -> Iterator[Break]:
    """What is wrong in one stream, held against its sealed heads in their order.

    Holds one event at a time, and the few that fail.
    """
    walk = _Walk(list(heads))
    found = [fault for event in events for fault in walk.step(event)]
    found += walk.end()
    for fault in sorted(dict.fromkeys(found), key=lambda fault: (fault.first, fault.last)):
        if not any(_narrower(other, fault) for other in found):
            yield fault


def _narrower(other: Break, fault: Break) -> bool:
    """Whether the other says the same of fewer events."""
    inside = fault.first <= other.first and other.last <= fault.last
    fewer = other.last - other.first < fault.last - fault.first
    return fault.kind is other.kind is Tampering.REPLACED and inside and fewer


@dataclass(slots=True)
class _Walk:
    """Where the check of one stream stands.

    `torn` are the serials that do not join with the next, `agreed` tells which sealed heads were met as they
    were sealed, `vouched` the last one met.
    """

    heads: list[SealedHead]
    before: Event | None = None
    broken: bool = False
    vouched: int = 0
    failed: list[Event] = field(default_factory=list)
    torn: list[int] = field(default_factory=list)
    agreed: dict[int, bool] = field(default_factory=dict)
    met: int = 0

    def step(self, event: Event) -> Iterator[Break]:
        """Look at the next event."""
        last = self.before.serial if self.before else 0
        holds = _holds(event)
        if event.serial <= last:
            yield _break(event, event.serial, event.serial, Tampering.INSERTED, "序号不应出现")
        elif event.serial > last + 1:
            yield _break(event, last + 1, event.serial - 1, Tampering.MISSING, "记录缺失")
        elif holds and not self.broken and event.previous != self._previous():
            self.torn.append(last)
        if not holds:
            self.failed.append(event)
        yield from self._against_heads(event, holds=holds)
        self.before, self.broken = event, not holds

    def end(self) -> Iterator[Break]:
        """Look at what is left when the stream ends."""
        yield from _failures(self.failed)
        last = self.before
        if last:
            yield from self._replaced(last)
        if last and self.met < len(self.heads) and self.heads[-1].serial > last.serial:
            first, final = last.serial + 1, self.heads[-1].serial
            yield _break(last, first, final, Tampering.TRUNCATED, "封存之后被截去")

    def _replaced(self, last: Event) -> Iterator[Break]:
        """Which event was written anew where two neighbours do not join."""
        message = "与相邻的一条不再相连，连同摘要被换过"
        for serial in self.torn:
            if serial and serial - 1 in self.torn:
                continue  # torn on both sides: said of the tear before it
            first, final = self._torn_at(serial, last.serial)
            yield _break(last, first, final, Tampering.REPLACED, message)

    def _torn_at(self, serial: int, end: int) -> tuple[int, int]:
        """The event to blame for the tear between `serial` and the next; both where nothing tells."""
        following = serial + 1
        if following in self.torn or serial == 0:
            return following, following
        if following < end or self.agreed.get(following) or self.agreed.get(serial) is False:
            return serial, serial
        if self.agreed.get(serial) or self.agreed.get(following) is False:
            return following, following
        return serial, following

    def _previous(self) -> str:
        return self.before.digest if self.before else ""

    def _against_heads(self, event: Event, *, holds: bool) -> Iterator[Break]:
        """Hold the event against every seal put on it."""
        while self.met < len(self.heads) and self.heads[self.met].serial <= event.serial:
            head = self.heads[self.met]
            self.met += 1
            if head.serial == event.serial:
                self.agreed[event.serial] = head.digest == event.digest
            if head.serial == event.serial and head.digest != event.digest and holds:
                message = "与封存时的摘要不符，连同摘要被换过"
                first = min(self.vouched + 1, event.serial)
                yield _break(event, first, event.serial, Tampering.REPLACED, message)
            self.vouched = head.serial


def _failures(failed: list[Event]) -> Iterator[Break]:
    """Events that do not match their digests: exchanged with one another, or changed."""
    for event in failed:
        other = _exchanged(event, failed[:_COMPARED])
        if other:
            message = f"原是第{other}条，序号被对调"
            yield _break(event, event.serial, event.serial, Tampering.SWAPPED, message)
        else:
            yield _break(event, event.serial, event.serial, Tampering.CHANGED, "内容与摘要不符")


def _exchanged(event: Event, failed: list[Event]) -> int:
    """The serial under which the event's content matches its digest, 0 when there is none."""
    others = (other.serial for other in failed if other.serial != event.serial)
    return next((serial for serial in others if _holds(replace(event, serial=serial))), 0)


def _holds(event: Event) -> bool:
    try:
        return event.computed() == event.digest
    except ValueError:
        return False


def _break(event: Event, first: int, last: int, kind: Tampering, message: str) -> Break:
    span = f"第{first}条" if first == last else f"第{first}至{last}条"
    return Break(event.county, event.stream, first, last, kind, f"{span}：{message}")
