"""The table of moves: every state has a way on, every guard is known, the law's steps are there."""

from __future__ import annotations

from kaocheng.feedback.guards import GUARDS
from kaocheng.feedback.moves import BEFORE, SAME, moves
from kaocheng.feedback.records import TicketState
from kaocheng.hall.posts import Role


def test_every_state_but_the_ended_has_a_way_on() -> None:
    """And from the ended states nothing leads away: corrections are new events, no reopening."""
    sources = {state for move in moves().values() for state in move.sources}
    assert {state for state in TicketState if not state.ended} == sources


def test_every_state_can_be_reached() -> None:
    """From 待核实 by moves of the table."""
    reached, seen = {TicketState.PENDING}, set()
    while reached != seen:
        seen = set(reached)
        reached |= {
            move.leads_to(state, TicketState.PENDING)
            for move in moves().values()
            for state in move.sources
            if state in seen
        }
    assert set(TicketState) == reached


def test_every_guard_of_the_table_is_known() -> None:
    """A guard that nobody wrote would let everything pass."""
    named = {guard for move in moves().values() for guard in move.guards}
    assert set() == named - set(GUARDS)


def test_every_target_is_a_state() -> None:
    """Or one of the two words for “as it was”."""
    words = {SAME, BEFORE, *TicketState}
    assert {} == {m.key: m.target for m in moves().values() if m.target not in words}


def test_only_the_inspector_decides_an_appeal() -> None:
    """申诉复核: not the department, not the supervisor of the hall."""
    review = [m for m in moves().values() if TicketState.REVIEW in m.sources]
    assert {frozenset({Role.INSPECTOR})} == {m.roles for m in review}


def test_no_window_clerk_has_a_move() -> None:
    """The person rated is usually a clerk; nobody at the window handles bad ratings."""
    clerks = {Role.WINDOW_CLERK, Role.APPROVER, Role.ISSUER, Role.APPLICANT}
    assert [] == [m.key for m in moves().values() if m.roles & clerks]


def test_every_move_asks_only_known_kinds() -> None:
    """Text, choice, count or account; a choice names its choices."""
    fields = [field for move in moves().values() for field in move.fields]
    assert {"text", "choice", "count", "account"} == {field.kind for field in fields}
    assert all(bool(field.choices) == (field.kind == "choice") for field in fields)
