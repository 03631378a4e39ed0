"""Tickets (号票): the states of a queue ticket, what is known of it, and how its events make it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

_SECOND = 1_000_000


class TicketState(StrEnum):
    """Where a ticket stands (号票状态)."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    FINISHED = "finished"
    PASSED = "passed"
    ABANDONED = "abandoned"

    @property
    def chinese(self) -> str:
        """The official word (状态名称)."""
        return _WORDS[self]


_WORDS = {
    TicketState.WAITING: "等候",
    TicketState.CALLED: "叫号",
    TicketState.SERVING: "办理中",
    TicketState.FINISHED: "完成",
    TicketState.PASSED: "过号",
    TicketState.ABANDONED: "弃号",
}
ENDED = frozenset({TicketState.FINISHED, TicketState.ABANDONED})
"""States nothing leads out of (终态)."""
QUEUEING = frozenset({TicketState.WAITING, TicketState.CALLED})
"""States in which the person waits for the hall (等候计时)."""


@dataclass(frozen=True, slots=True)
class TicketEvent:
    """What happened to a ticket (号票事件): the move, when, by whom, and its facts as plain values."""

    kind: str
    at: datetime
    actor: str = ""
    role: str = ""
    facts: Mapping[str, Any] = ()  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Ticket:
    """A queue ticket (号票).

    `number` is unique in the county, `label` is what is called (A001); `rank_at` is the moment its place
    in the queue goes by (排位时刻): when it was taken, less the head start of a priority. `reserved` is
    the window it was sent to (转窗), `slot_start`/`slot_end` the booked slot. `since` is when the present state
    began; `waited` and `served` are whole microseconds spent so far waiting for the hall and being
    served; `serial` counts the events.
    """

    number: str
    hall: str
    day: date
    group: str
    label: str
    taken_at: datetime
    rank_at: datetime
    since: datetime
    state: TicketState = TicketState.WAITING
    item: str = ""
    channel: str = ""
    priority: str = ""
    appointment: str = ""
    slot_start: datetime | None = None
    slot_end: datetime | None = None
    window: str = ""
    reserved: str = ""
    clerk: str = ""
    calls: int = 0
    rejoins: int = 0
    transfers: int = 0
    waited: int = 0
    served: int = 0
    called_at: datetime | None = None
    served_at: datetime | None = None
    ended_at: datetime | None = None
    cases: tuple[str, ...] = ()
    cut_off: bool = False
    serial: int = 1

    @property
    def ended(self) -> bool:
        """Whether nothing more can happen to it but a case linked (是否已结束)."""
        return self.state in ENDED

    def said(self) -> str:
        """The ticket and its state in words (号票及状态)."""
        return f"号票{self.label}（{self.state.chinese}）"


def evolve(ticket: Ticket | None, event: TicketEvent, *, number: str = "") -> Ticket:
    """The ticket after one more event (由事件得到号票); the first event makes it."""
    if ticket is None:
        return _taken(event, number)
    changed: dict[str, Any] = dict(_CHANGES[event.kind](ticket, event))
    changed["serial"] = ticket.serial + 1
    if event.kind != "link_case":
        changed |= _spent(ticket, event.at) | {"since": event.at}
        if changed.get("state") in ENDED:
            changed["ended_at"] = event.at
    return replace(ticket, **changed)


def _spent(ticket: Ticket, at: datetime) -> dict[str, Any]:
    """The time of the state that ends here, on the account it belongs to (计时归集)."""
    start = ticket.since
    if ticket.state in QUEUEING:
        if ticket.slot_start is not None:
            start = max(start, ticket.slot_start)  # who comes before the slot waits by choice
        return {"waited": ticket.waited + _between(start, at)}
    if ticket.state is TicketState.SERVING:
        return {"served": ticket.served + _between(start, at)}
    return {}


def _between(start: datetime, end: datetime) -> int:
    passed = end - start
    return max(0, (passed.days * 86_400 + passed.seconds) * _SECOND + passed.microseconds)


def _taken(event: TicketEvent, number: str) -> Ticket:
    facts = event.facts
    return Ticket(
        number,
        facts["hall"],
        date.fromisoformat(facts["day"]),
        facts["group"],
        facts["label"],
        event.at,
        _moment(facts["rank_at"]),
        event.at,
        item=facts.get("item", ""),
        channel=facts.get("channel", ""),
        priority=facts.get("priority", ""),
        appointment=facts.get("appointment", ""),
        slot_start=_moment_or_none(facts.get("slot_start")),
        slot_end=_moment_or_none(facts.get("slot_end")),
    )


def _called(_ticket: Ticket, event: TicketEvent) -> dict[str, Any]:
    return {
        "state": TicketState.CALLED,
        "window": event.facts["window"],
        "reserved": "",
        "clerk": event.actor,
        "calls": 1,
        "called_at": event.at,
    }


def _recalled(ticket: Ticket, event: TicketEvent) -> dict[str, Any]:
    return {"calls": ticket.calls + 1, "called_at": event.at}


def _serving(ticket: Ticket, event: TicketEvent) -> dict[str, Any]:
    return {"state": TicketState.SERVING, "served_at": ticket.served_at or event.at}


def _rejoined(ticket: Ticket, event: TicketEvent) -> dict[str, Any]:
    return {
        "state": TicketState.WAITING,
        "rank_at": _moment(event.facts["rank_at"]),
        "rejoins": ticket.rejoins + 1,
        "window": "",
        "clerk": "",
        "calls": 0,
        "slot_start": None,
        "slot_end": None,
    }


def _transferred(ticket: Ticket, event: TicketEvent) -> dict[str, Any]:
    return {
        "state": TicketState.WAITING,
        "group": event.facts["group"],
        "reserved": event.facts["window"],
        "transfers": ticket.transfers + 1,
        "window": "",
        "clerk": "",
        "calls": 0,
    }


def _ended(state: TicketState, *, cut_off: bool = False) -> Any:
    return lambda _ticket, _event: {"state": state, "cut_off": cut_off}


_CHANGES: Mapping[str, Any] = {
    "call": _called,
    "call_back": _called,
    "recall": _recalled,
    "serve": _serving,
    "finish": _ended(TicketState.FINISHED),
    "cut_off": _ended(TicketState.FINISHED, cut_off=True),
    "pass_over": _ended(TicketState.PASSED),
    "give_up": _ended(TicketState.ABANDONED),
    "lapse": _ended(TicketState.ABANDONED),
    "rejoin": _rejoined,
    "transfer": _transferred,
    "release": lambda _ticket, _event: {"reserved": ""},
    "link_case": lambda ticket, event: {"cases": (*ticket.cases, event.facts["case"])},
}


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _moment_or_none(text: str | None) -> datetime | None:
    return _moment(text) if text else None
