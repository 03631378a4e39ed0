"""Code lists (代码表): GB/T 39046 and local ones, as data; a code is stored, its name is shown."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class CodeList:
    """A list of codes (代码表): `names` by code, in the order of the list, and where it is from."""

    key: str
    title: str
    basis: str
    names: Mapping[str, str]

    def name(self, code: str) -> str:
        """The name of a code; the code itself when the list does not know it."""
        return self.names.get(code, code)

    def code(self, name: str) -> str | None:
        """The code of a name, or of a code that is written as one; None when there is none."""
        if name in self.names:
            return name
        return next((code for code, known in self.names.items() if known == name), None)

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Code and name, as a drop-down wants them."""
        return tuple(self.names.items())


@lru_cache(maxsize=None)
def code_lists() -> Mapping[str, CodeList]:
    """Every list by its key."""
    with (Path(__file__).parent / "codes.toml").open("rb") as file:
        raw = tomllib.load(file)["list"]
    lists = (
        CodeList(entry["key"], entry["title"], entry["basis"], _names(entry["entries"]))
        for entry in raw
    )
    return MappingProxyType({found.key: found for found in lists})


def code_list(key: str) -> CodeList:
    """One list; raises KeyError when there is none of that key."""
    return code_lists()[key]


def named(key: str, code: str) -> str:
    """The name of a code in a list."""
    return code_list(key).name(code)


def _names(entries: list[list[str]]) -> Mapping[str, str]:
    return MappingProxyType({entry[0]: entry[1] for entry in entries})
