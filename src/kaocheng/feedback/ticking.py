"""What a move writes into the clocks' ledgers (时限台账): only where the clock can take it."""

from __future__ import annotations

from datetime import datetime

from kaocheng.feedback.moves import Move, Tick
from kaocheng.feedback.records import BadRating, ClockKey, Ledger, TicketEvent
from kaocheng.kernel.clocks import Budget, Entry, Turn

_BEGUN = (Turn.START, Turn.RESUME, Turn.EXTEND)


def started(at: datetime, cause: str) -> tuple[Entry, ...]:
    """A ledger that has just begun."""
    return (Entry(Turn.START, at, cause),)


def ticked(ticket: BadRating, move: Move, event: TicketEvent) -> tuple[Ledger, ...]:
    """The ledgers after a move; a stopped clock is left alone, and only a paused one resumes."""
    wanted = {tick.of: tick for tick in move.ticks}
    return tuple(
        Ledger(clock, (*entries, *_entry(ticket, wanted.get(clock), entries, event, move.title)))
        for clock in ClockKey
        if (entries := ticket.ledger(clock)) or clock in wanted
    )


def _entry(
    ticket: BadRating,
    tick: Tick | None,
    entries: tuple[Entry, ...],
    event: TicketEvent,
    cause: str,
) -> tuple[Entry, ...]:
    if tick is None or not _takes(tick.turn, entries, ticket):
        return ()
    extra = Budget(ticket.asked_days or 0) if tick.turn is Turn.EXTEND else None
    return (Entry(tick.turn, event.at, cause, approver=event.actor, extra=extra),)


def _takes(turn: Turn, entries: tuple[Entry, ...], ticket: BadRating) -> bool:
    last = entries[-1].turn if entries else Turn.STOP
    running = bool(entries) and last in _BEGUN
    if turn is Turn.START:
        return not entries
    if turn is Turn.PAUSE:
        return running and ticket.allowed.appeal_pauses
    if turn is Turn.RESUME:
        return last is Turn.PAUSE
    return bool(entries) and last is not Turn.STOP
