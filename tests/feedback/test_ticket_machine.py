"""No sequence of moves makes a bad rating illegal: states, clocks, hands and events, as a property."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kaocheng.feedback.deadlines import deadlines, is_overdue
from kaocheng.feedback.moves import moves
from kaocheng.feedback.moving import evolve, make_move, open_moves, rebuilt
from kaocheng.feedback.records import ClockKey, TicketEvent, TicketState
from kaocheng.kernel.refusing import Refusal
from tests.feedback.making import CALENDAR, EVERYBODY, MONDAY, bad_rating, scene
from tests.feedback.test_moving import WORDS


class Ticket(RuleBasedStateMachine):
    """Anybody tries any move at any time."""

    @initialize(named=st.booleans())
    def open(self, *, named: bool) -> None:
        """A bad rating comes in on Monday."""
        self.first = self.ticket = bad_rating(named=named)
        self.at = MONDAY + timedelta(minutes=7)
        self.events: list[TicketEvent] = []
        self.used: dict[ClockKey, int] = {}
        self.late = False

    @rule(hours=st.integers(0, 60))
    def wait(self, hours: int) -> None:
        """Time goes on, never back; a day that began this very instant is not met."""
        self.at += timedelta(hours=hours)

    @rule(
        key=st.sampled_from(sorted(moves())),
        doer=st.sampled_from(EVERYBODY),
        receiver=st.sampled_from([doer.account for doer in EVERYBODY]),
    )
    def anybody_tries(self, key: str, doer: object, receiver: str) -> None:
        """What is refused changes nothing; what is made is an event."""
        try:
            event = make_move(
                scene(self.ticket, doer, self.at), key, {**WORDS, "receiver": receiver}
            )
        except Refusal:
            return
        self._take(event)

    @rule(data=st.data())
    def somebody_who_may_goes_on(self, data: st.DataObject) -> None:
        """One of the moves offered without anything against it succeeds."""
        offers = [
            (doer, offer.move.key)
            for doer in EVERYBODY
            for offer in open_moves(scene(self.ticket, doer, self.at))
            if not offer.why_not
        ]
        if not offers:
            return
        doer, key = data.draw(st.sampled_from(offers))
        receiver = "manager" if self.ticket.handler != "manager" else "supervisor"
        words = {**WORDS, "receiver": receiver}
        self._take(make_move(scene(self.ticket, doer, self.at), key, words))

    def _take(self, event: TicketEvent) -> None:
        self.ticket = evolve(self.ticket, event)
        self.events.append(event)
        self.at += timedelta(minutes=1)  # no two things happen in the same instant

    @invariant()
    def events_rebuild_the_ticket(self) -> None:
        """The row is nothing but its opening and its events."""
        assert rebuilt(self.first, self.events) == self.ticket
        assert len(self.events) + 1 == self.ticket.serial

    @invariant()
    def the_person_rated_never_acted(self) -> None:
        """Nor holds the ticket."""
        assert self.ticket.rated not in {event.actor for event in self.events}
        assert self.ticket.rated != self.ticket.handler

    @invariant()
    def clocks_can_be_read_and_never_run_backwards(self) -> None:
        """Every ledger is legal, and what was used stays used."""
        now = {d.clock: d.reading.used for d in deadlines(self.ticket, CALENDAR, self.at)}
        assert all(now[clock] >= used for clock, used in self.used.items())
        self.used = now

    @invariant()
    def what_ended_is_ended(self) -> None:
        """All clocks stand, the end has its time, and nothing more is offered."""
        if self.ticket.state.ended:
            assert self.ticket.closed_at is not None
            assert not any(d.running for d in deadlines(self.ticket, CALENDAR, self.at))
            assert all(not open_moves(scene(self.ticket, doer, self.at)) for doer in EVERYBODY)
        else:
            assert self.ticket.closed_at is None

    @invariant()
    def a_named_rating_closes_only_after_contact(self) -> None:
        """Reached, or tried often enough."""
        ticket = self.ticket
        if ticket.state is TicketState.CLOSED and ticket.named:
            assert ticket.reached or ticket.missed >= ticket.allowed.call_attempts

    @invariant()
    def something_can_always_be_done(self) -> None:
        """A ticket that is not ended has at least one move for somebody."""
        if not self.ticket.state.ended:
            offers = [
                offer
                for doer in EVERYBODY
                for offer in open_moves(scene(self.ticket, doer, self.at))
                if not offer.why_not and offer.move.key != "urge"
            ]
            assert offers

    @invariant()
    def lateness_is_never_undone(self) -> None:
        """No move makes a late ticket timely: extensions come before expiry only."""
        now = is_overdue(self.ticket, ClockKey.RECTIFY, CALENDAR, self.at)
        assert now >= self.late
        self.late = now


Ticket.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestTicket = Ticket.TestCase
TestTicket.__doc__ = "Anybody tries any move at any time."
