"""Rating devices: bound to a window, showing what was pushed there, strangers once revoked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kaocheng.feedback.levels import Level
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.feedback.models import StoredRatingDevice
from kaocheng.site.feedback.services import (
    device_of,
    rate,
    register_device,
    revoke_device,
    token_of,
)
from kaocheng.site.feedback.services.devices import pushed_to
from tests.site.feedback.factory import MONDAY, Feedback

pytestmark = pytest.mark.django_db


def registered(
    feedback: Feedback, number: str = "E1", window: str = "W1"
) -> tuple[StoredRatingDevice, str]:
    """A device and its token."""
    return register_device(
        county=feedback.county, number=number, window=window,
        by=feedback.person(Role.HALL_SUPERVISOR), role="hall_supervisor", at=MONDAY,
    )  # fmt: skip


def test_a_token_opens_its_device_only(feedback: Feedback) -> None:
    """The table holds a digest; another token, another county and "" open nothing."""
    row, token = registered(feedback)
    assert token not in row.digest
    assert row == device_of(county=feedback.county, token=token, at=MONDAY)
    for county, other in ((feedback.county, token + "x"), ("110101", token), (feedback.county, "")):
        assert device_of(county=county, token=other, at=MONDAY) is None


def test_a_revoked_device_is_a_stranger(feedback: Feedback) -> None:
    """So is one whose token was issued anew."""
    _, token = registered(feedback)
    _, newer = registered(feedback)
    assert device_of(county=feedback.county, token=token, at=MONDAY) is None
    revoke = {
        "county": feedback.county,
        "number": "E1",
        "by": feedback.person(Role.HALL_SUPERVISOR),
        "role": "hall_supervisor",
        "at": MONDAY,
    }
    revoke_device(**revoke)
    assert device_of(county=feedback.county, token=newer, at=MONDAY) is None
    with pytest.raises(Refusal, match="正在使用"):
        revoke_device(**revoke)


def test_a_window_has_one_device(feedback: Feedback) -> None:
    """A second is refused until the first is taken back."""
    registered(feedback)
    with pytest.raises(Refusal, match="已经有一台"):
        registered(feedback, number="E2")


def test_the_device_shows_what_was_pushed_to_its_window(feedback: Feedback) -> None:
    """The latest, while it is fresh and open; nothing of another window."""
    device, _ = registered(feedback)
    assert pushed_to(device, MONDAY) is None
    feedback.invite(window="W2")
    assert pushed_to(device, MONDAY) is None
    feedback.invite()
    second = feedback.invite(at=MONDAY + timedelta(seconds=5))
    now = MONDAY + timedelta(seconds=10)
    assert second == pushed_to(device, now)
    assert pushed_to(device, MONDAY + timedelta(minutes=4)) is None
    rate(token=token_of(second), level=Level.SATISFIED, at=now)
    assert pushed_to(device, now) is None


def test_being_on_line_is_noted_now_and_then(feedback: Feedback) -> None:
    """Not with every look: a minute apart."""
    row, token = registered(feedback)
    seen = []
    for seconds in (0, 30, 61):
        device_of(county=feedback.county, token=token, at=MONDAY + timedelta(seconds=seconds))
        row.refresh_from_db()
        seen.append((row.seen_at - MONDAY).seconds)
    assert [0, 0, 61] == seen


def test_a_device_needs_a_number_and_a_window(feedback: Feedback) -> None:
    """Blanks are refused."""
    with pytest.raises(Refusal):
        registered(feedback, number=" ")
