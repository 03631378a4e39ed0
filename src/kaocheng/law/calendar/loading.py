"""Reading the notices (放假安排通知): one file an announced year beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaocheng.kernel.workdays import Notice, WorkCalendar

_FOLDER = Path(__file__).parent


@lru_cache(maxsize=None)
def work_calendar() -> WorkCalendar:
    """The calendar of every year that has a file here."""
    return WorkCalendar(notices())


@lru_cache(maxsize=None)
def notices() -> tuple[Notice, ...]:
    """Every notice, oldest year first, the notices of a year in the order they were issued."""
    found: list[Notice] = []
    for path in sorted(_FOLDER.glob("[0-9]*.toml")):
        with path.open("rb") as file:
            data = tomllib.load(file)
        found += [notice_from(data["year"], raw) for raw in data["notice"]]
    return tuple(found)


def notice_from(year: int, raw: Mapping[str, Any]) -> Notice:
    """A notice as its file writes it: holidays by occasion, each with days off and make-up days."""
    holidays: list[Mapping[str, Any]] = raw.get("holiday", [])
    return Notice(
        year=year,
        number=raw.get("number", ""),
        title=raw["title"],
        issued=raw.get("issued"),
        days_off=_days(holidays, "off"),
        make_ups=_days(holidays, "make_up"),
        restored=tuple(raw.get("restored", ())),
        number_confirmed=raw.get("number_confirmed", False),
    )


def _days(holidays: list[Mapping[str, Any]], key: str) -> tuple[tuple[date, str], ...]:
    return tuple((day, holiday["occasion"]) for holiday in holidays for day in holiday.get(key, ()))
