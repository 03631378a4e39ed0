"""Inviting and rating: once, by token, after an invitation, never by the person rated."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.feedback.records import Invitation, Invited, Origin, Rating
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.feedback.models import StoredBadRating, StoredInvitation, StoredRating
from kaocheng.site.feedback.services import invited, rate, token_of
from kaocheng.site.feedback.services.tokens import read_token
from tests.site.feedback.factory import MONDAY, Feedback

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(minutes=1)


def refusal(token: str, level: object = Level.SATISFIED, **given: object) -> str:
    """The code with which a rating is refused; nothing is stored."""
    before = StoredRating.objects.count(), StoredEvent.objects.count()
    with pytest.raises(Refusal) as refused:
        rate(token=token, level=level, **{"at": LATER} | given)  # type: ignore[arg-type]
    assert before == (StoredRating.objects.count(), StoredEvent.objects.count())
    return refused.value.code


def kinds(number: str) -> list[str]:
    """The events of a rating, in order."""
    rows = StoredEvent.objects.filter(stream=f"rating/{number}").order_by("serial")
    return list(rows.values_list("kind", flat=True))


def test_a_rating_is_stored_with_its_event(feedback: Feedback) -> None:
    """Level, reasons, where and when; the row is the record the core knows."""
    rating = feedback.rated(Level.VERY_SATISFIED, reasons=("quick", "clear"), text="办得快")
    assert ["rating.invited", "rating.rated"] == kinds(rating.number)
    assert (["clear", "quick"], 60, "D01", "2026-03") == (
        rating.reasons, rating.seconds, rating.unit, rating.month
    )  # fmt: skip
    assert isinstance(rating.record(), Rating)
    assert [rating.record()] == list(StoredRating.objects.of(feedback.county).records())
    invitation = rating.invitation.record()
    assert (Invitation, Invited.OPEN) == (type(invitation), invitation.state)  # as it was when read
    assert Invited.RATED == StoredInvitation.objects.get().state


def test_a_token_is_used_once(feedback: Feedback) -> None:
    """The second use is told so, and the first rating stands."""
    token = token_of(feedback.invite())
    rate(token=token, level=Level.SATISFIED, at=LATER)
    assert "feedback.rated" == refusal(token, Level.VERY_DISSATISFIED)
    with pytest.raises(Refusal, match="已经评价过"):
        invited(token=token, at=LATER)


def test_a_token_ends_with_its_days(feedback: Feedback) -> None:
    """Thirty days by the packaged rule; at the very end it is over."""
    invitation = feedback.invite()
    assert timedelta(days=30) == invitation.expires_at - invitation.invited_at
    assert "feedback.expired" == refusal(token_of(invitation), at=invitation.expires_at)


@pytest.mark.parametrize("at", range(0, 51, 5))
def test_a_changed_token_is_worthless(feedback: Feedback, at: int) -> None:
    """County, channel, random part and code: one letter changed and it is no token."""
    token = token_of(feedback.invite())
    assert 51 == len(token)
    changed = token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]
    assert read_token(changed) is None
    assert "feedback.token" == refusal(changed)


@pytest.mark.parametrize(
    "token", ["", "x", "9" * 51, "510904w" + "A" * 44, "评" * 51, "a" * 10_000]
)
def test_a_made_up_token_is_worthless(feedback: Feedback, token: str) -> None:
    """Whatever somebody types."""
    assert "feedback.token" == refusal(token)


def test_the_table_does_not_let_anybody_rate(feedback: Feedback, settings: object) -> None:
    """The random number without the site's key makes no token."""
    invitation = feedback.invite()
    genuine = token_of(invitation)
    settings.SECRET_KEY = "another-key" * 5  # type: ignore[attr-defined]
    assert genuine != token_of(invitation)
    assert read_token(genuine) is None
    settings.SECRET_KEY_FALLBACKS = ["only-for-tests-" * 4]  # type: ignore[attr-defined]
    assert read_token(genuine) is not None


def test_the_channel_is_that_of_the_token(feedback: Feedback) -> None:
    """Pushed to the device, but answered by the square code on the receipt."""
    invitation = feedback.invite()
    rating = rate(
        token=token_of(invitation, RatingChannel.QR_CODE), level=Level.SATISFIED, at=LATER
    )
    assert ("window_device", "qr_code") == (invitation.channel, rating.channel)


def test_nobody_rates_himself(feedback: Feedback) -> None:
    """Signed in as the person rated; signed in as somebody else is no matter."""
    token = token_of(feedback.invite())
    assert "feedback.self" == refusal(token, account=feedback.clerk)
    assert rate(
        token=token, level=Level.SATISFIED, at=LATER, account=feedback.person(Role.APPLICANT)
    ).pk


def test_an_invitation_is_one_an_occasion(feedback: Feedback) -> None:
    """现场一次一评: the same step again is pushed anew; another step is another occasion."""
    first = feedback.invite(case="C9", service="受理")
    again = feedback.invite(case="C9", service="受理", at=LATER)
    other = feedback.invite(case="C9", service="出件")
    assert (first.pk, LATER) == (again.pk, again.pushed_at)
    assert first.pk != other.pk
    assert ["rating.invited", "rating.pushed"] == kinds(first.number)


def test_online_a_case_is_rated_once(feedback: Feedback) -> None:
    """网上一事一评: whatever the step."""
    first = feedback.invite(case="C9", service="受理", channel="online")
    again = feedback.invite(case="C9", service="出件", channel="sms_link")
    assert first.pk == again.pk
    rate(token=token_of(again), level=Level.SATISFIED, at=LATER)
    with pytest.raises(Refusal, match="已经评价过"):
        feedback.invite(case="C9", service="出件", channel="online")


def test_what_ran_out_is_not_pushed_again(feedback: Feedback) -> None:
    """A new invitation to an old service would undo its expiry."""
    feedback.invite(case="C9")
    with pytest.raises(Refusal, match="过期"):
        feedback.invite(case="C9", at=MONDAY + timedelta(days=31))


@pytest.mark.parametrize("empty", [{"case": " "}, {"service": ""}])
def test_an_invitation_names_what_is_rated(feedback: Feedback, empty: dict[str, str]) -> None:
    """No rating hangs in the air."""
    with pytest.raises(Refusal, match="哪个办件"):
        feedback.invite(**empty)


def test_the_text_is_kept_without_personal_data(feedback: Feedback) -> None:
    """Masked in the row; the event holds no word of it."""
    phone = "138" + "00000000"
    rating = feedback.rated(text=f"请回电话{phone} <script>")
    event = StoredEvent.objects.get(kind="rating.rated")
    assert "请回电话138******** <script>" == rating.text
    assert phone not in event.facts
    assert "请回" not in event.facts
    assert ["手机号"] == event.told["masked"]


def test_a_wrong_level_or_reason_is_refused(feedback: Feedback) -> None:
    """Forged forms change nothing."""
    token = token_of(feedback.invite())
    assert "feedback.level" == refusal(token, "六星")
    assert "feedback.reason" == refusal(token, Level.SATISFIED, reasons=["attitude_bad"])
    assert "feedback.text" == refusal(token, text="好" * 501)


def test_a_bad_rating_opens_a_ticket(feedback: Feedback) -> None:
    """In the same transaction, with its limits; a good one opens none."""
    feedback.rated(Level.FAIRLY_SATISFIED)
    assert 0 == StoredBadRating.objects.count()
    for level in (Level.DISSATISFIED, Level.VERY_DISSATISFIED):
        rating = feedback.rated(level)
        assert ("待核实", False) == (rating.ticket.state, rating.ticket.named)
        assert "bad_rating.opened" == kinds(rating.number)[-1]


def test_events_name_no_rater(feedback: Feedback) -> None:
    """Neither the applicant's number nor an account: the actor is 评价人."""
    rating = feedback.rated(rater="A-SECRET")
    events = StoredEvent.objects.filter(stream=f"rating/{rating.number}")
    assert not any("A-SECRET" in event.facts + event.actor for event in events)
    assert "评价人" == events.get(kind="rating.rated").actor


def test_numbers_do_not_run(feedback: Feedback) -> None:
    """The next number says nothing about the one before: who rated after whom is not told."""
    first, second = feedback.invite().number, feedback.invite().number
    assert first[:15] == second[:15] == f"{feedback.county}P20260302"
    assert first[15:] != second[15:]
    assert len(first) == 23


def test_an_active_rating_is_active(feedback: Feedback) -> None:
    """And there is no second row beside it."""
    assert [Origin.ACTIVE] == [feedback.rated().origin]
    assert 1 == StoredRating.objects.count()
