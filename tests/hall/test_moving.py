"""Moves of tickets: what is refused, and a machine that no sequence of moves leads astray."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kaocheng.hall.moves import moves
from kaocheng.hall.moving import TABLE, make_move
from kaocheng.hall.rules import default_rules
from kaocheng.hall.tickets import ENDED, Ticket, TicketEvent, TicketState, evolve
from kaocheng.hall.timelines import replay, serving, stays, waiting
from kaocheng.kernel.refusing import Refusal
from tests.hall.examples import NINE, at, ticket

RULES = default_rules()
CLERK = "window_clerk"
TAKE = {
    "hall": "D1",
    "day": "2026-11-20",
    "group": "A",
    "label": "A001",
    "rank_at": NINE.isoformat(),
}


def _move(one: Ticket, move: str, minutes: float = 5, **given: Any) -> Ticket:
    event = make_move(one, move, given, by="u1", role=CLERK, at=at(minutes), rules=RULES)
    return evolve(one, event)


def test_a_ticket_is_called_served_and_finished() -> None:
    """Waiting ends when serving begins; both times are counted to the microsecond."""
    called = _move(ticket("A001"), "call", 5, window="W1")
    assert (TicketState.CALLED, "W1", 1) == (called.state, called.window, called.calls)
    served = _move(called, "serve", 6)
    done = _move(served, "finish", 16.5)
    assert 6 * 60_000_000 == done.waited
    assert 630_000_000 == done.served
    assert (at(6), at(16.5)) == (done.served_at, done.ended_at)
    assert done.ended


def test_called_twice_before_passed_over() -> None:
    """One call is not enough to pass somebody over."""
    called = _move(ticket("A001"), "call", window="W1")
    with pytest.raises(Refusal, match="只叫了1次，叫满2次"):
        _move(called, "pass_over")
    passed = _move(_move(called, "recall"), "pass_over")
    assert TicketState.PASSED is passed.state


def test_time_passed_over_is_not_waiting() -> None:
    """Five minutes until passed over count, the hour away does not, the wait after coming back does."""
    called = replace(_move(ticket("A001"), "call", 4, window="W1"), calls=2)
    passed = _move(called, "pass_over", 5)
    back = _move(passed, "rejoin", 65, rank_at=at(65).isoformat())
    served = _move(_move(back, "call", 70, window="W2"), "serve", 71)
    assert (5 + 6) * 60_000_000 == served.waited
    with pytest.raises(Refusal, match="已经过号重排1次"):
        _move(replace(served, state=TicketState.PASSED), "rejoin", 80, rank_at="")


def test_a_passed_ticket_can_be_called_back_at_the_window() -> None:
    """Whoever turns up at the window is taken without queueing again."""
    passed = replace(ticket("A001"), state=TicketState.PASSED)
    back = _move(passed, "call_back", window="W1")
    assert (TicketState.CALLED, "W1") == (back.state, back.window)


def test_a_transfer_keeps_the_place_and_names_the_window() -> None:
    """转窗 keeps `rank_at`; only the window named may call it; to itself is refused."""
    served = _move(_move(ticket("A001"), "call", window="W1"), "serve")
    sent = _move(served, "transfer", group="A", window="W2", cause="另需社保窗口办理")
    assert (TicketState.WAITING, "W2", NINE, 1) == (
        sent.state, sent.reserved, sent.rank_at, sent.transfers,
    )  # fmt: skip
    with pytest.raises(Refusal, match="已转到W2窗口"):
        _move(sent, "call", window="W3")
    assert "W2" == _move(sent, "call", window="W2").window
    with pytest.raises(Refusal, match="不能转给本窗口"):
        _move(served, "transfer", group="A", window="W1", cause="")
    assert "W3" == _move(_move(sent, "release"), "call", window="W3").window


def test_facts_that_lack_are_named() -> None:
    """A call without a window says so."""
    with pytest.raises(Refusal, match="叫号缺少window"):
        _move(ticket("A001"), "call")


def test_time_never_runs_backwards() -> None:
    """A clock that is behind does not make an event before the last one."""
    called = _move(ticket("A001", 5), "call", 3, window="W1")
    assert at(5) == called.since
    assert 0 == called.waited


def test_cases_are_linked_once_and_stop_no_clock() -> None:
    """A case is linked while serving or after; the same one twice is refused."""
    served = _move(_move(ticket("A001"), "call", window="W1"), "serve", 6)
    linked = _move(served, "link_case", 8, case="B1")
    done = _move(linked, "finish", 10)
    later = _move(done, "link_case", 30, case="B2")
    assert ("B1", "B2") == later.cases
    assert 4 * 60_000_000 == later.served
    assert at(10) == later.ended_at
    with pytest.raises(Refusal, match="已经关联"):
        _move(later, "link_case", 31, case="B1")


def test_who_came_before_the_slot_waits_by_choice() -> None:
    """Checked in at nine for half past: the wait counts from half past."""
    booked = ticket("A001", slot_start=at(30), slot_end=at(60))
    assert 5 * 60_000_000 == _move(booked, "call", 35, window="W1").waited
    assert 0 == _move(booked, "call", 20, window="W1").waited


class TicketMachine(RuleBasedStateMachine):
    """Any moves in any order: what is refused changes nothing, what is not keeps every promise."""

    @initialize()
    def take(self) -> None:
        """A ticket is taken at nine."""
        event = make_move(None, "take", TAKE, by="", role="device", at=NINE, rules=RULES)
        self.events: list[TicketEvent] = [event]
        self.ticket = evolve(None, event, number="D1-20261120-A001")
        self.now: datetime = NINE

    @rule(
        move=st.sampled_from(sorted(moves(TABLE))),
        role=st.sampled_from([CLERK, "holder", "system", "hall_supervisor", "applicant"]),
        window=st.sampled_from(["W1", "W2"]),
        seconds=st.integers(-30, 900),
        case=st.sampled_from(["B1", "B2"]),
    )
    def try_move(self, move: str, role: str, window: str, seconds: int, case: str) -> None:
        """Ask for a move, allowed or not, at a clock that may be behind."""
        self.now += timedelta(seconds=seconds)
        given = {
            "window": window, "case": case, "cause": "试", "group": "A", "rank_at": self.now.isoformat(),
        } | TAKE  # fmt: skip
        before, row = self.ticket, moves(TABLE)[move]
        try:
            event = make_move(before, move, given, by="u", role=role, at=self.now, rules=RULES)
        except Refusal:
            return
        assert before.state.value in row.origins
        assert role in row.roles
        self.events.append(event)
        self.ticket = evolve(before, event)
        assert self.ticket.state.value == (row.target or before.state.value)
        assert self.ticket.serial == before.serial + 1
        assert self.ticket.waited >= before.waited
        assert self.ticket.served >= before.served

    @invariant()
    def the_events_rebuild_the_ticket(self) -> None:
        """The ticket is nothing but its events, and its times are those of its time line."""
        assert replay(self.events, self.ticket.number) == self.ticket
        line = stays(self.events)
        assert [stay.since for stay in line] == sorted(stay.since for stay in line)
        micro = timedelta(microseconds=1)
        assert self.ticket.waited == waiting(line) / micro
        assert self.ticket.served == serving(line) / micro

    @invariant()
    def a_window_is_known_exactly_when_it_is_needed(self) -> None:
        """Called and serving have a window; waiting has none; an end has a time."""
        state = self.ticket.state
        if state in {TicketState.CALLED, TicketState.SERVING}:
            assert self.ticket.window
        if state is TicketState.WAITING:
            assert not self.ticket.window
        assert (state in ENDED) == (self.ticket.ended_at is not None)


TestTicketMachine = TicketMachine.TestCase
TestTicketMachine.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
