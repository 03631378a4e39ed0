"""Storing what happened (办件入库): the row, its tasks and parts, and the event, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models.base import ModelState

from kaocheng.cases.encoding import encode_case, encode_changes
from kaocheng.cases.events import CaseEvent
from kaocheng.cases.records import Case, Task
from kaocheng.cases.scopes import units_of
from kaocheng.cases.traits import traits_of, written
from kaocheng.kernel.events import Act
from kaocheng.site.audit.services import append_draft, drafted
from kaocheng.site.audit.services.appending import Draft
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
    told = _drafted(case, event, acting)
    key = insert_row(StoredCase, values)
    for write in (*_parts(key, case, units_of(case)), *_traits(key, "", case)):
        write()
    append_draft(told)
    return _row({"id": key, **values})


def update_case(kept: Kept, case: Case, event: CaseEvent, acting: Hand) -> StoredCase:
    """Store what a move made of a case, in a transaction: only the columns that changed.

    Raises Overtaken, and nothing is stored, when the case is no longer as it was read. The row that is given back
    knows what the record knows; its other columns are read when they are asked for. What can be reckoned before is,
    for others wait until the transaction is over.
    """
    key, before, now = kept.key, kept.case, plain_columns(case)
    changed = _changed(plain_columns(before), now)
    changed |= clock_columns(case, acting.calendar, acting.at, before)
    changed["facts"] = _written(encode_changes(kept.stored, before, case))
    where = {"county": case.county, "id": key, "serial": before.serial}
    others, told = list(_others(kept, case, changed, acting)), _drafted(case, event, acting)
    with transaction.atomic():
        if not update_row(StoredCase, where, changed):
            raise Overtaken
        for write in others:
            write()
        append_draft(told)
    return _row({"id": key, **fixed_columns(case), **now, **changed})


Write = Callable[[], object]
"""A statement that is ready to be sent."""
_REPEATED = ("state", "accepted_at", "closed_at")
"""What a part repeats of its case and a move may change."""


def _others(kept: Kept, case: Case, changed: Mapping[str, Any], acting: Hand) -> Iterator[Write]:
    """What is written besides the row of the case."""
    key, before = kept.key, kept.case
    if case.tasks is not before.tasks:
        yield from _tasks(key, before.tasks, case, acting)
    if repeated := {name: changed[name] for name in _REPEATED if name in changed}:
        where = {"county": case.county, "case_id": key}
        yield partial(update_row, StoredPart, where, repeated)
    if new := units_of(case) - units_of(before):
        yield from _parts(key, case, new)
    yield from _traits(key, written(traits_of(before)), case)


def facts_of(case: Case) -> str:
    """The record of a case as it stands in its row."""
    return _written(encode_case(case))


_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _row(known: Mapping[str, Any]) -> StoredCase:
    """The row as far as it is known; Django's own way asks of every column whether it is."""
    row = StoredCase.__new__(StoredCase)
    row._state = ModelState()  # noqa: SLF001
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS  # noqa: SLF001
    vars(row).update(known)
    return row


def _changed(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in now.items() if before[name] != value}


def _parts(key: int, case: Case, units: Iterable[str]) -> Iterator[Write]:
    """The departments that may see the case from now on."""
    shared = {
        "county": case.county,
        "case_id": key,
        "received_at": case.received_at,
        "state": case.state.value,
        "channel": case.channel.value,
        "accepted_at": case.accepted_at,
        "closed_at": case.closed_at,
    }
    rows = [{**shared, "unit": unit} for unit in sorted(units) if unit]
    yield partial(insert_rows, StoredPart, rows, once=True)


def _traits(key: int, before: str, case: Case) -> Iterator[Write]:
    """A row for a case with traits, none for one without."""
    words = written(traits_of(case))
    if words == before:
        return
    where = {"county": case.county, "case_id": key}
    if not before:
        yield partial(insert_rows, StoredTraits, [{**where, "words": words}])
    elif words:
        yield partial(update_row, StoredTraits, where, {"words": words})
    else:
        yield StoredTraits.objects.filter(**where).delete


def _tasks(key: int, before: tuple[Task, ...], case: Case, acting: Hand) -> Iterator[Write]:
    """The tasks of an acceptance to insert, those that changed to update."""
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
            yield partial(update_row, StoredTask, where, columns)
    if new:
        yield partial(insert_rows, StoredTask, new)


def _drafted(case: Case, event: CaseEvent, acting: Hand) -> Draft:
    stream, kind = f"case/{case.number}", event.kind
    act = Act(case.county, stream, acting.at, acting.name, str(acting.role), kind)
    return drafted(act, event.facts)
