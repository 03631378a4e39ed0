"""The limits of a case (办件时限): each with its budget, ledger, and what the clock says at a moment."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kaocheng.cases.ledgers import LEDGERS
from kaocheng.cases.records import Case, Owed, Promise, Special, Supplement, Task
from kaocheng.kernel.clocks import SHANGHAI, Budget, Entry, Reading, Turn, read_clock
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.law.figures import legal

INTAKE = "acceptance_notice"
"""The figure of law: within how many days to tell what is missing (一次告知期限)."""
SERVING = "permit_service"
"""The figure of law: within how many days to serve a decision (送达期限)."""
EXTENSION = "permit_extension"
"""The figure of law: by how much an authority's head may extend (延长期限)."""


def budget_of(case: Case, clock: str) -> Budget | None:
    """The budget of one of the four clocks (时限), None when there is none."""
    on = case.received_at.astimezone(SHANGHAI).date()
    if clock == "受理":
        return legal(INTAKE, on).budget
    if clock == "送达":
        return legal(SERVING, on).budget
    return case.promised_budget if clock == "承诺" else case.legal_budget


def ledger_of(case: Case, clock: str) -> tuple[Entry, ...]:
    """The ledger of one of the four clocks (时限台账)."""
    found: tuple[Entry, ...] = getattr(case, LEDGERS[clock])
    return found


def read_limit(case: Case, clock: str, calendar: WorkCalendar, at: datetime) -> Reading | None:
    """What one of the four clocks says, None when it has no budget or has not begun."""
    budget, ledger = budget_of(case, clock), ledger_of(case, clock)
    return read_clock(budget, ledger, calendar, at) if budget and ledger else None


def due_of(case: Case, clock: str, calendar: WorkCalendar, at: datetime) -> date | None:
    """The last day of one of the four clocks."""
    reading = read_limit(case, clock, calendar, at)
    return reading.due if reading else None


def intake_is_late(case: Case, calendar: WorkCalendar, at: datetime) -> bool:
    """Whether the days for telling what is missing have passed in silence (逾期未告知)."""
    told = case.supplement is not None
    reading = read_limit(case, "受理", calendar, at)
    return not told and reading is not None and reading.stopped is None and reading.overdue


def supplement_due(told: Supplement, calendar: WorkCalendar) -> date | None:
    """Until when the missing materials may come (补正期限届满日)."""
    return _last(told.told_at, told.budget, calendar)


def owed_due(owed: Owed, calendar: WorkCalendar) -> date | None:
    """Until when a deferred material may come (容缺材料补齐期限)."""
    return _last(owed.since, owed.budget, calendar)


def promise_due(promise: Promise, calendar: WorkCalendar) -> date | None:
    """Until when a promise is to be checked (承诺核查期限)."""
    return _last(promise.made_at, promise.budget, calendar)


def special_due(special: Special, calendar: WorkCalendar) -> date | None:
    """When a special procedure should be over, as the applicant was told (特别程序告知的期限)."""
    return _last(special.begun_at, special.told, calendar)


def read_task(task: Task, calendar: WorkCalendar, at: datetime) -> Reading | None:
    """What a task's own clock says, None when it has no limit or has not begun (环节时限)."""
    if task.budget is None or not task.entries:
        return None
    return read_clock(task.budget, task.entries, calendar, at)


def _last(since: datetime, budget: Budget, calendar: WorkCalendar) -> date | None:
    """The last day of a limit that nothing interrupts; the unknown year gives None."""
    begun = (Entry(Turn.START, since, ""),)
    return read_clock(budget, begun, calendar, since + timedelta(0)).due
