"""Storing what happened (办件入库): the row, its tasks and parts, and the event, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import DEFAULT_DB_ALIAS

from kaocheng.cases.encoding import encode_case
from kaocheng.cases.events import CaseEvent
from kaocheng.cases.records import Case, Task
from kaocheng.cases.scopes import units_of
from kaocheng.site.audit.services import append
from kaocheng.site.base.bare import insert_row, insert_rows, update_row
from kaocheng.site.cases.models import StoredCase, StoredPart, StoredTask
from kaocheng.site.cases.services.acting import Hand
from kaocheng.site.cases.services.columns import (
    clock_columns,
    fixed_columns,
    plain_columns,
    task_columns,
)

_TIMED = ("intake", "entries", "legal", "serving", "supplement", "owed", "promises", "state")
"""The parts of a record the clocks depend on."""


def insert_case(
    case: Case, event: CaseEvent, item_name: str, code: str, acting: Hand
) -> StoredCase:
    """Store a new case with its first event."""
    values = {
        "item_name": item_name,
        "code": code,
        **fixed_columns(case),
        **plain_columns(case),
        **clock_columns(case, acting.calendar, acting.at),
        "facts": facts_of(case),
    }
    key = insert_row(StoredCase, values)
    _insert_parts(key, case, units_of(case))
    _append(case, event, acting)
    return _row({"id": key, **values})


def update_case(key: int, before: Case, case: Case, event: CaseEvent, acting: Hand) -> StoredCase:
    """Store what a move made of a case: only the columns that changed.

    The row that is given back knows what the record knows; its other columns are read when they are asked for.
    """
    now = plain_columns(case)
    changed = _changed(plain_columns(before), now)
    if any(getattr(before, name) != getattr(case, name) for name in _TIMED):
        changed |= clock_columns(case, acting.calendar, acting.at)
    changed["facts"] = facts_of(case)
    update_row(StoredCase, {"county": case.county, "id": key}, changed)
    _store_tasks(key, before.tasks, case, acting)
    if new := units_of(case) - units_of(before):
        _insert_parts(key, case, new)
    _append(case, event, acting)
    return _row({"id": key, **fixed_columns(case), **now, **changed})


def facts_of(case: Case) -> str:
    """The record of a case as it stands in its row."""
    return json.dumps(encode_case(case), ensure_ascii=False, separators=(",", ":"))


def _row(known: Mapping[str, Any]) -> StoredCase:
    """The row as far as it is known; Django wants the columns in the order of the fields."""
    names = [field.attname for field in StoredCase._meta.concrete_fields if field.attname in known]  # noqa: SLF001
    return StoredCase.from_db(DEFAULT_DB_ALIAS, names, [known[name] for name in names])


def _changed(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in now.items() if before[name] != value}


def _insert_parts(key: int, case: Case, units: Iterable[str]) -> None:
    """The departments that may see the case from now on."""
    rows = [
        {"county": case.county, "unit": unit, "case_id": key, "received_at": case.received_at}
        for unit in sorted(units)
        if unit
    ]
    insert_rows(StoredPart, rows, once=True)


def _store_tasks(key: int, before: tuple[Task, ...], case: Case, acting: Hand) -> None:
    """Insert the tasks of an acceptance, update those that changed."""
    known = {task.key: task for task in before}
    new = []
    for task in case.tasks:
        was = known.get(task.key)
        if was is None:
            columns = task_columns(task, acting.calendar, acting.at)
            new.append({"county": case.county, "case_id": key, "key": task.key, **columns})
        elif was is not task and was != task:
            where = {"county": case.county, "case_id": key, "key": task.key}
            columns = task_columns(task, acting.calendar, acting.at)
            update_row(
                StoredTask, where, _changed(task_columns(was, acting.calendar, acting.at), columns)
            )
    insert_rows(StoredTask, new)


def _append(case: Case, event: CaseEvent, acting: Hand) -> None:
    append(
        county=case.county,
        stream=f"case/{case.number}",
        kind=event.kind,
        facts=event.facts,
        actor=acting.name,
        role=acting.role,
        at=acting.at,
    )
