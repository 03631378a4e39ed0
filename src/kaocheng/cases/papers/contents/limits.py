"""Last days as papers tell them (文书中的期限), and the sum behind them."""

from __future__ import annotations

from datetime import date, datetime, time

from kaocheng.cases.limits import ledger_of, special_due
from kaocheng.cases.papers.reckoning import reckoned
from kaocheng.cases.papers.records import Reckoned
from kaocheng.cases.papers.telling import Told
from kaocheng.cases.records import Special
from kaocheng.kernel.clocks import SHANGHAI, Entry, Turn, explain_clock, read_clock

_EVENING = time(17)


def reckoning_of(told: Told) -> tuple[Reckoned, ...]:
    """The sum behind the promised last day, line by line; none without a promised limit."""
    budget, ledger = told.case.promised_budget, ledger_of(told.case, "承诺")
    if budget is None:
        return ()
    return reckoned(explain_clock(budget, ledger, told.calendar, told.event.at))


def due_after(told: Told, special: Special) -> date | None:
    """The last day of the promised limit if the procedure takes just as long as the applicant was told."""
    until, budget = special_due(special, told.calendar), told.case.promised_budget
    if until is None or budget is None:
        return None
    end = datetime.combine(until, _EVENING, SHANGHAI)
    ended = Entry(Turn.RESUME, end, special.kind, key=special.number)
    return read_clock(budget, (*ledger_of(told.case, "承诺"), ended), told.calendar, end).due


def due_before(told: Told) -> date | None:
    """The last day as it was before this extension."""
    budget, ledger = told.case.promised_budget, ledger_of(told.case, "承诺")[:-1]
    if budget is None:
        return None
    lines = explain_clock(budget, ledger, told.calendar, told.event.at)
    return lines[-1].day.day if lines else None
