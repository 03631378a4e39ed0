"""Why a case is late (超期原因): which step holds it, since when, and what stopped its clock before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kaocheng.cases.joint import late_opinions, slowest
from kaocheng.cases.records import Case
from kaocheng.cases.states import State, TaskState
from kaocheng.kernel.clocks import SHANGHAI, local_day
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.names import people_names

_AT_HAND = (TaskState.OPEN, TaskState.PAUSED)


@dataclass(frozen=True, slots=True)
class Late:
    """A late case with what holds it (超期件)."""

    row: StoredCase
    due: date | None
    days: int
    held_by: str
    unit: str
    since: date | None
    said: str


def late_ones(
    rows: Iterable[StoredCase], column: str, calendar: WorkCalendar, today: date
) -> Sequence[Late]:
    """These cases, late by the day in this column, each with what holds it."""
    found = [(row, _due(row, column)) for row in rows]
    names = people_names({t.assignee for row, _ in found for t in row.record().tasks if t.assignee})
    return [_late(row, due, calendar, today, names) for row, due in found]


def _due(row: StoredCase, column: str) -> date | None:
    value = getattr(row, column)
    return _day(value) if isinstance(value, datetime) else value


def _late(
    row: StoredCase, due: date | None, calendar: WorkCalendar, today: date, names: Mapping[str, str]
) -> Late:
    case = row.record()
    days = calendar.count(due, today) if due and due < today else 0
    now = datetime.now(SHANGHAI)
    branch = slowest(case, calendar, now)
    if branch is not None and branch.task.state in _AT_HAND:
        task = branch.task
        since = _day(task.opened_at)
        who = f"已签收（{names[task.assignee]}）" if task.assignee else "没有签收"
        return Late(
            row, due, days, task.name, task.unit, since, who + _opinions(case, calendar, now)
        )
    if row.state == State.DECIDING:
        return Late(
            row, due, days, "决定", row.decider_unit, _day(row.moved_at), "各环节已办，等待决定"
        )
    return Late(row, due, days, row.state, row.unit, _day(row.moved_at), "等待办理")


def _opinions(case: Case, calendar: WorkCalendar, at: datetime) -> str:
    """Which departments were or are late with their opinion, in words (逾期反馈意见)."""
    found = [branch.task.name for branch in late_opinions(case, calendar, at)]
    return f"；环节超期：{'、'.join(found)}" if found else ""


def _day(at: datetime | None) -> date | None:
    return local_day(at) if at else None
