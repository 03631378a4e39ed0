"""The table of moves of a bad rating (差评工单流转表), read from moves.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaocheng.feedback.records import ClockKey, TicketState
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import Turn

SAME = "@same"
BEFORE = "@before"


@dataclass(frozen=True, slots=True)
class MoveField:
    """Something to be filled in for a move (要填的内容): text, choice, count or account."""

    name: str
    label: str
    kind: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """What a move does to one clock (时限动作)."""

    of: ClockKey
    turn: Turn


@dataclass(frozen=True, slots=True)
class Move:
    """One move (流转): who may make it from where, what must hold, what is given, where it leads."""

    key: str
    title: str
    about: str
    sources: tuple[TicketState, ...]
    target: str
    roles: frozenset[Role]
    guards: tuple[str, ...]
    fields: tuple[MoveField, ...]
    ticks: tuple[Tick, ...]

    def leads_to(self, state: TicketState, before: TicketState | None) -> TicketState:
        """The state after the move."""
        if self.target == SAME:
            return state
        if self.target == BEFORE:
            return before or TicketState.PENDING
        return TicketState(self.target)


@lru_cache(maxsize=None)
def moves() -> dict[str, Move]:
    """All moves by their keys, in the order in which they are offered (流转表)."""
    text = Path(__file__).with_suffix(".toml").read_text("utf-8")
    return {raw["key"]: _move(raw) for raw in tomllib.loads(text)["move"]}


def _move(raw: dict[str, Any]) -> Move:
    return Move(
        key=raw["key"],
        title=raw["title"],
        about=raw["about"],
        sources=tuple(TicketState(state) for state in raw["from"]),
        target=raw["to"],
        roles=frozenset(Role(role) for role in raw["roles"]),
        guards=tuple(raw["guards"]),
        fields=tuple(_field(one) for one in raw.get("field", ())),
        ticks=tuple(Tick(ClockKey(one["of"]), Turn(one["turn"])) for one in raw.get("clock", ())),
    )


def _field(raw: dict[str, Any]) -> MoveField:
    return MoveField(raw["name"], raw["label"], raw["kind"], tuple(raw.get("choices", ())))
