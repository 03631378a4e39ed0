"""Columns of a case's row (办件列): taken from the record, and from what its clocks say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from kaocheng.cases.limits import (
    owed_due,
    permit_checked,
    promise_due,
    read_limit,
    read_task,
    renews_after,
    special_due,
    supplement_due,
)
from kaocheng.cases.measuring import all_online, on_spot, visits
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
        "correcting": bool(case.correcting),
        "extended": case.extension is not None,
        "returning": case.pending is not None and case.pending.move == "ask_return",
        "offered_to": case.pending.unit if case.pending else "",
        "asked_of": case.pending.official if case.pending else "",
        "told_at": case.supplement.told_at if case.supplement else None,
        "accepted_at": case.accepted_at,
        "accepted_by": case.accepted_by,
        "decided_at": outcome.at if outcome else None,
        "verdict": outcome.verdict.value if outcome else "",
        "closed_at": case.closed_at,
        "delivered_at": delivery.at if delivery else None,
        "ended_at": case.ended_at,
        "on_spot": on_spot(case),
        "online": all_online(case),
        "visits": visits(case),
        "moved_by": case.moved_by,
        "moved_at": case.moved_at,
        "last_move": case.last_move,
        "serial": case.serial,
    }


def clock_columns(
    case: Case, calendar: WorkCalendar, at: datetime, before: Case | None = None
) -> dict[str, Any]:
    """What the clocks say: a cache, and the only part of a row that a holiday notice changes.

    With the case as it was before a move, only the clocks whose ledger the move has changed.
    """
    found: dict[str, Any] = {}
    for parts, columns in _CLOCKS:
        if before is None or any(getattr(case, p) != getattr(before, p) for p in parts):
            found |= columns(case, calendar, at)
    return found


def _promised(case: Case, calendar: WorkCalendar, at: datetime) -> dict[str, Any]:
    reading = read_limit(case, "承诺", calendar, at)
    over = bool(reading and reading.stopped)
    return {
        "due_on": _shown(reading),
        "used_days": reading.used if reading and over else None,
        "late": bool(reading and over and reading.overdue),
    }


def _legal(case: Case, calendar: WorkCalendar, at: datetime) -> dict[str, Any]:
    return {"legal_due_on": _shown(read_limit(case, "法定", calendar, at))}


def _intake(case: Case, calendar: WorkCalendar, at: datetime) -> dict[str, Any]:
    told = case.supplement
    waits = told is not None and case.state is State.SUPPLEMENTING
    reading = read_limit(case, "受理", calendar, at) if case.state is State.REGISTERED else None
    return {
        "answer_by": reading.due if reading else None,
        "supply_by": supplement_due(told, calendar) if told and waits else None,
    }


def _owed(case: Case, calendar: WorkCalendar, at: datetime) -> dict[str, Any]:
    return {"owed_by": _first(owed_due(o, calendar) for o in case.owing)}


def _promises(case: Case, calendar: WorkCalendar, at: datetime) -> dict[str, Any]:
    waiting = (p for p in case.promises if p.kept is None)
    return {"check_by": _first(promise_due(p, calendar) for p in waiting)}


def _serving(case: Case, calendar: WorkCalendar, at: datetime) -> dict[str, Any]:
    reading = read_limit(case, "送达", calendar, at)
    return {"serve_by": None if reading and reading.stopped else _shown(reading)}


def _specials(case: Case, calendar: WorkCalendar, at: datetime) -> dict[str, Any]:
    return {"special_by": _first(special_due(s, calendar) for s in case.running)}


def _renewal(case: Case, calendar: WorkCalendar, at: datetime) -> dict[str, Any]:
    until = renews_after(case, calendar)
    known = permit_checked(case)
    return {"renews_after": until if known else None, "claimed_until": None if known else until}


_CLOCKS: tuple[tuple[tuple[str, ...], Callable[..., dict[str, Any]]], ...] = (
    (("entries",), _promised),
    (("legal",), _legal),
    (("intake", "supplement", "state"), _intake),
    (("owed",), _owed),
    (("promises",), _promises),
    (("serving",), _serving),
    (("specials",), _specials),
    (("expires_on", "renewal_seen", "renewal_issue"), _renewal),
)
"""The parts of a record each cached day depends on."""


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


def _shown(reading: Reading | None) -> date | None:
    """The last day; none while the clock stands still in time, for then it moves from day to day."""
    if reading is None or (reading.state is ClockState.PAUSED and not reading.overdue):
        return None
    return reading.due


def _first(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day is not None), default=None)
