"""Records of feedback hold numbers, never a person's data."""

from __future__ import annotations

from dataclasses import fields

from kaocheng.feedback.records import (
    BadRating,
    ClockKey,
    Invitation,
    Rating,
    TicketEvent,
    TicketState,
)
from tests.feedback.making import MONDAY, bad_rating

PERSONAL = {"name", "phone", "id_number", "address", "mobile", "text"}


def test_no_record_has_a_place_for_personal_data() -> None:
    """Names, telephones, addresses, free text: not in the values that travel."""
    for record in (Invitation, Rating, BadRating, TicketEvent):
        assert set() == PERSONAL & {field.name for field in fields(record)}


def test_two_states_end_a_ticket() -> None:
    """办结 and 剔除."""
    assert {TicketState.CLOSED, TicketState.STRUCK} == {s for s in TicketState if s.ended}


def test_a_clock_that_has_not_begun_has_no_ledger() -> None:
    """复核 begins with an appeal."""
    assert () == bad_rating().ledger(ClockKey.REVIEW)


def test_an_event_gives_what_was_given() -> None:
    """And nothing for what was not."""
    event = TicketEvent("urge", MONDAY, "a", "inspector", (("note", "请抓紧"),))
    assert ("请抓紧", "") == (event.get("note"), event.get("reason"))
