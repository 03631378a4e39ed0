"""Columns of a case's row (办件列): taken from the record, and from what its clocks say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from kaocheng.cases.limits import (
    owed_due,
    promise_due,
    read_limit,
    read_task,
    renews_after,
    supplement_due,
)
from kaocheng.cases.measuring import all_online, visits
from kaocheng.cases.records import Case, Task
from kaocheng.cases.states import State
from kaocheng.kernel.clocks import ClockState, Reading
from kaocheng.kernel.workdays import WorkCalendar


def fixed_columns(case: Case) -> dict[str, Any]:
    """What a row repeats of the record and no move changes."""
    return {
        "county": case.county,
        "number": case.number,
        "state_number": case.state_number,
        "item": case.item,
        "version": case.version,
        "pinned": case.pinned,
        "applicant": case.applicant,
        "channel": case.channel.value,
        "hall": case.hall,
        "window": case.window,
        "window_kind": case.window_kind,
        "ticket": case.ticket,
        "parent": case.parent,
        "immediate": case.immediate,
        "received_at": case.received_at,
    }


def plain_columns(case: Case) -> dict[str, Any]:
    """What a row repeats of the record."""
    outcome, delivery = case.outcome, case.delivery
    return {
        "state": case.state.value,
        "unit": case.unit,
        "decider_role": case.decider[0],
        "decider_unit": case.decider[1],
        "paused": bool(case.running),
        "owing": bool(case.owing),
        "extended": case.extension is not None,
        "told_at": case.supplement.told_at if case.supplement else None,
        "accepted_at": case.accepted_at,
        "accepted_by": case.accepted_by,
        "decided_at": outcome.at if outcome else None,
        "verdict": outcome.verdict.value if outcome else "",
        "closed_at": case.closed_at,
        "delivered_at": delivery.at if delivery else None,
        "ended_at": case.ended_at,
        "online": all_online(case),
        "visits": visits(case),
        "moved_by": case.moved_by,
        "moved_at": case.moved_at,
        "last_move": case.last_move,
        "serial": case.serial,
    }


def clock_columns(case: Case, calendar: WorkCalendar, at: datetime) -> dict[str, Any]:
    """What the clocks say: a cache, and the only part of a row that a holiday notice changes."""
    told = case.supplement
    promised = read_limit(case, "承诺", calendar, at)
    waiting = case.state is State.SUPPLEMENTING and told is not None
    return {
        "due_on": _shown(promised),
        "legal_due_on": _shown(read_limit(case, "法定", calendar, at)),
        "answer_by": _running(case, calendar, at),
        "supply_by": supplement_due(told, calendar) if waiting and told else None,
        "owed_by": _first(owed_due(o, calendar) for o in case.owing),
        "check_by": _first(promise_due(p, calendar) for p in case.promises if p.kept is None),
        "renews_after": renews_after(case, calendar),
        "serve_by": _shown(read_limit(case, "送达", calendar, at)),
        "used_days": promised.used if promised and promised.stopped else None,
        "late": bool(promised and promised.stopped and promised.overdue),
    }


def task_columns(task: Task, calendar: WorkCalendar, at: datetime) -> dict[str, Any]:
    """What a task's row repeats of its record, and what its clock says."""
    reading = read_task(task, calendar, at)
    return {
        "name": task.name,
        "role": task.role,
        "unit": task.unit,
        "state": task.state.value,
        "assignee": task.assignee,
        "opinion": task.opinion,
        "round": task.round,
        "opened_at": task.opened_at,
        "done_at": task.done_at,
        "done_by": task.done_by,
        "due_on": _shown(reading),
        "late": bool(reading and reading.stopped and reading.overdue),
    }


def _running(case: Case, calendar: WorkCalendar, at: datetime) -> date | None:
    reading = read_limit(case, "受理", calendar, at)
    return reading.due if reading and case.state is State.REGISTERED else None


def _shown(reading: Reading | None) -> date | None:
    """The last day; none while the clock stands still in time, for then it moves from day to day."""
    if reading is None or (reading.state is ClockState.PAUSED and not reading.overdue):
        return None
    return reading.due


def _first(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day is not None), default=None)
