"""Storing what happened (办件入库): the row, its tasks and parts, and the event, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS

from kaocheng.cases.encoding import encode_case, encode_changes
from kaocheng.cases.events import CaseEvent
from kaocheng.cases.records import Case, Task
from kaocheng.cases.scopes import units_of
from kaocheng.cases.traits import traits_of, written
from kaocheng.site.audit.services import append
from kaocheng.site.base.bare import insert_row, insert_rows, update_row
from kaocheng.site.cases.models import StoredCase, StoredPart, StoredTask, StoredTraits
from kaocheng.site.cases.services.acting import Hand
from kaocheng.site.cases.services.columns import (
    clock_columns,
    fixed_columns,
    plain_columns,
    task_columns,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A case as it is kept (库中的办件): the id of its row, the record, and the JSON it was read from."""

    key: int
    stored: dict[str, Any]
    case: Case


class Overtaken(Exception):
    """Somebody else has moved the case since it was read (办件已被他人办理)."""


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
    _store_traits(key, "", case)
    _append(case, event, acting)
    return _row({"id": key, **values})


def update_case(kept: Kept, case: Case, event: CaseEvent, acting: Hand) -> StoredCase:
    """Store what a move made of a case: only the columns that changed.

    Raises Overtaken, and nothing is stored, when the case is no longer as it was read. The row that is given back
    knows what the record knows; its other columns are read when they are asked for.
    """
    key, before, now = kept.key, kept.case, plain_columns(case)
    changed = _changed(plain_columns(before), now)
    changed |= clock_columns(case, acting.calendar, acting.at, before)
    changed["facts"] = _written(encode_changes(kept.stored, before, case))
    where = {"county": case.county, "id": key, "serial": before.serial}
    if not update_row(StoredCase, where, changed):
        raise Overtaken
    _store_tasks(key, before.tasks, case, acting)
    if "state" in changed:
        where = {"county": case.county, "case_id": key}
        update_row(StoredPart, where, {"state": changed["state"]})
    if new := units_of(case) - units_of(before):
        _insert_parts(key, case, new)
    _store_traits(key, written(traits_of(before)), case)
    _append(case, event, acting)
    return _row({"id": key, **fixed_columns(case), **now, **changed})


def facts_of(case: Case) -> str:
    """The record of a case as it stands in its row."""
    return _written(encode_case(case))


_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _row(known: Mapping[str, Any]) -> StoredCase:
    """The row as far as it is known; Django wants the columns in the order of the fields."""
    names = [field.attname for field in StoredCase._meta.concrete_fields if field.attname in known]  # noqa: SLF001
    return StoredCase.from_db(DEFAULT_DB_ALIAS, names, [known[name] for name in names])


def _changed(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in now.items() if before[name] != value}


def _insert_parts(key: int, case: Case, units: Iterable[str]) -> None:
    """The departments that may see the case from now on."""
    shared = {
        "county": case.county,
        "case_id": key,
        "received_at": case.received_at,
        "state": case.state.value,
        "channel": case.channel.value,
    }
    rows = [{**shared, "unit": unit} for unit in sorted(units) if unit]
    insert_rows(StoredPart, rows, once=True)


def _store_traits(key: int, before: str, case: Case) -> None:
    """A row for a case with traits, none for one without."""
    words = written(traits_of(case))
    if words == before:
        return
    where = {"county": case.county, "case_id": key}
    if not before:
        insert_rows(StoredTraits, [{**where, "words": words}])
    elif words:
        update_row(StoredTraits, where, {"words": words})
    else:
        StoredTraits.objects.filter(**where).delete()


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
            update_row(StoredTask, where, columns)
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
