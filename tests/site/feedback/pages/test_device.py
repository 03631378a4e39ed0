"""The device at a window: enrolled by token, idle, shows what was pushed, thanks, never the next person's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.site.feedback.models import StoredInvitation, StoredRating
from kaocheng.site.feedback.services import register_device, revoke_device
from tests.site.feedback.factory import Feedback

pytestmark = pytest.mark.django_db
DEVICE = "/feedback/device/"


@pytest.fixture
def tablet(feedback: Feedback, client: Client) -> Client:
    """A tablet enrolled at window W1."""
    _, token = register_device(
        county=feedback.county, number="E1", window="W1", by=feedback.person(Role.HALL_SUPERVISOR),
        role="hall_supervisor", at=timezone.now(),
    )  # fmt: skip
    assert DEVICE == client.post(reverse("feedback:enrol"), {"token": token})["Location"]
    return client


def pushed(feedback: Feedback, **given: object) -> StoredInvitation:
    """An invitation just pushed to W1."""
    return feedback.invite(at=timezone.now() - timedelta(seconds=5), **given)


def text(client: Client, address: str = DEVICE, **query: str) -> str:
    """A page of the device."""
    return client.get(address, query).content.decode()


def test_a_stranger_is_led_to_enrolment(client: Client) -> None:
    """Without a token, and with a made-up one."""
    client.cookies["rating-device"] = "made-up"
    assert reverse("feedback:enrol") == client.get(DEVICE)["Location"]
    wrong = client.post(reverse("feedback:enrol"), {"token": "made-up"})
    assert (400, True) == (wrong.status_code, "令牌不对" in wrong.content.decode())


def test_idle_then_pushed_then_thanks_then_idle(feedback: Feedback, tablet: Client) -> None:
    """The round of one person."""
    assert "办完业务后" in text(tablet)
    invitation = pushed(feedback)
    assert "您满意吗" in text(tablet)
    sent = {"level": "satisfied", "invitation": invitation.number, "reasons": ["quick"]}
    answer = tablet.post(DEVICE, sent)
    assert reverse("feedback:device-thanks") == answer["Location"]
    assert "谢谢您的评价" in text(tablet, answer["Location"])
    assert "办完业务后" in text(tablet)
    rating = StoredRating.objects.get()
    assert ("device:E1", "window_device") == (rating.device, rating.channel)


def test_what_is_sent_too_late_rates_nobody_else(feedback: Feedback, tablet: Client) -> None:
    """The screen of one person, sent after the next was called: not stored, and said so."""
    first, _ = pushed(feedback), pushed(feedback)
    page = tablet.post(DEVICE, {"level": "very_dissatisfied", "invitation": first.number})
    assert "没有保存" in page.content.decode()
    assert 0 == StoredRating.objects.count()


def test_polling_says_when_to_change(feedback: Feedback, tablet: Client) -> None:
    """Nothing while the screen is right, the way to go otherwise."""
    state = reverse("feedback:device-state")
    assert "HX-Redirect" not in tablet.get(state, {"now": ""})
    invitation = pushed(feedback)
    assert DEVICE == tablet.get(state, {"now": ""})["HX-Redirect"]
    assert "HX-Redirect" not in tablet.get(state, {"now": invitation.number})
    assert DEVICE == tablet.get(state, {"now": "thanks"})["HX-Redirect"]


def test_without_script_the_idle_screen_looks_by_itself(tablet: Client) -> None:
    """Every three seconds."""
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in text(tablet)


def test_a_revoked_device_stops(feedback: Feedback, tablet: Client) -> None:
    """From the next request on."""
    revoke_device(
        county=feedback.county, number="E1", by=feedback.person(Role.HALL_SUPERVISOR),
        role="hall_supervisor", at=timezone.now(),
    )  # fmt: skip
    pushed(feedback)
    assert reverse("feedback:enrol") == tablet.get(DEVICE)["Location"]


def test_enrolment_cannot_be_guessed_at(client: Client) -> None:
    """After ten tries a minute it is refused without a look."""
    client.defaults["REMOTE_ADDR"] = "192.0.2.77"
    statuses = [
        client.post(reverse("feedback:enrol"), {"token": "x"}).status_code for _ in range(11)
    ]
    assert 429 == statuses[-1]
