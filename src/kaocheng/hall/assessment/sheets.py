"""Sheets of assessment (考核表): what is looked at, for how many points, from which day on, by whose rule."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent / "sheets.toml"
_HUNDRED = Decimal(100)


class Method(StrEnum):
    """How points are found (计分方法): by a share, by deducting for each, or entered by hand with a reason."""

    SHARE = "share"
    DEDUCT = "deduct"
    ENTERED = "entered"


class Subject(StrEnum):
    """Who or what is assessed (考核对象)."""

    PERSON = "person"
    WINDOW = "window"

    @property
    def title(self) -> str:  # type: ignore[override]  # nobody title-cases a subject
        """As the pages say it."""
        return "个人" if self is Subject.PERSON else "窗口"


FIGURES = frozenset({"attendance", "work", "waiting", "satisfied", "late"})
"""What the records can tell (可由记录算出的项目)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the sheet (考核项目): its full points, how they are found, for whom, the formula in words.

    `each` is what one case costs; `within` the minutes somebody may wait.
    """

    key: str
    title: str
    full: Decimal
    method: Method
    of: tuple[Subject, ...]
    formula: str
    each: Decimal = Decimal(0)
    within: int = 0


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade (等次): from so many per cent on; `subsidy` is the month's 岗位补贴 in yuan."""

    name: str
    least: Decimal
    subsidy: Decimal


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet in force from a day on (考核表); whoever has fewer points judged than `coverage` is not ranked."""

    since: date
    title: str
    basis: str
    coverage: Decimal
    rules: tuple[Rule, ...]
    grades: tuple[Grade, ...]

    def grade(self, percent: Decimal) -> Grade:
        """The grade of so many per cent."""
        return next(grade for grade in self.grades if percent >= grade.least)

    def rule(self, key: str) -> Rule | None:
        """The rule of this key, None for one that is not on the sheet."""
        return next((rule for rule in self.rules if rule.key == key), None)


def sheet_on(day: date, path: str = "") -> Sheet | None:
    """The sheet in force on a day, of the file given or the packaged one; None before the first."""
    held = [sheet for sheet in sheets(path) if sheet.since <= day]
    return max(held, key=lambda sheet: sheet.since, default=None)


@lru_cache(maxsize=8)
def sheets(path: str = "") -> tuple[Sheet, ...]:
    """All sheets of a file; raises ValueError with a Chinese sentence where one cannot be used."""
    with (Path(path) if path else _FILE).open("rb") as file:
        told = tomllib.load(file, parse_float=Decimal)
    return tuple(_sheet(raw) for raw in told["sheet"])


def _sheet(raw: dict[str, Any]) -> Sheet:
    grades = sorted((_grade(one) for one in raw["grade"]), key=lambda one: -one.least)
    sheet = Sheet(
        raw["since"], raw["title"], raw["basis"], Decimal(raw["coverage"]),
        tuple(_rule(one) for one in raw["rule"]), tuple(grades),
    )  # fmt: skip
    if faults := "".join(_faults(sheet)):
        raise ValueError(f"考核表“{sheet.title}”不能用：{faults}")
    return sheet


def _rule(raw: dict[str, Any]) -> Rule:
    return Rule(
        raw["key"], raw["title"], Decimal(raw["full"]), Method(raw["method"]),
        tuple(Subject(one) for one in raw["of"]), raw["formula"], Decimal(raw.get("each", 0)),
        int(raw.get("within", 0)),
    )  # fmt: skip


def _grade(raw: dict[str, Any]) -> Grade:
    return Grade(raw["name"], Decimal(raw["least"]), Decimal(raw["subsidy"]))


def _faults(sheet: Sheet) -> Iterable[str]:
    if (total := sum((rule.full for rule in sheet.rules), Decimal(0))) != _HUNDRED:
        yield f"各项满分合计{total}分，应为100分。"
    if len({rule.key for rule in sheet.rules}) != len(sheet.rules):
        yield "有两项用了同一个标识。"
    if not sheet.grades or sheet.grades[-1].least != 0:
        yield "最低的等次应从0开始。"
    for rule in sheet.rules:
        if rule.method is not Method.ENTERED and rule.key not in FIGURES:
            yield f"“{rule.title}”没有可以计算的记录，只能人工打分（entered）。"
        if rule.method is Method.DEDUCT and rule.each <= 0:
            yield f"“{rule.title}”没有写明每件扣几分（each）。"
