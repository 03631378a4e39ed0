"""Kinds of applicants and of their papers (申请人与证件类型), from `kinds.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from kaocheng.hall.posts import Role


@dataclass(frozen=True, slots=True)
class ApplicantKind:
    """Who may apply (申请人类型): `border` is the code of GB/T 39046, `papers` what proves who it is."""

    key: str
    name: str
    border: str
    papers: tuple[str, ...]
    begins: tuple[str, ...] = ()

    @property
    def natural(self) -> bool:
        """Whether it is a human being (自然人)."""
        return self.key == "natural"


@dataclass(frozen=True, slots=True)
class IdKind:
    """A paper that proves who somebody is (证件类型), and how its number is checked."""

    key: str
    name: str
    check: str
    pattern: re.Pattern[str]
    hint: str


@dataclass(frozen=True, slots=True)
class Purpose:
    """What personal data may be read for (用途), and in which roles."""

    key: str
    name: str
    roles: frozenset[Role]


def _told(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


@lru_cache(maxsize=1)
def applicant_kinds() -> Mapping[str, ApplicantKind]:
    """All kinds of applicants by key."""
    made = (
        ApplicantKind(
            raw["key"],
            raw["name"],
            raw["border"],
            tuple(raw["papers"]),
            tuple(raw.get("begins", ())),
        )
        for raw in _told("kinds.toml")["applicant"]
    )
    return MappingProxyType({kind.key: kind for kind in made})


def kinds_served(codes: Collection[str]) -> tuple[ApplicantKind, ...]:
    """The kinds an item serves, by the codes of its 服务对象; all of them where it names none."""
    served = tuple(kind for kind in applicant_kinds().values() if kind.border in codes)
    return served or tuple(applicant_kinds().values())


@lru_cache(maxsize=1)
def id_kinds() -> Mapping[str, IdKind]:
    """All kinds of papers by key."""
    made = (
        IdKind(raw["key"], raw["name"], raw["check"], re.compile(raw["pattern"]), raw["hint"])
        for raw in _told("kinds.toml")["paper"]
    )
    return MappingProxyType({kind.key: kind for kind in made})


@lru_cache(maxsize=1)
def purposes() -> Mapping[str, Purpose]:
    """All purposes by key."""
    made = (
        Purpose(raw["key"], raw["name"], frozenset(Role(role) for role in raw["roles"]))
        for raw in _told("purposes.toml")["purpose"]
    )
    return MappingProxyType({purpose.key: purpose for purpose in made})


@lru_cache(maxsize=1)
def consent_text() -> Mapping[str, Any]:
    """The notice on personal data in force (告知): version, title, text, basis."""
    return MappingProxyType(_told("consent.toml"))
