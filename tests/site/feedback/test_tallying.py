"""Counts kept with every rating and invitation: always what counting the rows anew would give."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaocheng.feedback.levels import Level
from kaocheng.feedback.measures import measures, tally
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.feedback.counting import EVERYTHING, Scope, numbers, shares
from kaocheng.site.feedback.models import StoredCount, StoredLocalValue, StoredRating
from kaocheng.site.feedback.periods import Period
from kaocheng.site.feedback.services import expire_invitations, rate, recount, token_of
from tests.site.feedback.factory import MONDAY, Feedback

pytestmark = pytest.mark.django_db
MARCH = Period("2026-03", "2026-03")
Kept = dict[tuple[str, ...], int]


def kept(county: str) -> Kept:
    """Every count that is not nothing."""
    names = ("subject", "field", "key", "month", "level", "origin", "standing")
    rows = StoredCount.objects.filter(county=county).exclude(times=0).values_list(*names, "times")
    return {tuple(row[:-1]): row[-1] for row in rows}


def anew(county: str) -> Kept:
    """The counts made anew from the rows."""
    recount(county=county)
    return kept(county)


def test_a_whole_life_is_counted(feedback: Feedback) -> None:
    """Invited, rated by default, withdrawn, rated bad, struck; another runs out."""
    feedback.switch("default_rating", "是")
    invitation = feedback.invite()
    feedback.invite(unit="D02", window="W2")
    expire_invitations(county=feedback.county, at=MONDAY + timedelta(days=7))
    rating = rate(
        token=token_of(invitation), level=Level.DISSATISFIED, at=MONDAY + timedelta(days=8)
    )
    feedback.move(
        rating.ticket, "appeal", role=Role.CHIEF_REPRESENTATIVE, at=MONDAY + timedelta(days=8)
    )
    feedback.move(rating.ticket, "strike", role=Role.INSPECTOR, at=MONDAY + timedelta(days=9))
    expire_invitations(county=feedback.county, at=MONDAY + timedelta(days=31))
    told = numbers(feedback.county, MARCH)
    assert (0, 1, 1, 0) == (told.active, told.default, told.struck, told.bad)
    assert "50.00%" == shares(feedback.county, MARCH, MONDAY)["response_rate"].shown
    assert kept(feedback.county) == anew(feedback.county)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["invite", "rate", "default", "expire", "strike"]),
        st.integers(0, 3),
        st.sampled_from(Level),
    ),
    max_size=14,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_whatever_happens_the_counts_are_those_of_the_rows(
    feedback: Feedback, steps: list[tuple[str, int, Level]]
) -> None:
    """Any order of inviting, rating, defaults, expiry, striking; refused or not."""
    invited, tickets, at = [], [], MONDAY
    if not StoredLocalValue.objects.exists():
        feedback.switch("default_rating", "是")
    for step, number, level in steps:
        at += timedelta(hours=1)
        try:
            if step == "invite":
                invited.append(feedback.invite(at=at, window=f"W{number}", unit=f"D0{number % 2}"))
            elif step == "rate" and invited:
                token = token_of(invited[number % len(invited)])
                rating = rate(token=token, level=level, at=at)
                tickets += [rating.ticket] if level.bad else []
            elif step == "strike" and tickets:
                manager = feedback.account_of(Role.CHIEF_REPRESENTATIVE, unit=tickets[-1].unit)
                feedback._people[Role.CHIEF_REPRESENTATIVE] = manager
                feedback.move(tickets[-1], "appeal", role=Role.CHIEF_REPRESENTATIVE, at=at)
                feedback.move(tickets[-1], "strike", role=Role.INSPECTOR, at=at)
            elif step in ("default", "expire"):
                at += timedelta(days=8 if step == "default" else 31)
                expire_invitations(county=feedback.county, at=at)
        except Refusal:
            continue
    assert kept(feedback.county) == anew(feedback.county)


def test_a_scope_leaves_out_one_account(feedback: Feedback) -> None:
    """The county less somebody's own ratings, a department less them, and all of it."""
    other = feedback.account_of(Role.WINDOW_CLERK, unit="D01")
    feedback.rated(Level.SATISFIED)
    feedback.rated(Level.DISSATISFIED, rated=other)
    feedback.rated(Level.SATISFIED, unit="D02", rated=other)
    scopes = [
        EVERYTHING,
        Scope(without=other.username),
        Scope(unit="D01"),
        Scope(unit="D01", without=other.username),
        Scope(unit="D03"),
    ]
    found = [shares(feedback.county, MARCH, MONDAY, scope)["good_rate"] for scope in scopes]
    assert [(2, 3), (1, 1), (1, 2), (1, 1), (0, 0)] == [(s.part, s.whole) for s in found]


def test_counts_and_rows_give_the_same_rates(feedback: Feedback) -> None:
    """Grouped rows and kept counts, judged by the same declarations."""
    for level in Level:
        feedback.rated(level)
    rows = StoredRating.objects.of(feedback.county)
    groups = [(row, times) for _, row, times in rows.grouped()]
    found = shares(feedback.county, MARCH, MONDAY)
    assert {key: tally(m, groups) for key, m in measures().items() if m.of == "ratings"} == {
        key: found[key] for key, m in measures().items() if m.of == "ratings"
    }
