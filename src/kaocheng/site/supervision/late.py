"""Why a case is late (超期原因): which step holds it, since when, and what stopped its clock before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from kaocheng.cases.records import Case, Task
from kaocheng.cases.states import State, TaskState
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.site.cases.models import StoredCase

_AT_HAND = (TaskState.OPEN, TaskState.PAUSED)


@dataclass(frozen=True, slots=True)
class Late:
    """A late case with what holds it (超期件)."""

    row: StoredCase
    days: int
    held_by: str
    unit: str
    since: date | None
    said: str


def late_ones(
    found: QuerySet[StoredCase], calendar: WorkCalendar, today: date, most: int
) -> Sequence[Late]:
    """The latest first, each with the step that holds it."""
    return [_late(row, calendar, today) for row in found.overdue(today)[:most]]  # type: ignore[attr-defined]


def _late(row: StoredCase, calendar: WorkCalendar, today: date) -> Late:
    case = row.record()
    days = calendar.count(row.due_on, today) if row.due_on else 0
    task = _slowest(case)
    if task is not None:
        since = _day(task.opened_at)
        who = f"已签收（{task.assignee}）" if task.assignee else "没有签收"
        return Late(row, days, task.name, task.unit, since, who)
    if row.state == State.DECIDING:
        return Late(row, days, "决定", row.decider_unit, _day(row.moved_at), "各环节已办，等待决定")
    return Late(row, days, row.state, row.unit, _day(row.moved_at), "等待办理")


def _slowest(case: Case) -> Task | None:
    """The step at hand that has been open longest (最慢的环节)."""
    waiting = [(t.opened_at, t.key) for t in case.tasks if t.state in _AT_HAND and t.opened_at]
    return case.task(min(waiting)[1]) if waiting else None


def _day(at: datetime | None) -> date | None:
    return at.astimezone(SHANGHAI).date() if at else None
