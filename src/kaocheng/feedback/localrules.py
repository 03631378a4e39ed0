"""Local rules (本地规则): the numbers and switches the state text leaves open, dated, with their basis.

The packaged values stand in localrules.toml; a county sets its own as `LocalValue`s, and the one
latest in force on a day is what holds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaocheng.feedback.levels import Level
from kaocheng.kernel.refusing import Refusal

Value = bool | int | Decimal | Level
_FLAGS = {"是": True, "否": False}
_LARGEST = 10_000


class Kind(StrEnum):
    """What sort of value a rule has (规则类型)."""

    FLAG = "flag"
    COUNT = "count"
    LEVEL = "level"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class LocalValue:
    """The value of a rule from a day on (规则取值), and the paper it rests on."""

    key: str
    since: date
    value: Value
    basis: str


@dataclass(frozen=True, slots=True)
class LocalRule:
    """A rule left to the county (本地规则): title, kind, unit, what it is for, packaged values."""

    key: str
    title: str
    kind: Kind
    unit: str
    about: str
    values: tuple[LocalValue, ...]

    def read(self, text: str) -> Value:
        """The value a person wrote; refused when it is none of this kind."""
        value = _READERS[self.kind](text.strip())
        if value is None:
            raise Refusal(
                "feedback.rule", f"“{self.title}”不能是“{text[:40]}”。", _ASKED[self.kind]
            )
        return value

    def say(self, value: Value) -> str:
        """The value in words, with its unit."""
        if isinstance(value, Level):
            return value.title
        if isinstance(value, bool):
            return "是" if value else "否"
        return f"{value}{self.unit}"


@dataclass(frozen=True, slots=True)
class LocalRules:
    """All rules as they stand on a day (当日规则)."""

    standing: Mapping[str, LocalValue]

    def flag(self, key: str) -> bool:
        """A switch."""
        return bool(self.standing[key].value)

    def count(self, key: str) -> int:
        """A number of days, pieces, seconds."""
        return int(Decimal(self._number(key)))

    def share(self, key: str) -> Decimal:
        """A share or factor, exact."""
        return Decimal(self._number(key))

    def level(self, key: str) -> Level:
        """A level of rating."""
        return Level(str(self.standing[key].value))

    def say(self, key: str) -> str:
        """The value in words, with its unit."""
        return local_rules()[key].say(self.standing[key].value)

    def _number(self, key: str) -> int | Decimal:
        value = self.standing[key].value
        if isinstance(value, Level | bool):
            raise TypeError(f"{key} is no number")
        return value


def in_force(day: date, own: Iterable[LocalValue] = ()) -> LocalRules:
    """The rules in force on a day: the county's own value before the packaged one."""
    standing: dict[str, LocalValue] = {}
    for rule in local_rules().values():
        standing[rule.key] = _latest(rule.values, day) or rule.values[0]
    for value in sorted(own, key=lambda one: one.since):
        if value.since <= day and value.key in standing:
            standing[value.key] = value
    return LocalRules(MappingProxyType(standing))


@lru_cache(maxsize=None)
def local_rules() -> dict[str, LocalRule]:
    """Every rule by its key, in the order of the data (规则目录)."""
    text = Path(__file__).with_suffix(".toml").read_text("utf-8")
    return {raw["key"]: _rule(raw) for raw in tomllib.loads(text, parse_float=Decimal)["rule"]}


def _latest(values: tuple[LocalValue, ...], day: date) -> LocalValue | None:
    valid = [value for value in values if value.since <= day]
    return max(valid, key=lambda value: value.since, default=None)


def _rule(raw: dict[str, Any]) -> LocalRule:
    kind = Kind(raw["kind"])
    values = tuple(
        LocalValue(raw["key"], one["since"], _typed(kind, one["is"]), one["basis"])
        for one in raw["value"]
    )
    return LocalRule(
        raw["key"], raw["title"], kind, raw.get("unit", ""), raw.get("about", ""), values
    )


def _typed(kind: Kind, value: Any) -> Value:
    if kind is Kind.LEVEL:
        return Level(value)
    return (
        Decimal(value) if kind is Kind.SHARE else bool(value) if kind is Kind.FLAG else int(value)
    )


def _count(text: str) -> int | None:
    ascii_digits = text.isascii() and text.isdigit()
    return int(text) if ascii_digits and 1 <= int(text[:6]) <= _LARGEST and len(text) < 6 else None


def _share(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and 0 < number <= 10 else None


def _level(text: str) -> Level | None:
    """A level by its name or key; a bad one is set by nobody's rule, only by a rater."""
    good = (level for level in Level if not level.bad)
    return next((level for level in good if text in (level.title, level.value)), None)


_READERS: Mapping[Kind, Callable[[str], Value | None]] = {
    Kind.FLAG: _FLAGS.get,
    Kind.COUNT: _count,
    Kind.LEVEL: _level,
    Kind.SHARE: _share,
}
_ASKED = {
    Kind.FLAG: "请写“是”或“否”。",
    Kind.COUNT: f"请写1到{_LARGEST}之间的整数。",
    Kind.LEVEL: "请从非常满意、满意、基本满意中选一个；差评只能由评价人作出。",
    Kind.SHARE: "请写大于0、不超过10的小数，例如0.3。",
}
