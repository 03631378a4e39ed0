"""Looking up a figure of law (法定数据): by name and day, never a guess."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaocheng.kernel.clocks import Budget, Span

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Dated:
    """A figure of law as it stands from a day on (法定数据的一个取值).

    `group` is what it is about; `confirmed` is the day it was last compared with the official text, None when
    that is still to be done. A `local` one no law has fixed: it is what holds until the place decides (本地缺省值).
    """

    name: str
    title: str
    since: date
    value: int
    unit: str
    basis: str
    confirmed: date | None = None
    group: str = ""
    local: bool = False

    @property
    def budget(self) -> Budget:
        """The figure as a limit of time; raises ValueError when it is none."""
        return Budget(self.value, Span(self.unit))


class NoSuchFigure(LookupError):
    """No figure of that name stands on that day (没有这项法定数据)."""


Lookup = Callable[[str, date], Dated]
"""How a figure is asked for: by name and day. `legal`, or what a place has set itself first (`with_own`)."""


def legal(name: str, on: date) -> Dated:
    """The figure as it stood on that day; raises NoSuchFigure for an unknown name or a day before it."""
    values = standing_values(name)
    standing = [value for value in values if value.since <= on]
    if not standing:
        raise NoSuchFigure(f"{values[0].title}自{values[0].since}起才有规定，{on}没有取值。")
    return standing[-1]


def with_own(own: Callable[[str], Iterable[Dated]]) -> Lookup:
    """Looking up with what a place has set itself (本地取值), given by name; only for local figures.

    A value of its own goes before every bundled one from its day on: a newer default overrules no decision.
    """

    def found(name: str, on: date) -> Dated:
        bundled = legal(name, on)
        if not bundled.local:
            return bundled
        standing = [value for value in own(name) if value.since <= on]
        return max(standing, key=lambda value: value.since, default=bundled)

    return found


def standing_values(name: str) -> tuple[Dated, ...]:
    """Every value a figure has had, oldest first; raises NoSuchFigure."""
    values = _figures().get(name)
    if values is None:
        raise NoSuchFigure(f"没有名为{name}的法定数据。现有：{'、'.join(_figures())}。")
    return values


def figure_names() -> tuple[str, ...]:
    """The names of all figures, by what they are about."""
    return tuple(_figures())


@lru_cache(maxsize=None)
def _figures() -> MappingProxyType[str, tuple[Dated, ...]]:
    found: dict[str, tuple[Dated, ...]] = {}
    for data in sorted(map(_read, _FOLDER.glob("*.toml")), key=lambda data: int(data["place"])):
        for raw in data["figure"]:
            if raw["name"] in found:
                raise ValueError(f"法定数据{raw['name']}重复。")
            values = [_dated(raw, entry, data) for entry in raw["values"]]
            found[raw["name"]] = tuple(sorted(values, key=lambda value: value.since))
    return MappingProxyType(found)


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def _dated(raw: dict[str, Any], entry: dict[str, Any], data: dict[str, Any]) -> Dated:
    return Dated(
        raw["name"],
        raw["title"],
        entry["since"],
        entry["value"],
        entry["unit"],
        entry["basis"],
        entry.get("confirmed"),
        data["group"],
        data.get("local", False),
    )
