"""Measures of the hall (大厅运行的量): each number with its formula and the tickets that prove it."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path
from statistics import median

from kaocheng.hall.tickets import Ticket, TicketState

_FILE = Path(__file__).parent / "measures.toml"
_MINUTE = Decimal(60_000_000)
_HOUR = Decimal(3600)
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Measured:
    """A measured figure (实测值): value (None when there is nothing to measure), unit, formula, tickets."""

    key: str
    name: str
    value: Decimal | None
    unit: str
    formula: str
    tickets: tuple[str, ...]

    @property
    def text(self) -> str:
        """As it is printed (显示): one decimal, or —— when there is nothing to measure."""
        return "——" if self.value is None else f"{self.number}{self.unit}"

    @property
    def number(self) -> str:
        """The value without its unit (数值)."""
        return "——" if self.value is None else f"{self.value.quantize(_TENTH, ROUND_HALF_UP)}"


@dataclass(frozen=True, slots=True)
class Hour:
    """The load of one hour (分时负荷): tickets taken, tickets finished, the mean wait of those taken."""

    hour: int
    taken: tuple[str, ...]
    finished: tuple[str, ...]
    mean_wait: Measured


def mean_wait(tickets: Iterable[Ticket]) -> Measured:
    """平均等候时间."""
    return _of_waits("mean_wait", tickets, lambda waits: sum(waits, Decimal(0)) / len(waits))


def median_wait(tickets: Iterable[Ticket]) -> Measured:
    """等候时间中位数."""
    return _of_waits("median_wait", tickets, lambda waits: Decimal(median(waits)))


def p90_wait(tickets: Iterable[Ticket]) -> Measured:
    """九成群众等候不超过 (nearest rank)."""
    return _of_waits("p90_wait", tickets, lambda w: w[math.ceil(Decimal("0.9") * len(w)) - 1])


def mean_service(tickets: Iterable[Ticket]) -> Measured:
    """平均办理时间."""
    done = [t for t in tickets if t.state is TicketState.FINISHED and not t.cut_off]
    total = sum((Decimal(t.served) for t in done), Decimal(0))
    return _measured("mean_service", total / _MINUTE / len(done) if done else None, done)


def per_window_hour(tickets: Iterable[Ticket], open_seconds: int) -> Measured:
    """每窗口每小时办理; `open_seconds` is the time all windows were open, pauses left out."""
    done = [t for t in tickets if t.state is TicketState.FINISHED]
    value = len(done) * _HOUR / open_seconds if open_seconds > 0 else None
    return _measured("per_window_hour", value, done)


def abandonment(tickets: Iterable[Ticket]) -> Measured:
    """弃号率; the tickets given are the abandoned ones."""
    ended = [t for t in tickets if t.ended]
    gone = [t for t in ended if t.state is TicketState.ABANDONED]
    value = Decimal(100 * len(gone)) / len(ended) if ended else None
    return _measured("abandonment", value, gone)


def by_hour(tickets: Iterable[Ticket]) -> tuple[Hour, ...]:
    """The load hour by hour, from the first to the last hour anything happened (分时负荷).

    Times are taken as they are given: pass tickets in local time.
    """
    tickets = tuple(tickets)
    ended = [t for t in tickets if t.state is TicketState.FINISHED and t.ended_at is not None]
    hours = [t.taken_at.hour for t in tickets] + [t.ended_at.hour for t in ended if t.ended_at]
    if not hours:
        return ()
    return tuple(_hour(hour, tickets, ended) for hour in range(min(hours), max(hours) + 1))


def hall_measures(tickets: Sequence[Ticket], open_seconds: int) -> tuple[Measured, ...]:
    """All measures of a set of tickets (全部量)."""
    return (
        mean_wait(tickets),
        median_wait(tickets),
        p90_wait(tickets),
        mean_service(tickets),
        per_window_hour(tickets, open_seconds),
        abandonment(tickets),
    )


def _hour(hour: int, tickets: tuple[Ticket, ...], ended: list[Ticket]) -> Hour:
    taken = [t for t in tickets if t.taken_at.hour == hour]
    finished = [t for t in ended if t.ended_at and t.ended_at.hour == hour]
    return Hour(
        hour, tuple(t.number for t in taken), tuple(t.number for t in finished), mean_wait(taken)
    )


def _of_waits(
    key: str, tickets: Iterable[Ticket], value: Callable[[list[Decimal]], Decimal]
) -> Measured:
    begun = sorted((t for t in tickets if t.served_at is not None), key=lambda t: t.waited)
    waits = [Decimal(ticket.waited) for ticket in begun]
    return _measured(key, value(waits) / _MINUTE if waits else None, begun)


def _measured(key: str, value: Decimal | None, tickets: Sequence[Ticket]) -> Measured:
    told = _told()[key]
    numbers = tuple(ticket.number for ticket in tickets)
    return Measured(key, told["name"], value, told["unit"], told["formula"], numbers)


@lru_cache(maxsize=None)
def definitions() -> Mapping[str, str]:
    """What waiting and serving time mean, in words for the page (口径)."""
    return _told()["definitions"]


@lru_cache(maxsize=None)
def _told() -> Mapping[str, Mapping[str, str]]:
    with _FILE.open("rb") as file:
        return tomllib.load(file)
