"""Divisions that cross one another (交叉的分法), as data: a party member may be a woman as well."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kaocheng.disclosure.lists.records import Listing


@dataclass(frozen=True, slots=True)
class Group:
    """One way to divide; `across` where it crosses every other one."""

    name: str
    words: re.Pattern[str]
    across: bool


@lru_cache(maxsize=1)
def groups() -> tuple[Group, ...]:
    """Every declared way to divide people, cases and answers."""
    entries = tomllib.loads(Path(__file__).with_name("crossings.toml").read_text("utf-8"))["group"]
    return tuple(Group(e["name"], re.compile(e["words"]), bool(e.get("across"))) for e in entries)


def crossing(listing: Listing) -> bool:
    """Whether the parts of a list are of divisions that cross, so that they may overlap."""
    kinds = {_group(item.amount.label) for item in listing.items}
    named = [kind for kind in kinds if kind]
    return len(named) > 1 or (len(kinds) > 1 and any(kind.across for kind in named))


def _group(name: str) -> Group | None:
    return next((group for group in groups() if group.words.search(name)), None)
