"""The five levels of a rating (评价等级) and their codes at the border; one scale runs backwards."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any


class Level(StrEnum):
    """How content the person was (评价等级); declared from best to worst."""

    VERY_SATISFIED = "very_satisfied"
    SATISFIED = "satisfied"
    FAIRLY_SATISFIED = "fairly_satisfied"
    DISSATISFIED = "dissatisfied"
    VERY_DISSATISFIED = "very_dissatisfied"

    @property
    def title(self) -> str:  # type: ignore[override]  # nobody title-cases a level
        """The official name (等级名称)."""
        return str(_levels()[self]["title"])

    @property
    def stars(self) -> int:
        """How many stars are drawn (星数): five for the best; only a picture, never a code."""
        return int(_levels()[self]["stars"])

    @property
    def bad(self) -> bool:
        """Whether it is a bad rating (差评): the last two levels."""
        return bool(_levels()[self]["bad"])


@dataclass(frozen=True, slots=True)
class Scale:
    """A code list of an exchange format (满意度代码): its name, its basis, a code for each level."""

    key: str
    name: str
    basis: str
    codes: tuple[tuple[Level, str], ...]

    def code(self, level: Level) -> str:
        """The code this format writes for the level."""
        return dict(self.codes)[level]

    def level(self, code: str) -> Level:
        """The level this format means by the code; raises ValueError for a code it does not have."""
        for level, known in self.codes:
            if known == code:
                return level
        raise ValueError(f"{self.name}没有代码“{code}”。")


def scale(key: str) -> Scale:
    """The code list named `key` in levels.toml (“gbt39046”, “exchange”)."""
    return scales()[key]


@lru_cache(maxsize=None)
def scales() -> dict[str, Scale]:
    """All code lists by their keys (代码表)."""
    return {raw["key"]: _scale(raw) for raw in _data()["scale"]}


def _scale(raw: dict[str, Any]) -> Scale:
    codes = tuple((Level(level), str(code)) for level, code in raw["codes"].items())
    return Scale(raw["key"], raw["name"], raw["basis"], codes)


@lru_cache(maxsize=None)
def _levels() -> dict[Level, dict[str, Any]]:
    return {Level(raw["key"]): raw for raw in _data()["level"]}


@lru_cache(maxsize=None)
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
