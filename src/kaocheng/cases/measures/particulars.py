"""What a case counts for (统计要素): the closed list of facts the measures may ask about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kaocheng.cases.events import LAW
from kaocheng.cases.limits import read_limit
from kaocheng.cases.measuring import all_online, on_spot, visits
from kaocheng.cases.records import Case
from kaocheng.cases.traits import Trait, traits_of
from kaocheng.kernel.clocks import Budget, ClockState, Reading, Span, local_day
from kaocheng.kernel.workdays import WorkCalendar

EARLY, IN_TIME, LATE, NO_LIMIT = "提前", "按期", "超期", ""
"""How a closed case stands to a limit (办结时效)."""
TAKEN_IN, TURNED_AWAY, UNDECIDED = "受理", "不予受理", ""
"""What became of the application (受理结果); 不需办理, 退件, 撤回 and those not yet decided count as neither."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A case as the measures see it (统计要素). Nothing personal; days are those of Beijing.

    `closed` by the cut-off; `halted` (受理后终止) ended without 办结; `overdue` still open after its promised day;
    `promised` and `statutory` how it stands to the two limits; `used`, `promised_days` and `statutory_days` in working
    days, None where the limit is given in another unit.
    """

    number: str = ""
    unit: str = ""
    received_on: date | None = None
    accepted_on: date | None = None
    closed_on: date | None = None
    intake: str = UNDECIDED
    channel: str = ""
    window_kind: str = ""
    at_window: bool = False
    immediate: bool = False
    on_spot: bool = False
    online: bool = False
    visits: int = 0
    told: bool = False
    deemed: bool = False
    extended: bool = False
    themed: bool = False
    closed: bool = False
    halted: bool = False
    overdue: bool = False
    verdict: str = ""
    promised: str = NO_LIMIT
    statutory: str = NO_LIMIT
    traits: tuple[Trait, ...] = ()
    used: int | None = None
    promised_days: int | None = None
    statutory_days: int | None = None


def counted(case: Case, calendar: WorkCalendar, at: datetime, end: datetime) -> Counted:
    """What a case counts for when it is counted at `at` over a period that ends before `end`."""
    traits = traits_of(case)
    reading = read_limit(case, "承诺", calendar, at)
    return Counted(
        number=case.number,
        unit=case.unit,
        received_on=_day(case.received_at),
        accepted_on=_day(case.accepted_at),
        closed_on=_day(case.closed_at),
        intake=_intake(case, traits),
        channel=case.channel.value,
        window_kind=case.window_kind,
        at_window=bool(case.window),
        immediate=case.immediate,
        on_spot=on_spot(case),
        online=all_online(case),
        visits=visits(case),
        told=case.supplement is not None,
        deemed=case.accepted_by == LAW.number,
        extended=case.extension is not None,
        themed=bool(case.parent),
        closed=case.closed_at is not None and case.closed_at < end,
        halted=_halted(case),
        overdue=_overdue(case, reading, at),
        verdict=case.outcome.verdict.value if case.outcome else "",
        promised=_promised(case, reading),
        statutory=_statutory(case, calendar, at),
        traits=traits,
        used=_used(case, reading),
        promised_days=workdays_of(case.promised_budget),
        statutory_days=workdays_of(case.legal_budget),
    )


def workdays_of(limit: Budget | None) -> int | None:
    """A limit in working days, None where it has another unit: months and hours are not converted."""
    return limit.amount if limit and limit.span is Span.WORKDAY else None


def _intake(case: Case, traits: tuple[Trait, ...]) -> str:
    if case.accepted_at is not None:
        return TAKEN_IN
    return TURNED_AWAY if Trait.REFUSED in traits else UNDECIDED


def _halted(case: Case) -> bool:
    return bool(case.accepted_at and case.ended_at) and case.closed_at is None


def _overdue(case: Case, reading: Reading | None, at: datetime) -> bool:
    """Open and past its day; a clock that stands still in time is not late."""
    if case.ended_at or reading is None or reading.due is None:
        return False
    waits = reading.state is ClockState.PAUSED and not reading.overdue
    return not waits and reading.due < local_day(at)


def _promised(case: Case, reading: Reading | None) -> str:
    if case.closed_at is None or reading is None or reading.stopped is None:
        return NO_LIMIT
    if reading.overdue:
        return LATE
    return _standing(case.closed_at, reading.due)


def _statutory(case: Case, calendar: WorkCalendar, at: datetime) -> str:
    """By days: the statutory clock stops with the decision."""
    reading = read_limit(case, "法定", calendar, at)
    if case.closed_at is None or case.outcome is None or reading is None:
        return NO_LIMIT
    return _standing(case.outcome.at, reading.due)


def _standing(done: datetime, due: date | None) -> str:
    day = local_day(done)
    if due is None:
        return NO_LIMIT
    return LATE if day > due else EARLY if day < due else IN_TIME


def _used(case: Case, reading: Reading | None) -> int | None:
    if reading is None or reading.stopped is None or workdays_of(case.promised_budget) is None:
        return None
    return reading.used


def _day(at: datetime | None) -> date | None:
    return local_day(at) if at else None
