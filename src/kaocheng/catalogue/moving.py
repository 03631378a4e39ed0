"""How an item moves towards publication (事项流转): a table of moves, and a pure function over it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from kaocheng.catalogue.states import State
from kaocheng.kernel.refusing import Refusal

MANAGER = "catalogue_manager"


@dataclass(frozen=True, slots=True)
class Move:
    """One move (流转): who may make it from which states, where it leads, what must be given.

    `own` asks that the mover's department holds the item, `other` that the mover did not fill the
    draft, `published` that a version applies or is going to (True), or none does (False).
    """

    key: str
    title: str
    sources: tuple[State, ...]
    target: State
    roles: tuple[str, ...]
    about: str
    own: bool = False
    other: bool = False
    published: bool | None = None
    gives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An item as far as its way matters (事项): who holds it, who fills, how far it is.

    `published` tells that a version applies or is going to.
    """

    number: str
    state: State = State.UNASSIGNED
    unit: str = ""
    filler: str = ""
    published: bool = False
    serial: int = 0


@dataclass(frozen=True, slots=True)
class Mover:
    """Who makes a move (经办人): account, role and department."""

    account: str
    role: str
    unit: str = ""


@lru_cache(maxsize=None)
def moves() -> Mapping[str, Move]:
    """Every move by its key, in the order of an item's life."""
    with (Path(__file__).parent / "moves.toml").open("rb") as file:
        raw = tomllib.load(file)["move"]
    return MappingProxyType({entry["key"]: _move(entry) for entry in raw})


def open_moves(item: Item, by: Mover) -> tuple[Move, ...]:
    """The moves that person may make now."""
    return tuple(move for move in moves().values() if _hindrance(item, move, by) is None)


def make_move(item: Item, key: str, by: Mover, given: Mapping[str, str]) -> Item:
    """The item after the move; raises Refusal and says why when it may not be made."""
    move = moves()[key]
    if hindrance := _hindrance(item, move, by):
        raise hindrance
    if lacking := [name for name in move.gives if not given.get(name, "").strip()]:
        names = "、".join(_GIVEN[name] for name in lacking)
        raise Refusal("item.lacking", f"{move.title}没有写明{names}。", "请补上再提交。")
    unit, filler = _held(item, move, by, given)
    return replace(item, state=move.target, unit=unit, filler=filler, serial=item.serial + 1)


def _hindrance(item: Item, move: Move, by: Mover) -> Refusal | None:
    """Why the move may not be made; the state first, for that is what everybody sees."""
    return _of_state(item, move) or _of_person(item, move, by)


def _of_state(item: Item, move: Move) -> Refusal | None:
    if item.state not in move.sources:
        told = f"事项 {item.number} 现在是“{item.state}”，不能{move.title}。"
        return Refusal("item.state", told, "请刷新页面，看最新状态。")
    if move.published is not None and item.published is not move.published:
        had = "有已发布的版本" if item.published else "没有已发布的版本"
        return Refusal("item.published", f"事项 {item.number} {had}，不能{move.title}。")
    return None


def _of_person(item: Item, move: Move, by: Mover) -> Refusal | None:
    if by.role not in move.roles:
        return Refusal("item.role", f"您的岗位不能{move.title}。", "请由有此岗位的人办理。")
    if move.key == "claim" and not by.unit:
        return Refusal("item.unit", "您的账号没有所属部门，不能认领。", "请系统管理员补上部门。")
    if move.own and by.role != MANAGER and (not by.unit or by.unit != item.unit):
        return Refusal("item.unit", f"事项 {item.number} 不是本部门认领的。", "请由认领部门办理。")
    if move.other and by.account and by.account == item.filler:
        return Refusal(
            "item.filler", "填报人不能审核自己填报的内容。", "请由另一位目录管理员办理。"
        )
    return None


def _held(item: Item, move: Move, by: Mover, given: Mapping[str, str]) -> tuple[str, str]:
    """The department that holds the item after the move, and who fills its draft."""
    if move.key == "assign":
        return given["unit"].strip(), ""
    if move.key == "claim":
        return by.unit, ""
    if move.key == "decline":
        return "", ""
    begins = move.key in ("fill", "revise")
    return item.unit, by.account if begins else item.filler


_GIVEN = {"unit": "部门", "note": "理由", "valid_from": "生效日期", "last_day": "最后有效日"}


def _move(raw: Mapping[str, object]) -> Move:
    given = {name: value for name, value in raw.items() if name not in ("from", "to")}
    listed = {
        name: tuple(value) if isinstance(value, list) else value for name, value in given.items()
    }
    sources = tuple(State(state) for state in raw["from"])  # type: ignore[attr-defined]  # a list in the table
    return Move(sources=sources, target=State(raw["to"]), **listed)  # type: ignore[arg-type]  # as the table says
