"""The performance registers of the year folder (绩效登记表): their columns, and lists -> records."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Any

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.registers import Listing, Register, registers
from kaocheng.kernel.registers.entries import Entry, entries
from kaocheng.kernel.registers.sorting import register_of
from kaocheng.performance import lifecycle
from kaocheng.performance.integrity import Where, faults_of
from kaocheng.performance.lifecycle import (
    CONCLUSIONS,
    MOVES,
    NATURES,
    Override,
    PerformanceYear,
    Remark,
)
from kaocheng.performance.referring import Read, leading_nowhere

_PARTS = re.compile(r"[、,，;；\s]+")
_RECORDS: dict[str, type] = {
    "goals": lifecycle.Goal,
    "indicators": lifecycle.Planned,
    "assessments": lifecycle.Assessment,
    "steps": lifecycle.Step,
    "monitoring": lifecycle.Monitoring,
    "evidence": lifecycle.Evidence,
    "checks": lifecycle.SpotCheck,
}
_BLANK: dict[str, dict[str, Any]] = {
    "indicators": {"unit": "", "source": ""},
    "monitoring": {"value": None},
    "evidence": {"value": None, "unit": ""},
}


@lru_cache(maxsize=None)
def all_registers() -> tuple[Register, ...]:
    """Every register of performance, in the order in which an office fills them."""
    stages = tuple(stage for stage in MOVES if stage)
    with Path(__file__).with_name("registers.toml").open("rb") as file:
        offered = {"natures": NATURES, "stages": stages, "conclusions": CONCLUSIONS}
        return registers(tomllib.load(file), offered)


def read_performance_year(
    year: int,
    edition: str,
    department: str,
    listings: Iterable[Listing],
    projects: Collection[str] | None = None,
) -> tuple[PerformanceYear | None, tuple[Fault, ...]]:
    """The year written in the lists named like the registers, and everything wrong with them.

    Lists of other names are left alone. The year is None as soon as one fault is an error. `projects`
    are the codes of the projects in the accounts, None where they are not known.
    """
    known = all_registers()
    faults: list[Fault] = []
    found: dict[str, tuple[Any, ...]] = {}
    where: Where = {}
    rows: list[Read] = []
    for listing in listings:
        register = register_of(known, PurePath(listing.file).stem) or register_of(
            known, listing.sheet
        )
        if register is None:
            continue
        here = (listing.file, listing.sheet)
        # a register cut into parts: the row alone no longer tells the file
        where[register.kind] = (register.name, "") if register.kind in where else here
        every = list(entries(register, listing, faults))
        rows += (Read(*here, register, entry) for entry in every)
        read = [entry for entry in every if entry.whole]
        for kind, records in _records(register.kind, read).items():
            found[kind] = (*found.get(kind, ()), *records)
    made = PerformanceYear(year, edition, department, **found)
    faults += leading_nowhere(rows, edition, projects)
    faults += faults_of(made, where)
    return (None if any(f.is_error for f in faults) else made), tuple(faults)


def _records(kind: str, read: list[Entry]) -> dict[str, tuple[Any, ...]]:
    if kind == "remarks":
        return {
            "remarks": tuple(_remark(entry) for entry in read),
            "overrides": tuple(o for entry in read for o in _overrides(entry)),
        }
    return {kind: tuple(_record(kind, entry) for entry in read)}


def _record(kind: str, entry: Entry) -> Any:
    values = {**_BLANK.get(kind, {}), **entry.values}
    if kind == "evidence" and "records" in values:
        values["records"] = tuple(part for part in _PARTS.split(values["records"]) if part)
    return _RECORDS[kind](**values, row=entry.row)


def _remark(entry: Entry) -> Remark:
    fields = ("subject", "about", "done", "reason")
    return Remark(**{f: entry.values.get(f, "") for f in fields}, row=entry.row)


def _overrides(entry: Entry) -> Iterator[Override]:
    values = entry.values
    if {"score", "because", "post"} & set(values):
        yield Override(
            values["subject"],
            values["about"],
            values.get("score"),
            values.get("because", ""),
            values.get("post", ""),
            row=entry.row,
        )
