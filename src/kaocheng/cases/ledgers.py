"""What moves do to the clocks of a case (时限台账): entries added, never changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from kaocheng.cases.events import Happening
from kaocheng.cases.moves import ClockTurn, Move
from kaocheng.cases.records import Case, State
from kaocheng.cases.tasks import going
from kaocheng.kernel.clocks import SHANGHAI, Budget, Entry, Span, Turn

LEDGERS = {"受理": "intake", "承诺": "entries", "法定": "legal", "送达": "serving"}
"""The field of the case that holds each clock's ledger."""
_BETWEEN = (Turn.PAUSE, Turn.RESUME, Turn.EXTEND, Turn.STOP)


def turned(case: Case, move: Move, event: Happening, to: State) -> dict[str, Any]:
    """The ledgers of the case that this event changes, each with its new entry."""
    found: dict[str, Any] = {}
    for turn in move.turns:
        name = LEDGERS[turn.clock]
        ledger: tuple[Entry, ...] = getattr(case, name)
        if _applies(turn, event.facts, to) and _fits(case, turn, ledger, event.facts):
            found[name] = (*ledger, _entry(case, move, turn, event))
    return found


def _applies(turn: ClockTurn, facts: Mapping[str, Any], to: State) -> bool:
    if turn.to and turn.to != to:
        return False
    return not turn.unless or turn.unless not in facts.values()


def _fits(case: Case, turn: ClockTurn, ledger: tuple[Entry, ...], facts: Mapping[str, Any]) -> bool:
    """Whether the clock is in a state this turn can act on; a clock that does not run is left alone."""
    budget = budget_of(case, turn.clock)
    if turn.clock == "法定" and (budget is None or not facts.get("excluded", True)):
        return False
    if turn.turn is Turn.EXTEND and budget and budget.span != extra_of(facts).span:
        return False
    if turn.turn is Turn.START:
        return not ledger
    if turn.turn is Turn.RESET:
        return bool(ledger)
    return turn.turn not in _BETWEEN or going(ledger)


def _entry(case: Case, move: Move, turn: ClockTurn, event: Happening) -> Entry:
    facts = event.facts
    return Entry(
        turn=turn.turn,
        at=_moment(case, turn, event),
        cause=f"{move.title}：{facts['special']}" if "special" in facts else move.title,
        paper=paper_number(case) if "paper" in facts else "",
        approver=_approver(facts) if turn.turn is Turn.EXTEND else "",
        extra=extra_of(facts) if turn.turn is Turn.EXTEND else None,
        key=facts.get("number", "") if turn.turn in (Turn.PAUSE, Turn.RESUME) else "",
    )


def _approver(facts: Mapping[str, Any]) -> str:
    """The office that had to approve and, where it is told, the person who did."""
    person = facts.get("signatory", "")
    return f"{facts['approver']}（{person}）" if person else str(facts["approver"])


def _moment(case: Case, turn: ClockTurn, event: Happening) -> datetime:
    if turn.since == "receipt":
        return case.received_at
    return served_at(event) if turn.since == "served" else event.at


def served_at(event: Happening) -> datetime:
    """When a posted result was signed for (签收时间): now if today, else the end of the day that was told."""
    day, at = date.fromisoformat(event.facts["served_on"]), event.at.astimezone(SHANGHAI)
    return event.at if day >= at.date() else datetime.combine(day, time(23, 59), SHANGHAI)


def budget_of(case: Case, clock: str) -> Budget | None:
    """The budget pinned in the case for 承诺 and 法定; the others come from the law of the day."""
    return (
        case.promised_budget if clock == "承诺" else case.legal_budget if clock == "法定" else None
    )


def extra_of(facts: Mapping[str, Any]) -> Budget:
    """What an extension adds."""
    return as_budget(facts["extra"])


def as_budget(raw: Any) -> Budget:
    """A budget from its two parts in the facts."""
    return Budget(raw[0], Span(raw[1]))


def paper_number(case: Case) -> str:
    """The number of the next paper in this case (案内文书序号)."""
    return f"{case.number}-{len(case.papers) + 1:02}"
