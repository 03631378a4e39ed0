"""The registers of a year's accounts (年度账登记表) and the records they hold."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaocheng.editions.codes import dictionary, names_of
from kaocheng.kernel.registers import Register, registers
from kaocheng.money import records

RECORDS: Mapping[str, type] = MappingProxyType(
    {
        "offices": records.Office,
        "establishments": records.Establishment,
        "projects": records.Project,
        "budget": records.BudgetLine,
        "adjustments": records.Adjustment,
        "income": records.Income,
        "payments": records.Payment,
        "contracts": records.Contract,
        "instalments": records.Instalment,
        "carried": records.CarryOver,
        "receptions": records.Reception,
        "trips": records.Trip,
        "vehicles": records.Vehicle,
        "assets": records.Asset,
        "last_year": records.LastYear,
        "reasons": records.Reason,
        "subjects": records.Subject,
    }
)
"""The record of each register, by the field of `AccountsYear` that holds it."""

CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sources": records.SOURCES,
        "channels": records.CHANNELS,
        "natures": records.NATURES,
        "unit_kinds": records.UNIT_KINDS,
        "post_kinds": records.POST_KINDS,
        "project_kinds": records.PROJECT_KINDS,
        "purchase_kinds": records.PURCHASE_KINDS,
    }
)
NUMBERED = (
    "budget", "adjustments", "income", "payments", "contracts", "receptions", "trips", "vehicles",
    "assets",
)  # fmt: skip
"""Registers whose numbers name an entry in the proof of a figure, so none may stand twice."""


@lru_cache(maxsize=None)
def all_registers() -> tuple[Register, ...]:
    """Every register of the year, in the order in which an office fills them."""
    with (Path(__file__).parent / "registers.toml").open("rb") as file:
        return registers(tomllib.load(file), CHOICES)


@lru_cache(maxsize=None)
def register(kind: str) -> Register:
    """The register of one kind of record; raises KeyError when there is none."""
    return {item.kind: item for item in all_registers()}[kind]


def entries_of(year: records.AccountsYear, kind: str) -> tuple[Any, ...]:
    """The records of one kind in a year."""
    found: tuple[Any, ...] = getattr(year, kind)
    return found


def rows_of(year: records.AccountsYear, kind: str) -> Iterator[tuple[Any, ...]]:
    """The records of one kind as rows of values, in the order of their register's columns."""
    names = [column.field for column in register(kind).columns]
    for record in entries_of(year, kind):
        yield tuple(getattr(record, name) for name in names)


@lru_cache(maxsize=None)
def subject_lists(year: int) -> Mapping[str, tuple[str, ...]]:
    """What the drop-downs of 科目 offer: 代码 and 名称, by the kind of their column."""
    known = [(code, names_of(code, year)) for code in sorted(dictionary())]
    said = [(code, f"{code} {names[0].name}") for code, names in known if names]
    return MappingProxyType(
        {
            "function": tuple(text for code, text in said if code[0] == "2" and len(code) == 7),
            "economic": tuple(text for code, text in said if code[0] == "3" and len(code) == 5),
        }
    )
