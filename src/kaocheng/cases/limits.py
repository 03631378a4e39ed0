"""The limits of a case (办件时限): each with its budget, ledger, and what the clock says at a moment."""

from __future__ import annotations

from datetime import date, datetime

from kaocheng.cases.ledgers import LEDGERS
from kaocheng.cases.records import Case, Owed, Promise, Special, Supplement, Task
from kaocheng.catalogue.records import ItemVersion
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI, Budget, Entry, Reading, Turn, read_clock
from kaocheng.kernel.workdays import Unannounced, WorkCalendar
from kaocheng.law.figures import Dated, Lookup, legal

INTAKE = "licensing.notify_missing"
"""The figure of law: within how many days to tell what is missing (一次告知期限)."""
SERVING = "licensing.deliver"
"""The figure of law: within how many days to serve a decision (送达期限)."""
JOINT = "licensing.decide_jointly"
"""The figure of law: the days for handling by several authorities together (联合办理期限)."""
EXTENSION, JOINT_EXTENSION = "licensing.decide_extension", "licensing.decide_jointly_extension"
"""The figures of law: by how much the days may be extended (延长期限)."""
SUPPLEMENT = "local.supplement_least"
"""The local figure: how long there is at least for supplying what is missing (补正期限的下限)."""
URGINGS = "local.urgings_a_day"
"""The local figure: how often an applicant may urge a day (催办次数)."""
RENEWAL = "licensing.ask_renewal"
"""The figure of law: how long before expiry a renewal is to be asked for (申请延续的期限)."""


SUPPLEMENT_DAYS = "supplement_days"
"""The element of an item that says how many working days there are at least for supplying (补正期限)."""


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


def shortest_supplement(
    version: ItemVersion, on: date, figures: Lookup = legal
) -> tuple[Budget, str]:
    """The least time for supplying what is missing (补正期限的下限) and its basis: the item's own, else local."""
    own = version.element(SUPPLEMENT_DAYS)
    if own.isdecimal():
        return Budget(int(own)), f"“{version.name}”实施清单规定的补正期限"
    least = figures(SUPPLEMENT, on)
    return least.budget, least.basis


def urged_on(case: Case, day: date) -> int:
    """How often the applicant has urged on that day, through whatever channel (当日催办次数)."""
    days = (u.at.astimezone(SHANGHAI).date() for u in case.urgings if u.role == Role.APPLICANT)
    return sum(one == day for one in days)


def longer(one: Budget, other: Budget, since: datetime, calendar: WorkCalendar) -> bool:
    """Whether the first limit ends later than the second, both counted from the same moment.

    Of different units the last days are compared; one that lies in a year not announced counts as later.
    """
    if one.span is other.span:
        return one.amount > other.amount
    first, second = _last(since, one, calendar), _last(since, other, calendar)
    return first is None or second is None or first > second


def owed_due(owed: Owed, calendar: WorkCalendar) -> date | None:
    """Until when a deferred material may come (容缺材料补齐期限)."""
    return _last(owed.since, owed.budget, calendar)


def promise_due(promise: Promise, calendar: WorkCalendar) -> date | None:
    """Until when a promise is to be checked (承诺核查期限)."""
    return _last(promise.made_at, promise.budget, calendar)


def special_due(special: Special, calendar: WorkCalendar) -> date | None:
    """When a special procedure should be over, as the applicant was told (特别程序告知的期限)."""
    return _last(special.begun_at, special.told, calendar)


def extension_of_law(case: Case, on: date) -> Dated:
    """By how much the case's limit may be extended (可延长的期限): longer for joint handling."""
    joint = legal(JOINT, on).budget
    limit = case.legal_budget
    together = limit is not None and limit.span is joint.span and limit.amount >= joint.amount
    return legal(JOINT_EXTENSION if together else EXTENSION, on)


def permit_checked(case: Case) -> bool:
    """Whether the old permit is known to be as stated (原许可已核对): issued here, or its original was seen."""
    return bool(case.renewal_issue or case.renewal_seen)


def renews_after(case: Case, calendar: WorkCalendar) -> date | None:
    """The day after which silence renews the licence (视为准予延续); None for a late application or none.

    It is the day as stated: certain only where `permit_checked`. Also None while it cannot be told because the
    working days of the coming year are not announced.
    """
    until = case.expires_on
    if until is None:
        return None
    asked = case.received_at.astimezone(SHANGHAI).date()
    try:
        last_to_ask = calendar.due(asked, legal(RENEWAL, asked).value)
    except Unannounced:
        return None
    return until if last_to_ask <= until else None


def read_task(task: Task, calendar: WorkCalendar, at: datetime) -> Reading | None:
    """What a task's own clock says, None when it has no limit or has not begun (环节时限)."""
    if task.budget is None or not task.entries:
        return None
    return read_clock(task.budget, task.entries, calendar, at)


def _last(since: datetime, budget: Budget, calendar: WorkCalendar) -> date | None:
    """The last day of a limit that nothing interrupts; the unknown year gives None."""
    begun = (Entry(Turn.START, since, ""),)
    return read_clock(budget, begun, calendar, since).due
