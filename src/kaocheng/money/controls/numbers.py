"""Numbers and keys (编号): none stands twice, and a number of an entry names one entry of the year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from kaocheng.money.controls.breaches import Breach, Desk
from kaocheng.money.registers import NUMBERED, all_registers, register


def doubled(desk: Desk) -> Iterator[Breach]:
    """Entries whose number or key already stands on an earlier entry."""
    used: dict[str, str] = {}
    for item in (item for item in all_registers() if item.keys):
        seen: set[object] = set()
        key_of: Callable[[object], Any] = attrgetter(*item.keys)
        numbered = item.kind in NUMBERED
        every = list(map(key_of, (record for _, record in desk.judged(item.kind, *item.keys))))
        seen_once = frozenset(every)
        if len(seen_once) == len(every) and not (numbered and not seen_once.isdisjoint(used)):
            used.update(dict.fromkeys(every, item.kind) if numbered else {})
            continue
        for index, record in desk.judged(item.kind, *item.keys):
            key = key_of(record)
            if key in seen:
                yield _twice(item.kind, index)
            elif numbered and used.setdefault(key, item.kind) != item.kind:
                yield _elsewhere(item.kind, index, used[key])
            seen.add(key)


def _twice(kind: str, index: int) -> Breach:
    item = register(kind)
    heads = "、".join(item.column(name).head for name in item.keys)
    if len(item.keys) > 1:
        return Breach(kind, index, "", f"{heads}都相同的已有一行", "请合并成一行，或更正")
    return Breach(kind, index, item.keys[0], f"{heads}重复", "请核对是不是同一笔录了两次，或改编号")


def _elsewhere(kind: str, index: int, other: str) -> Breach:
    message = f"这个编号在“{register(other).name}”里用过"
    return Breach(kind, index, "number", message, "编号在全年账里不能重复，请在前面加字母区别")
