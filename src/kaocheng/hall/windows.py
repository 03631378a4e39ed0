"""Windows (窗口): their types as data, what each may take in, when it was open, how many there were."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent / "windows.toml"


class Scope(StrEnum):
    """Which items a type of window takes in (受理范围)."""

    ALL = "all"
    LISTED = "listed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class WindowKind:
    """A type of window (窗口类型): what it takes in, whether it hands out results, the paper behind it."""

    key: str
    title: str
    scope: Scope
    issues: bool
    basis: str


@dataclass(frozen=True, slots=True)
class RoomKind:
    """A type of room behind the windows (后台用房类型)."""

    key: str
    title: str
    basis: str


@dataclass(frozen=True, slots=True)
class Spell:
    """A time the window was in use (启用期间), both days included; `until` None means still in use."""

    since: date
    until: date | None = None
    cause: str = ""

    def holds(self, day: date) -> bool:
        """Whether the day lies in the spell (当日在用)."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Window:
    """A window (窗口): type, departments, whitelist of items, groups of tickets, open and closed history.

    `items` are catalogue numbers and only count for a type of scope LISTED; `groups` are the letters of
    the ticket groups (取号业务类别) it may call.
    """

    number: str
    name: str
    kind: str
    departments: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    spells: tuple[Spell, ...] = ()

    def takes(self, item: str) -> bool:
        """Whether the item may be taken in here (可否受理该事项)."""
        scope = window_kinds()[self.kind].scope
        return scope is Scope.ALL or (scope is Scope.LISTED and item in self.items)

    def in_use(self, day: date) -> bool:
        """Whether the window was in use that day (当日启用)."""
        return any(spell.holds(day) for spell in self.spells)


def count_by_kind(windows: Iterable[Window], day: date) -> dict[str, tuple[str, ...]]:
    """The windows in use on a day by type, as numbers, so that each count can be proved (窗口数)."""
    used = sorted((w for w in windows if w.in_use(day)), key=lambda w: (w.kind, w.number))
    return {
        kind: tuple(window.number for window in used if window.kind == kind)
        for kind in Counter(window.kind for window in used)
    }


@lru_cache(maxsize=None)
def window_kinds() -> Mapping[str, WindowKind]:
    """All types of windows by key (窗口类型表)."""
    return {
        row["key"]: WindowKind(
            row["key"], row["title"], Scope(row["scope"]), row.get("issues", False), row["basis"]
        )
        for row in _data()["windows"]
    }


@lru_cache(maxsize=None)
def room_kinds() -> Mapping[str, RoomKind]:
    """All types of rooms by key (后台用房类型表)."""
    return {row["key"]: RoomKind(**row) for row in _data()["rooms"]}


@lru_cache(maxsize=None)
def _data() -> dict[str, Any]:
    with _FILE.open("rb") as file:
        return tomllib.load(file)
