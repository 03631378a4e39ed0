"""Invitations that run out: default ratings only where the county says so, never counted as active."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kaocheng.feedback.levels import Level
from kaocheng.feedback.measures import count, measures
from kaocheng.feedback.records import Invited, Origin, Standing
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.feedback.models import StoredBadRating, StoredInvitation, StoredRating
from kaocheng.site.feedback.services import Expired, expire_invitations, rate, token_of
from tests.site.feedback.factory import MONDAY, Feedback

pytestmark = pytest.mark.django_db
WEEK = MONDAY + timedelta(days=7)
LONG_AFTER = MONDAY + timedelta(days=31)


def test_without_the_switch_nothing_is_rated_by_default(feedback: Feedback) -> None:
    """The invitation runs out, and that is all."""
    feedback.invite()
    assert Expired(0, 0, more=False) == expire_invitations(county=feedback.county, at=WEEK)
    assert Expired(0, 1, more=False) == expire_invitations(county=feedback.county, at=LONG_AFTER)
    assert 0 == StoredRating.objects.count()
    assert Invited.EXPIRED == StoredInvitation.objects.get().state


def test_with_the_switch_a_default_rating_is_written_once(feedback: Feedback) -> None:
    """After seven days, 基本满意, marked as default; running again writes no second."""
    feedback.switch("default_rating", "是")
    feedback.invite()
    early = expire_invitations(county=feedback.county, at=WEEK - timedelta(seconds=1))
    written = expire_invitations(county=feedback.county, at=WEEK)
    again = expire_invitations(county=feedback.county, at=WEEK)
    assert [0, 1, 0] == [done.defaults for done in (early, written, again)]
    rating = StoredRating.objects.get()
    assert (Origin.DEFAULT, Level.FAIRLY_SATISFIED, "") == (
        rating.origin,
        rating.level,
        rating.device,
    )


def test_an_active_rating_takes_the_place_of_a_default(feedback: Feedback) -> None:
    """The default is withdrawn and stays visible; the figures know one active rating."""
    feedback.switch("default_rating", "是")
    invitation = feedback.invite()
    expire_invitations(county=feedback.county, at=WEEK)
    rate(token=token_of(invitation), level=Level.DISSATISFIED, at=WEEK + timedelta(days=1))
    standings = StoredRating.objects.values_list("origin", "standing").order_by("id")
    assert [("默认", Standing.WITHDRAWN), ("主动", Standing.VALID)] == list(standings)
    rows = list(StoredRating.objects.of(feedback.county).records())
    shown = {key: count(measures()[key], rows).shown for key in ("active_rate", "good_rate")}
    assert {"active_rate": "100.00%", "good_rate": "0.00%"} == shown
    kinds = StoredEvent.objects.filter(stream=f"rating/{invitation.number}").values_list(
        "kind", flat=True
    )
    assert "rating.default_withdrawn" in set(kinds)


def test_a_default_rating_opens_no_ticket_and_is_not_active(feedback: Feedback) -> None:
    """Nobody has said anything."""
    feedback.switch("default_rating", "是")
    feedback.invite()
    expire_invitations(county=feedback.county, at=WEEK)
    rows = list(StoredRating.objects.of(feedback.county).records())
    assert ("无数据", "0.00%") == (
        count(measures()["good_rate"], rows).shown,
        count(measures()["active_rate"], rows).shown,
    )
    assert 0 == StoredBadRating.objects.count()


def test_the_switch_is_not_retroactive(feedback: Feedback) -> None:
    """Invited before it was turned on: no default; turned off before the day: none either."""
    feedback.invite()
    feedback.switch("default_rating", "是", at=MONDAY + timedelta(days=1))
    assert 0 == expire_invitations(county=feedback.county, at=WEEK).defaults
    feedback.invite(at=MONDAY + timedelta(days=2))
    feedback.switch("default_rating", "否", at=MONDAY + timedelta(days=3))
    assert 0 == expire_invitations(county=feedback.county, at=LONG_AFTER).defaults
    assert 0 == StoredRating.objects.count()


def test_a_batch_is_bounded(feedback: Feedback) -> None:
    """And says whether more waits."""
    for _ in range(5):
        feedback.invite()
    first = expire_invitations(county=feedback.county, at=LONG_AFTER, limit=3)
    second = expire_invitations(county=feedback.county, at=LONG_AFTER, limit=3)
    assert [(3, True), (2, False)] == [(done.expired, done.more) for done in (first, second)]


def test_what_was_rated_does_not_run_out(feedback: Feedback) -> None:
    """Nor what belongs to another county."""
    feedback.rated()
    assert 0 == expire_invitations(county=feedback.county, at=LONG_AFTER).expired
    feedback.invite()
    assert 0 == expire_invitations(county="110101", at=LONG_AFTER).expired
