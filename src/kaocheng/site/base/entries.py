"""Entries (入口): pages that stand in the menu and on the workbench, told where the address is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kaocheng.hall.posts import Role


class Group(StrEnum):
    """The parts of the menu (菜单分组), in the order shown; the value is what is shown."""

    SERVICE = "办事服务"
    WINDOW = "窗口"
    CASES = "办件"
    HALL = "大厅"
    CATALOGUE = "事项目录"
    FEEDBACK = "好差评"
    SUPERVISION = "监督"
    SYSTEM = "系统"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry (入口): its name, one line on what it is for, its group and place in the group.

    `key` is the access key (快捷键) shown beside it, one letter or digit.
    """

    title: str
    about: str
    group: Group
    place: int = 50
    key: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry with its address and who may open it."""

    entry: Entry
    address: str
    may: frozenset[Role]


@lru_cache(maxsize=1)
def all_entries() -> tuple[Placed, ...]:
    """Every entry of the site, by group and place."""
    order = list(Group)
    found = _walk(get_resolver().url_patterns, "")
    return tuple(
        sorted(found, key=lambda p: (order.index(p.entry.group), p.entry.place, p.entry.title))
    )


def entries_for(roles: Iterable[Role]) -> tuple[Placed, ...]:
    """What somebody with these roles finds in the menu; pages for anyone are in everybody's."""
    return _for(frozenset(roles))


@lru_cache(maxsize=256)
def _for(held: frozenset[Role]) -> tuple[Placed, ...]:
    return tuple(placed for placed in all_entries() if not placed.may or placed.may & held)


def _walk(patterns: Sequence[URLPattern | URLResolver], prefix: str) -> Iterator[Placed]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            namespace = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from _walk(pattern.url_patterns, prefix + namespace)
        elif entry := getattr(pattern.callback, "entry", None):
            address = reverse(prefix + str(pattern.name))
            yield Placed(entry, address, pattern.callback.may)  # type: ignore[attr-defined]
