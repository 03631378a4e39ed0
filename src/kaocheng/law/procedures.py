"""Procedures whose time the law leaves out of its own limits (依法不计入期限的程序), as dated lists."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class NotCounted:
    """The procedures that are not counted from a day on (不计入期限的程序), and the article that says so."""

    since: date
    names: tuple[str, ...]
    basis: str


def not_counted(on: date) -> NotCounted:
    """What is left out of the statutory limits on that day (行政许可法第四十五条).

    Raises LookupError for a day before the law.
    """
    standing = [one for one in _lists() if one.since <= on]
    if not standing:
        raise LookupError(f"不计入期限的程序自{_lists()[0].since}起才有规定，{on}没有名单。")
    return standing[-1]


@lru_cache(maxsize=None)
def _lists() -> tuple[NotCounted, ...]:
    raw = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["not_counted"]
    found = (NotCounted(one["since"], tuple(one["names"]), one["basis"]) for one in raw)
    return tuple(sorted(found, key=lambda one: one.since))
