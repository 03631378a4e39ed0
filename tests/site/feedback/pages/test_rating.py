"""The rate page: works without script, says what it does, is used once, warns of personal data."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.site.audit.models import StoredRefusal
from kaocheng.site.feedback.models import StoredInvitation, StoredRating
from kaocheng.site.feedback.services import address_of
from tests.site.feedback.factory import Feedback

pytestmark = pytest.mark.django_db


def invited(feedback: Feedback, **given: object) -> StoredInvitation:
    """An invitation of this moment, for pages read the real clock."""
    return feedback.invite(at=timezone.now() - timedelta(seconds=30), **given)


def test_a_citizen_rates_in_three_steps(feedback: Feedback, client: Client) -> None:
    """Five levels, one to confirm with its reasons, thanks; nothing but links and a form."""
    address = address_of(invited(feedback), RatingChannel.QR_CODE)
    first = client.get(address).content.decode()
    assert [level.value for level in Level] == re.findall(r'href="\?level=(\w+)"', first)
    second = client.get(address, {"level": "dissatisfied"}).content.decode()
    assert "没有一次告知" in second
    assert "态度热情" not in second
    sent = {"level": "dissatisfied", "reasons": ["not_told_at_once"], "text": "补了三次"}
    answer = client.post(address, sent)
    assert f"{reverse('feedback:thanks')}?bad=1" == answer["Location"]
    assert "会有专人核实" in client.get(answer["Location"]).content.decode()
    rating = StoredRating.objects.get()
    assert (["not_told_at_once"], "补了三次", "qr_code") == (
        rating.reasons,
        rating.text,
        rating.channel,
    )


def test_the_page_is_closed_after_rating(feedback: Feedback, client: Client) -> None:
    """Back and send again: one rating, and a sentence."""
    address = address_of(invited(feedback))
    for _ in range(2):
        client.post(address, {"level": "satisfied"})
    assert 1 == StoredRating.objects.count()
    page = client.get(address)
    assert (410, True) == (page.status_code, "已经评价过了" in page.content.decode())


@pytest.mark.parametrize("token", ["x", "510904q" + "A" * 44])
def test_a_wrong_link_says_so(client: Client, token: str) -> None:
    """No trace of whether such an invitation exists."""
    page = client.get(reverse("feedback:rate", args=[token]))
    assert (410, True) == (page.status_code, "链接不对" in page.content.decode())


def test_personal_data_is_warned_of_then_masked(feedback: Feedback, client: Client) -> None:
    """The first sending comes back with a warning, the second is kept without the number."""
    address, phone = address_of(invited(feedback)), "138" + "00000000"
    sent = {"level": "satisfied", "text": f"请打{phone}"}
    warned = client.post(address, sent).content.decode()
    assert "像手机号的内容" in warned
    assert 'name="seen" value="1"' in warned
    assert 0 == StoredRating.objects.count()
    client.post(address, sent | {"seen": "1"})
    assert "请打138********" == StoredRating.objects.get().text


def test_markup_in_a_text_is_only_text(feedback: Feedback, client: Client) -> None:
    """Nothing anybody writes becomes part of a page."""
    address = address_of(invited(feedback))
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    again = client.post(address, {"level": "satisfied", "text": hostile + "138" + "00000000"})
    assert "<script>alert" not in again.content.decode()
    assert "&lt;script&gt;" in again.content.decode()


def test_too_long_a_text_is_told_beside_the_form(feedback: Feedback, client: Client) -> None:
    """Nothing is lost: what was written stands there again."""
    page = client.post(address_of(invited(feedback)), {"level": "satisfied", "text": "好" * 600})
    assert "最多500个字" in page.content.decode()
    assert "好" * 600 in page.content.decode()


def test_a_forged_reason_or_level_changes_nothing(feedback: Feedback, client: Client) -> None:
    """The form refuses the one, the page of levels answers the other."""
    address = address_of(invited(feedback))
    client.post(address, {"level": "satisfied", "reasons": ["attitude_bad"]})
    page = client.post(address, {"level": "six_stars"})
    assert 0 == StoredRating.objects.count()
    assert "您满意吗" in page.content.decode()


def test_the_person_rated_is_refused_and_noted(feedback: Feedback, client: Client) -> None:
    """Signed in as the clerk."""
    client.force_login(feedback.clerk)
    page = client.post(address_of(invited(feedback)), {"level": "very_satisfied"})
    assert (410, 0) == (page.status_code, StoredRating.objects.count())
    assert "评价自己" in StoredRefusal.objects.get().what


def test_a_telephone_is_known_by_a_random_number(feedback: Feedback, client: Client) -> None:
    """The same for both ratings; nothing of the request is in it."""
    for _ in range(2):
        client.post(address_of(invited(feedback), RatingChannel.QR_CODE), {"level": "satisfied"})
    devices = set(StoredRating.objects.values_list("device", flat=True))
    assert 1 == len(devices)
    assert "127.0.0.1" not in devices.pop()


def test_the_page_is_not_kept(feedback: Feedback, client: Client) -> None:
    """No copy in a shared browser, no entry in a search engine."""
    page = client.get(address_of(invited(feedback)))
    assert "no-store" in page["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in page.content.decode()
