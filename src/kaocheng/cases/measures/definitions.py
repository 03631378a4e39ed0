"""Declared measures (办件指标): what each counts, over which cases, since when and on what basis; data only."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

_FILE = Path(__file__).with_name("measures.toml")
Value = str | bool | int


class Base(StrEnum):
    """Which day of a case must lie in the period (统计范围)."""

    RECEIVED = "收件"
    ACCEPTED = "受理"
    CLOSED = "办结"


class Kind(StrEnum):
    """How the number comes out of the cases (算法).

    件数: how many; 占比: part ÷ whole; 均值: the sum of `top` ÷ how many; 压缩率: 1 − sum of `top` ÷ sum of `bottom`.
    """

    COUNT = "件数"
    SHARE = "占比"
    MEAN = "均值"
    SAVING = "压缩率"


@dataclass(frozen=True, slots=True)
class Condition:
    """A fact of a case and the values it may have (条件): one of `values`, at most, with or without a trait."""

    field: str
    values: tuple[Value, ...] = ()
    at_most: int | None = None
    has: str = ""
    lacks: str = ""

    def holds(self, case: object) -> bool:
        """Whether what the case counts for (`particulars.Counted`) fulfils it."""
        found = getattr(case, self.field)
        if self.has:
            return self.has in found
        if self.lacks:
            return self.lacks not in found
        if self.at_most is not None:
            return bool(found <= self.at_most)
        return found in self.values


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure (指标) as declared: who counts (`whole`), who of them is counted (`part`), in which unit.

    `formula` and `about` are shown to users; `since` is the first day of a period this wording serves; `cannot` says
    why the records cannot decide it, and then there is no number.
    """

    key: str
    name: str
    base: Base
    kind: Kind
    unit: str
    formula: str
    basis: str
    since: date
    whole: tuple[Condition, ...] = ()
    part: tuple[Condition, ...] = ()
    top: str = ""
    bottom: str = ""
    about: str = ""
    cannot: str = ""

    @property
    def sums(self) -> tuple[str, ...]:
        """The numbers of a case it adds up (相加的数), none where it only counts."""
        return tuple(name for name in (self.top, self.bottom) if name)

    @property
    def said(self) -> str:
        """The whole formula (计算式)."""
        return f"{self.name} = {self.formula}" + (" × 100%" if self.unit == "%" else "")


@lru_cache(maxsize=64)
def measures(on: date) -> Mapping[str, Measure]:
    """The measures by key, worded as in force on a day (指标表), in the order of publishing."""
    found: dict[str, Measure] = {}
    for measure in declared():
        known = found.get(measure.key)
        if measure.since <= on and (known is None or known.since < measure.since):
            found[measure.key] = measure
    return MappingProxyType(found)


@lru_cache(maxsize=None)
def declared() -> tuple[Measure, ...]:
    """Every wording there is or was, as written."""
    raw = tomllib.loads(_FILE.read_text("utf-8"))
    return tuple(_measure(one) for one in raw["measure"])


def _measure(raw: Mapping[str, Any]) -> Measure:
    conditions = {side: tuple(map(_condition, raw.get(side, ()))) for side in ("whole", "part")}
    words = {"base": Base(raw["base"]), "kind": Kind(raw["kind"])}
    plain = {name: value for name, value in raw.items() if name != "examples"}
    return Measure(**{**plain, **words, **conditions})


def _condition(raw: Mapping[str, Any]) -> Condition:
    found = {name: value for name, value in raw.items() if name != "is"}
    return Condition(**found, values=tuple(raw.get("is", ())))
