"""The table of moves (动作表): what may be done to a case, by whom, from which state to which."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaocheng.cases.states import State
from kaocheng.kernel.clocks import Turn

SAME = "="
"""In `to`: the state stays (状态不变)."""
BY_LAW = "law"
"""The role of what happens because the law says so (依法自动)."""
CLOCKS = ("受理", "承诺", "法定", "送达")
"""The four clocks of a case (办件时限): accepting, promised, statutory, serving."""


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill in for a move (填写项); `kind` is a key of `fields.READERS`.

    `least` is how many characters of text there are at least.
    """

    name: str
    label: str
    kind: str
    required: bool = False
    choices: tuple[str, ...] = ()
    least: int = 0


@dataclass(frozen=True, slots=True)
class ClockTurn:
    """What a move does to one clock (对时限的作用).

    `to` limits it to one resulting state, `unless` to fields that do not hold this word; `since` "receipt"
    counts from the day of receipt and not from now, "served" on the day somebody signed for it.
    """

    clock: str
    turn: Turn
    to: str = ""
    unless: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """One move (办件动作) as declared in moves.toml; `paper_to` is the paper of one resulting state.

    `asked` is what it is called to the applicant: what the window takes in, the applicant hands in.
    """

    key: str
    title: str
    sources: tuple[State, ...]
    targets: tuple[str, ...]
    roles: tuple[str, ...]
    scope: str
    basis: str
    fields: tuple[Field, ...] = ()
    guards: tuple[str, ...] = ()
    paper: str = ""
    turns: tuple[ClockTurn, ...] = ()
    contact: bool = False
    paper_to: tuple[tuple[str, str], ...] = ()
    asked: str = ""

    def paper_at(self, state: State) -> str:
        """The paper it issues when it leads to this state, "" for none."""
        return dict(self.paper_to).get(state, self.paper)

    def states(self, source: State) -> tuple[State, ...]:
        """The states it may lead to from this one."""
        return tuple(source if to == SAME else State(to) for to in self.targets)


@lru_cache(maxsize=None)
def moves() -> Mapping[str, Move]:
    """Every move by its key, in the order of the table."""
    path = Path(__file__).with_suffix(".toml")
    found = tuple(_move(raw) for raw in tomllib.loads(path.read_text("utf-8"))["move"])
    by_key = {move.key: move for move in found}
    if len(by_key) != len(found):
        raise ValueError("moves.toml：动作的标识有重复")
    return MappingProxyType(by_key)


@lru_cache(maxsize=None)
def moves_from(state: State) -> tuple[Move, ...]:
    """The moves that begin in a state, in the order of the table."""
    return tuple(move for move in moves().values() if state in move.sources)


def _move(raw: Mapping[str, Any]) -> Move:
    return Move(
        key=raw["key"],
        title=raw["title"],
        sources=tuple(State(state) for state in raw["from"]),
        targets=tuple(raw["to"]),
        roles=tuple(raw["roles"]),
        scope=raw["scope"],
        basis=raw["basis"],
        fields=tuple(_field(item) for item in raw.get("field", ())),
        guards=tuple(raw.get("guards", ())),
        paper=raw.get("paper", ""),
        turns=tuple(_turn(item) for item in raw.get("turns", ())),
        contact=raw.get("contact", False),
        paper_to=tuple(raw.get("paper_to", {}).items()),
        asked=raw.get("asked", raw["title"]),
    )


def _field(raw: Mapping[str, Any]) -> Field:
    return Field(**{**raw, "choices": tuple(raw.get("choices", ()))})


def _turn(raw: Mapping[str, Any]) -> ClockTurn:
    if raw["clock"] not in CLOCKS:
        raise ValueError(f"moves.toml：没有“{raw['clock']}”这个时限")
    return ClockTurn(**{**raw, "turn": Turn(raw["turn"])})
