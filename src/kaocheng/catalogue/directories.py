"""Lists that are kept and published (目录清单): entries changed only by orders, every version kept.

A list is what its orders add up to (动态管理): add, amend, merge, cancel, transfer, each with its day
and basis. Replaying them gives the list of any version or day, and what became of each entry.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from kaocheng.kernel.refusing import Refusal


@dataclass(frozen=True, slots=True)
class ListKind:
    """A kind of list (清单种类): title, what it is for, its basis, its own columns by key."""

    key: str
    title: str
    group: str
    about: str
    basis: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry (清单条目): number, name, department, the item it belongs to, its own columns."""

    number: str
    name: str
    unit: str = ""
    item: str = ""
    values: tuple[tuple[str, str], ...] = ()
    note: str = ""

    def value(self, key: str) -> str:
        """The text of one of the list's own columns."""
        return dict(self.values).get(key, "")


class OrderKind(StrEnum):
    """What an order does (调整方式)."""

    ADD = "新增"
    AMEND = "修改"
    MERGE = "合并"
    CANCEL = "取消"
    TRANSFER = "划转"


@dataclass(frozen=True, slots=True)
class Order:
    """One order (调整): what is done to which entries, from when, on what basis.

    `numbers` are the entries it touches; `entry` is the new one of ADD, AMEND and MERGE; `unit` the
    department a TRANSFER leads to.
    """

    kind: OrderKind
    on: date
    basis: str
    numbers: tuple[str, ...] = ()
    entry: Entry | None = None
    unit: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an entry between two states (去向): `order` explains it."""

    number: str
    kind: OrderKind
    before: Entry | None
    after: Entry | None
    order: Order


@lru_cache(maxsize=None)
def list_kinds() -> Mapping[str, ListKind]:
    """Every kind by its key."""
    with (Path(__file__).parent / "directories.toml").open("rb") as file:
        raw = tomllib.load(file)["kind"]
    return MappingProxyType({one["key"]: _kind(one) for one in raw})


def entries_of(orders: Iterable[Order]) -> Mapping[str, Entry]:
    """The entries after these orders, in the order in which they came."""
    held: dict[str, Entry] = {}
    for order in orders:
        held = applied(held, order)
    return held


def applied(held: Mapping[str, Entry], order: Order) -> dict[str, Entry]:
    """The entries after one more order; raises Refusal when it does not fit them."""
    if not order.basis.strip():
        raise Refusal("list.basis", f"{order.kind}没有写明依据。", "请写批准调整的文件。")
    for number in order.numbers:
        if number not in held:
            raise Refusal(
                "list.unknown", f"清单里没有编号 {number}，不能{order.kind}。", "请核对编号。"
            )
    return _APPLY[order.kind](dict(held), order)


def fates(orders: Iterable[Order], after: int, until: int) -> tuple[Fate, ...]:
    """What became of each entry from one version to another, order by order."""
    held: dict[str, Entry] = {}
    told = []
    for order in orders:
        new = applied(held, order)
        if after < order.version <= until:
            told += [
                Fate(number, order.kind, held.get(number), new.get(number), order)
                for number in dict.fromkeys([*held, *new])
                if held.get(number) != new.get(number)
            ]
        held = new
    return tuple(told)


def _added(held: dict[str, Entry], order: Order) -> dict[str, Entry]:
    entry = _given(order)
    if entry.number in held:
        raise Refusal("list.taken", f"编号 {entry.number} 已在清单里。", "要改内容请用“修改”。")
    return {**held, entry.number: entry}


def _amended(held: dict[str, Entry], order: Order) -> dict[str, Entry]:
    entry = _given(order)
    if order.numbers != (entry.number,):
        raise Refusal("list.amend", "修改不能改编号。", "请先取消原条目，再新增。")
    return {**held, entry.number: entry}


def _merged(held: dict[str, Entry], order: Order) -> dict[str, Entry]:
    entry = _given(order)
    if len(set(order.numbers)) < 2:
        raise Refusal("list.merge", "合并至少要两个条目。", "请再选一个。")
    left = {number: old for number, old in held.items() if number not in order.numbers}
    if entry.number in left:
        raise Refusal("list.taken", f"编号 {entry.number} 已在清单里。", "请换一个编号。")
    return {**left, entry.number: entry}


def _cancelled(held: dict[str, Entry], order: Order) -> dict[str, Entry]:
    if not order.numbers:
        raise Refusal("list.nothing", "没有选要取消的条目。", "请选条目。")
    return {number: old for number, old in held.items() if number not in order.numbers}


def _transferred(held: dict[str, Entry], order: Order) -> dict[str, Entry]:
    if not order.numbers or not order.unit.strip():
        raise Refusal("list.nothing", "划转要选条目和接收部门。", "请补上。")
    return {
        number: replace(old, unit=order.unit) if number in order.numbers else old
        for number, old in held.items()
    }


_APPLY = {
    OrderKind.ADD: _added,
    OrderKind.AMEND: _amended,
    OrderKind.MERGE: _merged,
    OrderKind.CANCEL: _cancelled,
    OrderKind.TRANSFER: _transferred,
}


def _given(order: Order) -> Entry:
    entry = order.entry
    if entry is None or not entry.number.strip() or not entry.name.strip():
        raise Refusal("list.blank", f"{order.kind}没有写编号或名称。", "请填写编号和名称。")
    return entry


def _kind(raw: Mapping[str, object]) -> ListKind:
    fields = tuple((one["key"], one["title"]) for one in raw["field"])  # type: ignore[attr-defined]  # rows of the file
    texts = {name: str(raw[name]) for name in ("key", "title", "group", "about", "basis")}
    return ListKind(**texts, fields=fields)
