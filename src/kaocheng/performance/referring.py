"""What the rows of performance name must be there (引用): goals, indicators, and projects of the accounts.

Rows that are at fault otherwise are judged by what could be read of them, and what they name is
known all the same: nothing that hangs on a row at fault is called unknown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.registers import Register
from kaocheng.kernel.registers.entries import Entry
from kaocheng.performance.lifecycle import UNDONE, WHOLE
from kaocheng.performance.standards import asked_for

_EXECUTION = "预算执行率"
_NO_GOAL = "没有这个对象的绩效目标"
_GOAL_FIRST = "先在“绩效目标”写这个对象，或改正代码"


@dataclass(frozen=True, slots=True)
class Read:
    """One row as it was read (读到的一行): its file, worksheet and register, whole or not."""

    file: str
    sheet: str
    register: Register
    entry: Entry


@dataclass(frozen=True, slots=True)
class Reference:
    """One column that names something: `names` what may stand there, None where that is not known."""

    kind: str
    field: str
    names: frozenset[str] | None
    message: str
    remedy: str


def leading_nowhere(
    rows: Iterable[Read], edition: str, projects: Collection[str] | None
) -> Iterator[Fault]:
    """Every name that nothing bears; `projects` are the codes of the accounts, None where unknown."""
    by_kind: dict[str, list[Read]] = {}
    for row in rows:
        by_kind.setdefault(row.register.kind, []).append(row)
    for one in _references(by_kind, edition, projects):
        for row in by_kind.get(one.kind, ()):
            written = row.entry.values.get(one.field)
            given_up = one.field == "subject" and row.entry.values.get("stage") == UNDONE
            allowed = one.names if not given_up or projects is None else frozenset(projects)
            if written is not None and allowed is not None and written not in allowed:
                yield _fault(row, one, written, allowed)


def _references(
    rows: Mapping[str, list[Read]], edition: str, projects: Collection[str] | None
) -> Iterator[Reference]:
    subjects = _named(rows.get("goals", ()), "subject", {WHOLE})
    numbers = _named(rows.get("indicators", ()), "number", ())
    asked = None if numbers is None else numbers | asked_for(edition)
    executed = None if asked is None else asked | {_EXECUTION}
    codes = None if projects is None else frozenset((*projects, WHOLE))
    yield Reference(
        "goals", "subject", codes, "“项目”里没有这个代码",
        f"请核对项目代码，或在“项目”里补上；部门整体写“{WHOLE}”",
    )  # fmt: skip
    for kind in ("indicators", "steps", "assessments", "evidence", "remarks"):
        yield Reference(kind, "subject", subjects, _NO_GOAL, _GOAL_FIRST)
    yield Reference("monitoring", "indicator", numbers, "没有这个指标", "请核对编号")
    yield Reference(
        "evidence", "about", asked, "没有这个指标或取数名称", "写指标编号，或评分表的评分项、取数名称",
    )  # fmt: skip
    yield Reference("remarks", "about", executed, "没有这个指标或评分项", "请核对名称")


def _named(rows: Iterable[Read], field: str, more: Iterable[str]) -> frozenset[str] | None:
    """What the rows of a register are called; None where one of them could not be read so far."""
    named: list[Any] = [row.entry.values.get(field) for row in rows]
    return None if None in named else frozenset((*named, *more))


def _fault(row: Read, one: Reference, written: str, allowed: Collection[str]) -> Fault:
    column = row.register.column(one.field)
    near = get_close_matches(written, sorted(allowed), 1, 0.6)
    hint = f"{one.remedy}（相近的有 {near[0]}）" if near else one.remedy
    place = (row.file, row.sheet, row.entry.row, column.title)
    return Fault(*place, written, one.message, hint)
