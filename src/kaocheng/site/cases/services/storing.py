"""Storing what happened (办件入库): the row, its tasks and parts, and the event, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kaocheng.cases.encoding import encode_case
from kaocheng.cases.events import CaseEvent
from kaocheng.cases.records import Case, Task
from kaocheng.cases.scopes import units_of
from kaocheng.site.audit.services import append
from kaocheng.site.cases.models import StoredCase, StoredPart, StoredTask
from kaocheng.site.cases.services.acting import Hand
from kaocheng.site.cases.services.columns import clock_columns, plain_columns, task_columns

_LEDGERS = ("intake", "entries", "legal", "serving", "supplement", "owed", "promises", "state")


@dataclass(frozen=True, slots=True)
class Taken:
    """What is known of a case only when it is opened (接件时所知)."""

    code: str
    item_name: str
    pinned: str


def insert_case(case: Case, event: CaseEvent, taken: Taken, acting: Hand) -> StoredCase:
    """Store a new case with its first event."""
    row = StoredCase(
        county=case.county,
        number=case.number,
        code=taken.code,
        item=case.item,
        item_name=taken.item_name,
        version=case.version,
        pinned=taken.pinned,
        applicant=case.applicant,
        channel=case.channel.value,
        hall=case.hall,
        window=case.window,
        window_kind=case.window_kind,
        ticket=case.ticket,
        parent=case.parent,
        immediate=case.immediate,
        received_at=case.received_at,
        **plain_columns(case),
        **clock_columns(case, acting.calendar, acting.at),
        **_trace(case, event),
    )
    row.save(force_insert=True)
    _insert_parts(row, units_of(case))
    _append(case, event, acting)
    return row


def update_case(
    row: StoredCase,
    before: Case,
    case: Case,
    event: CaseEvent,
    acting: Hand,
) -> StoredCase:
    """Store what a move made of a case: only the columns that changed."""
    columns = plain_columns(case) | _trace(case, event)
    if any(getattr(before, name) != getattr(case, name) for name in _LEDGERS):
        columns |= clock_columns(case, acting.calendar, acting.at)
    changed = {name: value for name, value in columns.items() if getattr(row, name) != value}
    StoredCase.objects.filter(pk=row.pk, county=row.county).update(**changed)
    for name, value in changed.items():
        setattr(row, name, value)
    _store_tasks(row, before.tasks, case.tasks, acting)
    if new := units_of(case) - units_of(before):
        _insert_parts(row, new)
    _append(case, event, acting)
    return row


def facts_of(case: Case) -> str:
    """The record of a case as it stands in its row."""
    return json.dumps(encode_case(case), ensure_ascii=False, separators=(",", ":"))


def _trace(case: Case, event: CaseEvent) -> dict[str, Any]:
    return {
        "moved_by": event.actor,
        "moved_at": event.at,
        "last_move": event.kind,
        "serial": case.serial,
        "facts": facts_of(case),
    }


def _insert_parts(row: StoredCase, units: Iterable[str]) -> None:
    parts = (
        StoredPart(county=row.county, unit=unit, case=row, received_at=row.received_at)
        for unit in sorted(units)
        if unit
    )
    StoredPart.objects.bulk_create(parts, ignore_conflicts=True)


def _store_tasks(
    row: StoredCase,
    before: tuple[Task, ...],
    after: tuple[Task, ...],
    acting: Hand,
) -> None:
    """Insert the tasks of an acceptance, update those that changed."""
    known = {task.key: task for task in before}
    new = [task for task in after if task.key not in known]
    StoredTask.objects.bulk_create(
        StoredTask(
            county=row.county,
            case=row,
            key=task.key,
            **task_columns(task, acting.calendar, acting.at),
        )
        for task in new
    )
    for task in after:
        if task.key in known and task != known[task.key]:
            rows = StoredTask.objects.filter(county=row.county, case=row, key=task.key)
            rows.update(**task_columns(task, acting.calendar, acting.at))


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
