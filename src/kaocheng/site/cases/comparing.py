"""Rows of cases compared with their events (办件登记与事件对照): record and columns exactly, days by the clocks.

Columns that no event tells of (查询码) are left out. A case that is over keeps the days of the calendar it ended
under, so both that one and the calendar in force are right.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kaocheng.cases.encoding import encode_case
from kaocheng.cases.events import CaseEvent
from kaocheng.cases.moving import rebuild
from kaocheng.cases.records import Case
from kaocheng.cases.scopes import units_of
from kaocheng.cases.traits import traits_of, written
from kaocheng.kernel.clocks import SHANGHAI, local_day
from kaocheng.kernel.events import Break, Event, Tampering
from kaocheng.kernel.refusing import Refusal
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.site.audit.comparing import register_comparison
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.cases.models import StoredCase, StoredPart, StoredTask
from kaocheng.site.cases.services.columns import (
    clock_columns,
    fixed_columns,
    plain_columns,
    task_columns,
)
from kaocheng.site.cases.services.versions import pinned
from kaocheng.site.law.services import calendar_in_force

_PIECE = 500
_BROKEN = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError)
"""What events that were tampered with may raise when they are added up."""


def register() -> None:
    """Have the rows of cases compared when the audit is verified; called when the site starts."""
    register_comparison("case", CaseComparison)


class CaseComparison:
    """The cases of one county, a few hundred rows at a time (办件对照)."""

    def __init__(self, county: str) -> None:
        self.county, self.rows = county, 0
        self._waiting: dict[str, Case] = {}
        self._calendar = calendar_in_force()

    def add(self, stream: str, events: Sequence[Event]) -> Iterator[Break]:
        """Rebuild the case of a stream, and compare when enough of them wait."""
        number = stream.removeprefix("case/")
        try:
            case = rebuild(_happened(event) for event in events)
        except _BROKEN as fault:
            yield self._break(number, f"事件不能重建办件（{type(fault).__name__}：{fault}）")
            return
        if case is not None:
            self._waiting[number] = case
        if len(self._waiting) >= _PIECE:
            yield from self._compared()

    def finish(self) -> Iterator[Break]:
        """The last rows, and those whose events are gone."""
        yield from self._compared()
        if StoredCase.objects.of(self.county).count() > self.rows:
            yield from self._without_events()

    def _compared(self) -> Iterator[Break]:
        rows = StoredCase.objects.of(self.county).filter(number__in=self._waiting)
        found = {row.number: row for row in rows.select_related("traits")}
        tasks: dict[int, dict[str, StoredTask]] = defaultdict(dict)
        for task in StoredTask.objects.of(self.county).filter(case__in=found.values()):
            tasks[task.case_id][task.key] = task
        parts: dict[int, list[StoredPart]] = defaultdict(list)
        for part in StoredPart.objects.filter(county=self.county, case__in=found.values()):
            parts[part.case_id].append(part)
        for number, case in self._waiting.items():
            if number in found:
                self.rows += 1
                wrong = list(self._wrong(found[number], case, tasks[found[number].pk]))
                wrong += _parts(case, parts[found[number].pk])
                if wrong:
                    yield self._break(number, "；".join(wrong), case.serial)
            else:
                yield self._break(number, "有事件，没有登记", case.serial)
        self._waiting = {}

    def _wrong(self, row: StoredCase, case: Case, tasks: Mapping[str, StoredTask]) -> Iterator[str]:
        """What a row says otherwise than its events."""
        yield from _facts(row, case)
        yield from _columns(row, fixed_columns(case) | plain_columns(case) | _named(case))
        traits = getattr(row, "traits", None)
        if (traits.words if traits else "") != written(traits_of(case)):
            yield "办件特征不符"
        if {task.key for task in case.tasks} != set(tasks):
            yield "办理环节的登记多出或缺失"
            return
        faults = list(_clocks(row, case, tasks, self._calendar))
        if faults and not _as_it_ended(row, case, tasks):
            yield from faults

    def _without_events(self) -> Iterator[Break]:
        known = StoredCase.objects.of(self.county).values_list("number", flat=True)
        piece: list[str] = []
        for number in known.iterator(chunk_size=_PIECE):
            piece.append(number)
            if len(piece) == _PIECE:
                yield from self._missing(piece)
                piece = []
        yield from self._missing(piece)

    def _missing(self, numbers: list[str]) -> Iterator[Break]:
        streams = {f"case/{number}" for number in numbers}
        told = StoredEvent.objects.filter(county=self.county, stream__in=streams, serial=1)
        for stream in sorted(streams - set(told.values_list("stream", flat=True))):
            yield self._break(stream.removeprefix("case/"), "有登记，没有事件")

    def _break(self, number: str, message: str, last: int = 1) -> Break:
        return Break(self.county, f"case/{number}", last, last, Tampering.ROW, message)


def _happened(event: Event) -> CaseEvent:
    facts = json.loads(event.facts)
    return CaseEvent(event.kind, facts, event.actor, event.role, event.at.astimezone(SHANGHAI))


def _facts(row: StoredCase, case: Case) -> Iterator[str]:
    """The record, field by field."""
    try:
        kept = json.loads(row.facts)
    except ValueError:
        yield "记录读不出来"
        return
    told = encode_case(case)
    if kept != told:
        names = sorted(n for n in kept.keys() | told.keys() if kept.get(n) != told.get(n))
        yield f"记录中的{'、'.join(names)}与事件不符"


def _named(case: Case) -> dict[str, Any]:
    """The name of the item, from the version the case is pinned to."""
    try:
        version = pinned(case.county, case.item, case.version, case.pinned)
    except Refusal:
        return {}
    return {"item_name": version.name}


def _parts(case: Case, parts: Sequence[StoredPart]) -> Iterator[str]:
    """The departments that may see the case; one whose task was ended keeps its part."""
    told = {
        "received_at": case.received_at,
        "state": case.state.value,
        "channel": case.channel.value,
        "accepted_at": case.accepted_at,
        "closed_at": case.closed_at,
    }
    for part in sorted(parts, key=lambda part: part.unit):
        yield from _columns(part, told, f"部门{part.unit}的")
    absent = units_of(case) - {"", *(part.unit for part in parts)}
    yield from (f"部门{unit}的参与登记缺失" for unit in sorted(absent))


def _columns(
    row: StoredCase | StoredTask | StoredPart, told: Mapping[str, Any], of: str = ""
) -> Iterator[str]:
    for name, value in told.items():
        kept = getattr(row, name)
        if kept != value:
            title = getattr(row._meta.get_field(name), "verbose_name", name)  # noqa: SLF001
            yield f"{of}{title}登记为{_said(kept)}，按事件应为{_said(value)}"


def _said(value: object) -> str:
    return "空" if value in (None, "") else f"“{value}”"


def _clocks(
    row: StoredCase, case: Case, tasks: Mapping[str, StoredTask], calendar: WorkCalendar
) -> Iterator[str]:
    """The cached days under a calendar, as they were when the case was moved last."""
    at = case.moved_at or case.received_at
    yield from _columns(row, clock_columns(case, calendar, at))
    for task in case.tasks:
        yield from _columns(tasks[task.key], task_columns(task, calendar, at), f"环节“{task.name}”")


def _as_it_ended(row: StoredCase, case: Case, tasks: Mapping[str, StoredTask]) -> bool:
    """Whether a case that is over has the days of the calendar of its last day."""
    if case.ended_at is None or case.moved_at is None:
        return False
    calendar = calendar_in_force(on=local_day(case.moved_at))
    return not any(_clocks(row, case, tasks, calendar))
