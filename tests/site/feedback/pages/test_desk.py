"""The desk of bad ratings: the list, one ticket, steps, contact, the ledger; nobody sees what is not his."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kaocheng.feedback.records import TicketState
from kaocheng.hall.posts import Role
from kaocheng.site.audit.models import StoredRead
from kaocheng.site.feedback.models import StoredBadRating
from tests.site.feedback.factory import WORDS, Feedback

pytestmark = pytest.mark.django_db


def of(feedback: Feedback, role: Role) -> Client:
    """A browser of the person of this role."""
    client = Client()
    client.force_login(feedback.person(role))
    return client


def now_bad(feedback: Feedback, **given: object) -> StoredBadRating:
    """A bad rating of this moment."""
    return feedback.bad(at=timezone.now() - timedelta(minutes=10), **given)


def text(client: Client, name: str, *args: str, **query: str) -> str:
    """A page."""
    answer = client.get(reverse(f"feedback:{name}", args=args), query)
    assert 200 == answer.status_code
    return answer.content.decode()


def test_a_ticket_is_claimed_and_mended_on_pages(feedback: Feedback) -> None:
    """From the list to the ticket, a step, the next step."""
    ticket, client = now_bad(feedback), of(feedback, Role.DEPARTMENT_MANAGER)
    assert ticket.number in text(client, "desk")
    page = text(client, "ticket", ticket.number)
    assert "领办核实" in page
    assert "属实，立行立改" not in page
    for key in ("claim", "mend_at_once"):
        step = reverse("feedback:step", args=[ticket.number, key])
        assert 200 == client.get(step).status_code
        assert 302 == client.post(step, WORDS).status_code
    ticket.refresh_from_db()
    assert TicketState.CALLING == ticket.state
    assert "窗口没有一次告知" in text(client, "ticket", ticket.number)


def test_what_was_drawn_before_another_step_is_refused(feedback: Feedback) -> None:
    """The form carries the serial; the slower is told and keeps what was written."""
    ticket = feedback.move(now_bad(feedback), "claim", at=timezone.now())
    client = of(feedback, Role.DEPARTMENT_MANAGER)
    step = reverse("feedback:step", args=[ticket.number, "mend_at_once"])
    page = client.post(step, WORDS | {"serial": "1"}).content.decode()
    assert "刚由" in page
    assert WORDS["finding"] in page


def test_an_unfilled_step_is_told_beside_the_field(feedback: Feedback) -> None:
    """Nothing moves."""
    ticket = feedback.move(now_bad(feedback), "claim", at=timezone.now())
    client = of(feedback, Role.DEPARTMENT_MANAGER)
    page = client.post(reverse("feedback:step", args=[ticket.number, "explain"]), {})
    assert "核实情况" in page.content.decode()
    ticket.refresh_from_db()
    assert 2 == ticket.serial


def test_a_step_that_is_barred_says_why(feedback: Feedback) -> None:
    """By its address too."""
    ticket = now_bad(feedback)
    page = text(of(feedback, Role.HALL_SUPERVISOR), "step", ticket.number, "mended")
    assert "现在是“待核实”" in page


def test_what_is_not_visible_is_not_there(feedback: Feedback) -> None:
    """Another department's, an unknown one, and one of a rating of oneself: 404, all alike."""
    manager = feedback.person(Role.DEPARTMENT_MANAGER)
    numbers = [
        now_bad(feedback, unit="D02").number,
        now_bad(feedback, rated=manager).number,
        "P0",
    ]
    client = of(feedback, Role.DEPARTMENT_MANAGER)
    for number in numbers:
        for name, args in (("ticket", [number]), ("step", [number, "claim"])):
            assert 404 == client.get(reverse(f"feedback:{name}", args=args)).status_code
        assert 404 == client.post(reverse("feedback:contact", args=[number])).status_code


def test_a_contact_is_shown_at_calling_time_and_logged(feedback: Feedback) -> None:
    """Never on the ticket's own page, and only by a form."""
    ticket = now_bad(feedback, rater=feedback.applicant().number)
    ticket = feedback.move(ticket, "claim", at=timezone.now())
    client = of(feedback, Role.DEPARTMENT_MANAGER)
    contact = reverse("feedback:contact", args=[ticket.number])
    assert 409 == client.post(contact).status_code
    ticket = feedback.move(ticket, "mend_at_once", at=timezone.now())
    assert "13800000000" not in text(client, "ticket", ticket.number)
    assert 405 == client.get(contact).status_code
    page = client.post(contact)
    assert "13800000000" in page.content.decode()
    assert 1 == StoredRead.objects.count()


def test_no_page_says_who_rated(feedback: Feedback) -> None:
    """Neither name nor number of the applicant."""
    applicant = feedback.applicant()
    ticket = now_bad(feedback, rater=applicant.number)
    client = of(feedback, Role.INSPECTOR)
    for name in ("ticket", "rating"):
        page = text(client, name, ticket.number)
        assert applicant.number not in page
        assert "申请人甲" not in page


def test_late_tickets_are_found(feedback: Feedback) -> None:
    """Counted on the tile and filtered in the list."""
    late = feedback.bad(at=timezone.now() - timedelta(days=60))
    fresh = now_bad(feedback)
    page = text(of(feedback, Role.HALL_SUPERVISOR), "desk", state="open", late="late")
    assert late.number in page
    assert fresh.number not in page
    assert "已超期" in page


def test_the_ledger_is_a_table_without_persons(feedback: Feedback) -> None:
    """One row a ticket, with clock and outcome."""
    applicant = feedback.applicant()
    ticket = now_bad(feedback, rater=applicant.number)
    answer = of(feedback, Role.INSPECTOR).get(reverse("feedback:ledger"))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [ticket.number, "待核实"] == [rows[1][0], rows[1][7]]
    assert applicant.number not in answer.content.decode()


def test_a_hostile_text_is_shown_as_text(feedback: Feedback) -> None:
    """On the ticket and the rating."""
    ticket = now_bad(feedback, text="<script>alert(1)</script>")
    client = of(feedback, Role.INSPECTOR)
    for name in ("ticket", "rating"):
        page = text(client, name, ticket.number)
        assert "<script>alert(1)" not in page
        assert "&lt;script&gt;alert(1)" in page
