"""Rates: one declaration gives number and proof; no data is neither zero nor full."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.feedback.deadlines import is_late
from kaocheng.feedback.levels import Level
from kaocheng.feedback.measures import (
    TicketFacts,
    count,
    measures,
    proof,
    tally,
    ticket_facts,
)
from kaocheng.feedback.records import Invitation, Origin, Rating, Standing
from kaocheng.kernel.shares import NO_DATA, percent
from tests.feedback.making import CALENDAR, INSPECTOR, MANAGER, MONDAY, bad_rating, rating
from tests.feedback.test_moving import go, run

KINDS = {"ratings": Rating, "invitations": Invitation, "tickets": TicketFacts}
RATES = [key for key, measure in measures().items() if measure.of == "ratings"]


def ratings() -> list[Rating]:
    """Six active (one struck), two default, one default withdrawn."""
    levels = [*Level, Level.VERY_DISSATISFIED]
    active = [rating(i, level=level) for i, level in enumerate(levels)]
    active[5] = rating(5, level=levels[5], standing=Standing.STRUCK)
    default = [rating(i, origin=Origin.DEFAULT, level=Level.FAIRLY_SATISFIED) for i in (10, 11)]
    gone = rating(12, origin=Origin.DEFAULT, standing=Standing.WITHDRAWN)
    return [*active, *default, gone]


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("satisfied_rate", "40.00%"),
        ("good_rate", "60.00%"),
        ("good_rate_with_default", "71.43%"),
        ("active_rate", "71.43%"),
        ("default_rate", "28.57%"),
        ("bad_rate", "40.00%"),
    ],
)
def test_rates_of_a_made_up_day(key: str, shown: str) -> None:
    """Counted by hand: five valid active, two default; struck and withdrawn are nowhere."""
    assert shown == count(measures()[key], ratings()).shown


def test_default_ratings_never_enter_a_rate_of_satisfaction() -> None:
    """A thousand default ratings change neither 满意率 nor 好评率."""
    many = [rating(100 + i, origin=Origin.DEFAULT) for i in range(1000)]
    for key in ("satisfied_rate", "good_rate", "bad_rate"):
        measure = measures()[key]
        assert count(measure, ratings()) == count(measure, [*ratings(), *many])


@pytest.mark.parametrize("key", measures())
def test_no_data_is_no_data(key: str) -> None:
    """Neither 0% nor 100%."""
    share = count(measures()[key], [])
    assert (None, NO_DATA) == (share.value, share.shown)


@pytest.mark.parametrize("key", measures())
def test_every_measure_names_fields_of_its_records(key: str) -> None:
    """And says its formula; a condition on a field that is not there would count nothing."""
    measure = measures()[key]
    known = {field.name for field in fields(KINDS[measure.of])}
    assert {c.field for c in (*measure.whole, *measure.part)} <= known
    assert measure.text.startswith(f"{measure.name} = ")


def test_the_proof_names_the_ratings() -> None:
    """The numbers of the part are among those of the whole, and they make the share."""
    found = proof(measures()["good_rate"], ratings())
    assert (("P0", "P1", "P2"), ("P0", "P1", "P2", "P3", "P4")) == (found.part, found.whole)
    assert (3, 5, Decimal("0.6")) == (found.share.part, found.share.whole, found.share.value)


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (0, 0, NO_DATA),
        (0, 3, "0.00%"),
        (3, 3, "100.00%"),
        (99999, 100000, "99.999%"),
        (1, 100000, "0.001%"),
        (14217, 33723, "42.16%"),
        (2, 3, "66.67%"),
    ],
)
def test_what_is_printed(part: int, whole: int, shown: str) -> None:
    """One bad rating in a hundred thousand is not rounded away."""
    assert shown == percent(part, whole)


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_full_is_only_full(part: int, whole: int) -> None:
    """100% and 0% are printed for all and nothing only, whatever the numbers."""
    part = min(part, whole)
    number = Decimal(percent(part, whole).removesuffix("%"))
    assert (part == whole, part == 0) == (number == 100, number == 0)


@given(
    st.lists(st.tuples(st.sampled_from(Level), st.sampled_from(Origin), st.sampled_from(Standing)))
)
def test_shares_stay_between_nothing_and_all(given_: list[tuple[Level, Origin, Standing]]) -> None:
    """And active and default shares make the whole together."""
    made = [
        rating(i, level=level, origin=origin, standing=standing)
        for i, (level, origin, standing) in enumerate(given_)
    ]
    shares = {key: count(measures()[key], made) for key in RATES}
    groups = [(one, 1) for one in made]
    assert shares == {key: tally(measures()[key], groups) for key in RATES}
    assert all(0 <= share.part <= share.whole for share in shares.values())
    active, default = shares["active_rate"], shares["default_rate"]
    assert active.whole == active.part + default.part


def test_a_ticket_counts_when_it_is_due() -> None:
    """In its time it does not count yet; late it counts as missing; closed in time it counts as kept."""
    fresh = bad_rating()
    late = MONDAY + timedelta(days=20)
    done = run(fresh, "claim", "mend_at_once", "call_agreed")
    facts = [
        ticket_facts(fresh, CALENDAR, MONDAY),
        ticket_facts(fresh, CALENDAR, late),
        ticket_facts(done, CALENDAR, late),
    ]
    assert [(False, False), (True, False), (True, True)] == [(f.due, f.on_time) for f in facts]
    shown = {key: count(measures()[key], facts).shown for key in ("rectified_rate", "called_rate")}
    assert {"rectified_rate": "50.00%", "called_rate": "50.00%"} == shown


def test_due_is_what_the_desk_calls_late() -> None:
    """Past the day for verifying and not closed: late on the desk, and due in the measures."""
    ticket = bad_rating()
    after = MONDAY + timedelta(days=2)
    assert is_late(ticket, CALENDAR, after)
    assert ticket_facts(ticket, CALENDAR, after).due
    share = count(measures()["rectified_rate"], [ticket_facts(ticket, CALENDAR, after)])
    assert (0, 1) == (share.part, share.whole)
    assert not is_late(ticket, CALENDAR, MONDAY)


def test_a_struck_or_reviewed_ticket_does_not_count() -> None:
    """However old it is."""
    review = go(bad_rating(), "appeal", MANAGER)
    struck = go(review, "strike", INSPECTOR)
    late = MONDAY + timedelta(days=60)
    assert [False, False] == [ticket_facts(t, CALENDAR, late).due for t in (review, struck)]


def test_unreached_is_not_called_back() -> None:
    """Closed after three vain calls: the rate says so."""
    ticket = run(bad_rating(), "claim", "explain", *["call_missed"] * 3, "close_unreached")
    facts = [ticket_facts(ticket, CALENDAR, MONDAY)]
    assert ("0.00%", "100.00%") == (
        count(measures()["called_rate"], facts).shown,
        count(measures()["on_time_rate"], facts).shown,
    )
