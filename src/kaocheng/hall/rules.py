"""Rules of the queue (排队规则) and who is served with a head start (优先人群), as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent / "rules.toml"


@dataclass(frozen=True, slots=True)
class QueueRules:
    """What a hall may set for its queue (排队规则).

    `calls_before_pass` calls before a ticket may be passed over (叫几次才算过号); a passed ticket that
    comes back stands behind the next `rejoin_after` people (过号顺延), at most `rejoins` times;
    `slot_grace` minutes late an appointment still counts (迟到宽限); `book_ahead_days`/`book_cutoff` bound
    booking; the mean of serving is taken over the last `recent` tickets, if there are `recent_least`.
    """

    calls_before_pass: int
    rejoin_after: int
    rejoins: int
    slot_grace: int
    book_ahead_days: int
    book_cutoff: int
    recent: int
    recent_least: int
    display_calls: int


@dataclass(frozen=True, slots=True)
class Priority:
    """People served with a head start (优先人群): who they are, how many minutes, on what basis."""

    key: str
    title: str
    who: str
    head_start: int
    basis: str


def head_start(priority: str) -> timedelta:
    """How much earlier a ticket of this kind counts as taken (排位提前); nothing for ordinary ones."""
    return timedelta(minutes=priorities()[priority].head_start if priority else 0)


@lru_cache(maxsize=None)
def default_rules() -> QueueRules:
    """The rules a hall has that set none (默认规则)."""
    return QueueRules(**{field.name: _data()[field.name] for field in fields(QueueRules)})


@lru_cache(maxsize=None)
def priorities() -> Mapping[str, Priority]:
    """All kinds of people with a head start, by key (优先人群表)."""
    return {row["key"]: Priority(**row) for row in _data()["priorities"]}


@lru_cache(maxsize=None)
def _data() -> dict[str, Any]:
    with _FILE.open("rb") as file:
        return tomllib.load(file)
