"""Bad ratings through the services: handled by others, told in events, rebuilt from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kaocheng.feedback.moving import opened, rebuilt
from kaocheng.feedback.records import BadRating, TicketState
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent, StoredRead
from kaocheng.site.feedback.models import StoredBadRating, StoredRating
from kaocheng.site.feedback.services import contact_of, handle_bad_rating, steps_of
from tests.site.feedback.factory import MONDAY, WORDS, Feedback

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(minutes=5)


def first_of(row: StoredBadRating) -> BadRating:
    """The ticket as it was opened."""
    ticket = row.record()
    return opened(
        BadRating(
            ticket.number, ticket.county, ticket.case, ticket.opened_at, ticket.allowed,
            ticket.named, unit=ticket.unit, window=ticket.window, rated=ticket.rated,
        )
    )  # fmt: skip


def test_a_ticket_goes_its_whole_way(feedback: Feedback) -> None:
    """Claimed, mended by term, extended, called twice, closed in time."""
    ticket = feedback.move(feedback.bad(), "claim", "mend_by_term", "ask_extension")
    ticket = feedback.move(ticket, "extend", role=Role.HALL_SUPERVISOR)
    ticket = feedback.move(ticket, "mended", "call_refused", "mended", "call_agreed")
    assert (TicketState.CLOSED, True, 9) == (ticket.state, ticket.in_time, ticket.serial)
    assert LATER == ticket.closed_at


def test_events_rebuild_the_row(feedback: Feedback) -> None:
    """The row is nothing but its opening and what the audit holds of it."""
    ticket = feedback.move(feedback.bad(), "claim", "mend_by_term", "ask_extension")
    ticket = feedback.move(ticket, "extend", role=Role.INSPECTOR)
    ticket = feedback.move(ticket, "appeal", role=Role.CHIEF_REPRESENTATIVE)
    ticket = feedback.move(ticket, "uphold", role=Role.INSPECTOR)
    ticket = feedback.move(ticket, "mended", "call_missed")
    ticket.refresh_from_db()
    assert ticket.record() == rebuilt(first_of(ticket), steps_of(ticket))


def test_a_struck_rating_leaves_the_figures_not_the_table(feedback: Feedback) -> None:
    """Kept, visible, marked; the reason stands in the event."""
    ticket = feedback.move(feedback.bad(), "appeal", role=Role.CHIEF_REPRESENTATIVE)
    ticket = feedback.move(ticket, "strike", role=Role.INSPECTOR)
    rating = StoredRating.objects.get()
    assert ("剔除", "剔除", None) == (rating.standing, ticket.state, ticket.in_time)
    event = StoredEvent.objects.get(kind="bad_rating.strike")
    assert WORDS["reason"] == event.told["reason"]


def test_closed_late_is_noted_as_late(feedback: Feedback) -> None:
    """By the clock at the moment of closing."""
    ticket = feedback.move(feedback.bad(), "claim", "mend_at_once")
    ticket = feedback.move(ticket, "call_agreed", at=MONDAY + timedelta(days=30))
    assert False is ticket.in_time


def test_the_slower_of_two_is_told_who_was_faster(feedback: Feedback) -> None:
    """With the serial its page was drawn with."""
    ticket = feedback.bad()
    feedback.move(ticket, "claim")
    with pytest.raises(Refusal) as refused:
        handle_bad_rating(
            county=feedback.county, number=ticket.number, move="urge", given=WORDS,
            by=feedback.person(Role.HALL_SUPERVISOR), at=LATER, expected_serial=1,
        )  # fmt: skip
    assert "feedback.race" == refused.value.code
    assert feedback.person(Role.DEPARTMENT_MANAGER).display_name in refused.value.message


def test_a_refused_move_changes_nothing(feedback: Feedback) -> None:
    """Neither row nor event."""
    ticket = feedback.bad()
    events = StoredEvent.objects.count()
    with pytest.raises(Refusal):
        feedback.move(ticket, "call_agreed")
    ticket.refresh_from_db()
    assert (1, events) == (ticket.serial, StoredEvent.objects.count())


def test_an_unknown_ticket_is_refused(feedback: Feedback) -> None:
    """Another county's too."""
    number = feedback.bad().number
    for county, wanted in ((feedback.county, "P0"), ("110101", number)):
        with pytest.raises(Refusal) as refused:
            handle_bad_rating(
                county=county, number=wanted, move="claim", given={},
                by=feedback.person(Role.HALL_SUPERVISOR), at=LATER,
            )  # fmt: skip
        assert "feedback.none" == refused.value.code


def test_handing_over_only_to_somebody_who_may(feedback: Feedback) -> None:
    """Not a clerk, not a stranger, not another department's manager; the supervisor yes."""
    ticket = feedback.move(feedback.bad(), "claim")
    other = feedback.account_of(Role.DEPARTMENT_MANAGER, unit="D02")
    approver = feedback.account_of(Role.APPROVER, unit="D01")
    for username in (other.username, approver.username, "nobody"):
        with pytest.raises(Refusal) as refused:
            feedback.move(ticket, "hand_over", receiver=username)
        assert "feedback.receiver" == refused.value.code
    supervisor = feedback.person(Role.HALL_SUPERVISOR)
    assert (
        supervisor.username
        == feedback.move(ticket, "hand_over", receiver=supervisor.username).handler
    )


def test_who_may_see_which(feedback: Feedback) -> None:
    """The county's supervisors all, a department its own, nobody those of himself."""
    mine = feedback.bad()
    manager = feedback.person(Role.DEPARTMENT_MANAGER)
    of_manager = feedback.bad(rated=manager)
    other = feedback.bad(unit="D02")
    seen = {
        role: set(StoredBadRating.objects.visible_to(feedback.person(role)))
        for role in (
            Role.HALL_SUPERVISOR,
            Role.DEPARTMENT_MANAGER,
            Role.APPROVER,
            Role.FINANCE_OFFICER,
        )
    }
    assert {
        Role.HALL_SUPERVISOR: {mine, of_manager, other},
        Role.DEPARTMENT_MANAGER: {mine},
        Role.APPROVER: set(),
        Role.FINANCE_OFFICER: set(),
    } == seen
    assert set() == set(StoredBadRating.objects.visible_to(feedback.clerk))


def test_a_contact_is_read_by_the_caller_only(feedback: Feedback) -> None:
    """At the time of calling, by the handler, and the look is logged."""
    applicant = feedback.applicant()
    supervisor = feedback.person(Role.HALL_SUPERVISOR)
    ticket = feedback.move(feedback.bad(rater=applicant.number), "claim", role=Role.HALL_SUPERVISOR)
    for account in (supervisor, feedback.person(Role.DEPARTMENT_MANAGER), feedback.clerk):
        with pytest.raises(Refusal) as refused:
            contact_of(row=ticket, account=account, at=LATER)
        assert "feedback.contact" == refused.value.code
    ticket = feedback.move(ticket, "mend_at_once", role=Role.HALL_SUPERVISOR)
    assert "13800000000" == contact_of(row=ticket, account=supervisor, at=LATER).phone
    assert [(supervisor.pk, f"applicant/{applicant.number}")] == list(
        StoredRead.objects.values_list("account", "subject")
    )


def test_row_and_record_are_one(feedback: Feedback) -> None:
    """Storing what the core made and reading it again gives the same."""
    ticket = feedback.move(feedback.bad(), "claim", "mend_by_term")
    ticket.refresh_from_db()
    record = ticket.record()
    ticket.take_over(replace(record, missed=2))
    ticket.save()
    ticket.refresh_from_db()
    assert replace(record, missed=2) == ticket.record()
