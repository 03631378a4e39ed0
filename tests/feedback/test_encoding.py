"""Limits and ledgers go out as JSON and come back the same."""

from __future__ import annotations

import json

from kaocheng.feedback.encoding import (
    decode_allowed,
    decode_ledgers,
    encode_allowed,
    encode_ledgers,
)
from tests.feedback.making import INSPECTOR, SUPERVISOR, bad_rating
from tests.feedback.test_moving import go, run


def test_a_ticket_with_all_its_clocks_comes_back() -> None:
    """Started, extended, paused, resumed; nothing is lost on the way."""
    ticket = run(bad_rating(), "claim", "mend_by_term", "ask_extension")
    ticket = go(go(ticket, "extend", SUPERVISOR), "appeal")
    ticket = go(ticket, "uphold", INSPECTOR)
    through = json.loads(
        json.dumps([encode_allowed(ticket.allowed), encode_ledgers(ticket.ledgers)])
    )
    assert (ticket.allowed, ticket.ledgers) == (
        decode_allowed(through[0]),
        decode_ledgers(through[1]),
    )
