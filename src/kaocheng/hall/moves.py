"""Moves (状态变动表): what may be done in which state and by whom, read from a table."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaocheng.kernel.refusing import Refusal

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Move:
    """One move (变动): from which states, to which ("" = it stays), by whom, with which facts."""

    key: str
    title: str
    origins: tuple[str, ...]
    target: str
    roles: tuple[str, ...]
    needs: tuple[str, ...] = ()
    shortcut: str = ""


@lru_cache(maxsize=None)
def moves(table: str) -> Mapping[str, Move]:
    """The moves of one table, by key (变动表)."""
    with (_FOLDER / f"{table}.toml").open("rb") as file:
        rows = tomllib.load(file)["moves"]
    return {row["key"]: _move(row) for row in rows}


def check_move(table: str, key: str, state: str, said: str, role: str) -> Move:
    """The move, or a refusal when it is not open in this state or to this role (变动校验).

    `said` names the thing and its state for the person who asked, such as 号票A001（等候）.
    """
    move = moves(table)[key]
    if state not in move.origins:
        raise Refusal(
            f"{table}.state",
            f"{said}现在不能{move.title}。",
            "页面可能已经过时，请刷新后按最新状态办理。",
        )
    if role not in move.roles:
        raise Refusal(
            f"{table}.role", f"您的岗位不能{move.title}。", "请由窗口人员或大厅主管办理。"
        )
    return move


def open_moves(table: str, state: str, role: str) -> tuple[Move, ...]:
    """What somebody of this role may do in this state (可办变动)."""
    return tuple(m for m in moves(table).values() if state in m.origins and role in m.roles)


def _move(row: Mapping[str, Any]) -> Move:
    return Move(
        row["key"],
        row["title"],
        tuple(row["from"]),
        row["to"],
        tuple(row["roles"]),
        tuple(row.get("needs", ())),
        row.get("shortcut", ""),
    )
