"""The 科目 dictionary: names of functional and economic codes by year."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaocheng.editions.labels import squeezed

_FOLDER = Path(__file__).parent / "national"
_PARENT = {5: 3, 7: 5}


@dataclass(frozen=True, slots=True)
class CodeName:
    """One name of a code (科目名称), valid from `since` to `until` (both included, None = open).

    `confirmed` is False where the name must not be used to judge a document.
    """

    code: str
    name: str
    since: int | None = None
    until: int | None = None
    confirmed: bool = True

    def valid(self, year: int | None) -> bool:
        """Whether the name is in force in `year`; an unknown year counts as any."""
        if year is None:
            return True
        return (self.since or year) <= year <= (self.until or year)


@lru_cache(maxsize=None)
def dictionary() -> Mapping[str, tuple[CodeName, ...]]:
    """Every known name of every code, newest name first."""
    found: dict[str, list[CodeName]] = {}
    for file in ("functional_codes.toml", "economic_codes.toml"):
        for entry in _entries(file):
            found.setdefault(entry.code, []).append(entry)
    return MappingProxyType({code: tuple(names) for code, names in found.items()})


def _entries(file: str) -> Iterator[CodeName]:
    data = tomllib.loads((_FOLDER / file).read_text("utf-8"))
    renamed: list[dict[str, Any]] = data.get("renamed", [])
    since = {**data.get("since", {}), **{item["code"]: item["until"] + 1 for item in renamed}}
    for code, name in {**_common(data), **data["names"]}.items():
        yield CodeName(code, name, since.get(code))
    for code, name in data.get("unconfirmed", {}).items():
        yield CodeName(code, name, confirmed=False)
    for item in renamed:
        yield CodeName(item["code"], item["was"], None, item["until"])


def _common(data: Mapping[str, Any]) -> dict[str, str]:
    """Items such as 行政运行 that stand alike under many 款."""
    return {
        head + tail: name
        for part in ("common", "institution")
        for head in data.get(part, {}).get("under", ())
        for tail, name in data[part]["items"].items()
    }


def names_of(code: str, year: int | None = None) -> tuple[CodeName, ...]:
    """The names of a code in force in `year`."""
    return tuple(entry for entry in dictionary().get(code, ()) if entry.valid(year))


@lru_cache(maxsize=None)
def _by_name() -> Mapping[str, tuple[CodeName, ...]]:
    found: dict[str, list[CodeName]] = {}
    for entries in dictionary().values():
        for entry in entries:
            found.setdefault(squeezed(entry.name), []).append(entry)
    return MappingProxyType({name: tuple(entries) for name, entries in found.items()})


def codes_named(name: str) -> tuple[CodeName, ...]:
    """Every code that bears or bore exactly this name."""
    return _by_name().get(squeezed(name), ())


def classes() -> tuple[CodeName, ...]:
    """Every name of a 类 of the functional classification, in the order of the codes."""
    return tuple(
        entry
        for code in sorted(dictionary())
        if len(code) == 3 and code.startswith("2")
        for entry in dictionary()[code]
    )


def parent(code: str) -> str:
    """The code one level up (款 of a 项, 类 of a 款), or "" for a 类."""
    return code[: _PARENT[len(code)]] if len(code) in _PARENT else ""


def old_names() -> tuple[CodeName, ...]:
    """Every name that is no longer used, with the last year it was."""
    return tuple(
        entry
        for entries in dictionary().values()
        for entry in entries
        if entry.until is not None and entry.confirmed
    )
