"""Lists that cases use (办件名单): special procedures, opinions, channels; what 容缺 and 承诺 entail."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaocheng.cases.states import Channel
from kaocheng.catalogue.records import ItemVersion


@dataclass(frozen=True, slots=True)
class SpecialKind:
    """A kind of special procedure (特别程序种类).

    `at_most` and `officers` name the figures that say how long it may last, by law or where no law says by local
    rule, and how many people take part at least. Whether it is left out of the statutory limit says `law.procedures`.
    `entitled` is the law that lets people demand it for any permit (听证), whatever the item's list says.
    """

    name: str
    basis: str
    at_most: str
    officers: str = ""
    entitled: str = ""


@dataclass(frozen=True, slots=True)
class OpinionSet:
    """The opinions a step may give (审查意见): which allow a grant, which only a refusal."""

    name: str
    words: tuple[str, ...]
    passes: tuple[str, ...]
    blocks: tuple[str, ...]
    basis: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChannelKind:
    """What a channel means (渠道性质): online or not, whether the applicant has to come."""

    name: str
    online: bool
    visit: bool
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deferring:
    """What 容缺受理 entails: whether a 预审意见书 may be issued meanwhile, and the consequence."""

    issue: str
    consequence: str
    basis: str


@dataclass(frozen=True, slots=True)
class Promising:
    """What 告知承诺 entails: the consequence of a breach; `check_within` names the figure how soon it is checked."""

    check_within: str
    consequence: str
    basis: str


@lru_cache(maxsize=None)
def special_kinds() -> Mapping[str, SpecialKind]:
    """The special procedures by name (特别程序)."""
    return MappingProxyType({raw["name"]: SpecialKind(**raw) for raw in _raw()["special"]})


def specials_of(version: ItemVersion) -> tuple[str, ...]:
    """The special procedures an item may need (可用的特别程序): what its list names, and what law gives any permit."""
    kinds = special_kinds().values()
    return tuple(
        kind.name
        for kind in kinds
        if kind.name in version.special or (kind.entitled and version.permit)
    )


@lru_cache(maxsize=None)
def opinion_sets() -> Mapping[str, OpinionSet]:
    """The sets of opinions by name (审查意见)."""
    return MappingProxyType({raw["name"]: OpinionSet(**_tuples(raw)) for raw in _raw()["opinions"]})


@lru_cache(maxsize=None)
def channel_kinds() -> Mapping[Channel, ChannelKind]:
    """What each channel means (渠道)."""
    return MappingProxyType(
        {Channel(raw["name"]): ChannelKind(**_tuples(raw)) for raw in _raw()["channel"]}
    )


@lru_cache(maxsize=None)
def deferring() -> Deferring:
    """The rule for deferred materials (容缺受理)."""
    return Deferring(**_raw()["deferring"])


@lru_cache(maxsize=None)
def promising() -> Promising:
    """The rule for promises (告知承诺)."""
    return Promising(**_raw()["promising"])


def opinions_of_step(name: str) -> str:
    """Which set of opinions a step of this name gives: 联合验收 where it says 验收, else 审查."""
    found = (s.name for s in opinion_sets().values() if any(word in name for word in s.steps))
    return next(found, "审查")


@lru_cache(maxsize=None)
def _raw() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def _tuples(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in raw.items()}
