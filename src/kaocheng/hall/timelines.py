"""Time lines (时间线): how long a ticket stood in each state, told by its events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kaocheng.hall.tickets import QUEUEING, Ticket, TicketEvent, TicketState, evolve


@dataclass(frozen=True, slots=True)
class Stay:
    """One stretch of a ticket's life (一段): state, from, until (None while it lasts), where, how it came."""

    state: TicketState
    since: datetime
    until: datetime | None
    window: str
    kind: str

    @property
    def length(self) -> timedelta:
        """How long it lasted (时长); nothing while it lasts."""
        return self.until - self.since if self.until else timedelta()


def replay(events: Sequence[TicketEvent], number: str) -> Ticket:
    """The ticket its events make (由事件重建号票)."""
    ticket: Ticket | None = None
    for event in events:
        ticket = evolve(ticket, event, number=number)
    if ticket is None:
        raise ValueError(number)
    return ticket


def stays(events: Sequence[TicketEvent]) -> tuple[Stay, ...]:
    """The stretches between the events (逐段时间)."""
    return tuple(_stays(events))


def _stays(events: Sequence[TicketEvent]) -> Iterator[Stay]:
    ticket: Ticket | None = None
    moved = [event for event in events if event.kind != "link_case"]
    ends = [event.at for event in moved[1:]]
    for event, until in zip(moved, [*ends, None], strict=True):
        ticket = evolve(ticket, event)
        yield Stay(
            ticket.state, event.at, None if ticket.ended else until, ticket.window, event.kind
        )


def waiting(line: Sequence[Stay], booked: datetime | None = None) -> timedelta:
    """Time spent waiting for the hall (等候时长): waiting and called, from the booked slot on."""
    return sum((_after(stay, booked) for stay in line if stay.state in QUEUEING), timedelta())


def serving(line: Sequence[Stay]) -> timedelta:
    """Time spent being served (办理时长)."""
    return sum((s.length for s in line if s.state is TicketState.SERVING), timedelta())


def _after(stay: Stay, booked: datetime | None) -> timedelta:
    if stay.until is None:
        return timedelta()
    start = stay.since if booked is None else max(stay.since, booked)
    return max(timedelta(), stay.until - start)
