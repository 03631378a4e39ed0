"""Everybody is invited to rate: whatever came of the case, once, without anybody's doing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kaocheng.cases.states import Channel, State
from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.feedback.records import Invited
from kaocheng.hall.posts import Role
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.closing.inviting import invitation_of, invite_after, invite_recent
from kaocheng.site.feedback.models import StoredInvitation
from kaocheng.site.feedback.services import rate, token_of
from tests.site.cases.people import Desk
from tests.site.conftest import SINCE
from tests.site.desk.conftest import Browser

pytestmark = pytest.mark.django_db
NO = {"reason": "不需要", "right_body": "某局"}


def _refused(desk: Desk) -> StoredCase:
    return desk.move(desk.open(), "refuse_authority", desk.clerk, **NO)


def _withdrawn(desk: Desk) -> StoredCase:
    return desk.move(desk.open(), "withdraw", desk.clerk, reason="不办了")


def _not_needed(desk: Desk) -> StoredCase:
    return desk.move(desk.open(), "tell_not_needed", desk.clerk, reason="不需要")


def _denied(desk: Desk) -> StoredCase:
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    desk.move(row, "finish_task", desk.house, task="house", opinion="通过")
    desk.move(
        row, "finish_task", desk.fireman, task="fire", opinion="不通过", remark="通道宽度不够"
    )
    return desk.move(
        row, "deny", desk.chief, reasons="场所不符合第三项条件", remedies="六十日内复议"
    )


def _closed(desk: Desk) -> StoredCase:
    row = desk.open("P002")
    for move in ("accept", "grant", "close"):
        row = desk.move(row, move, desk.clerk)
    return row


@pytest.mark.parametrize("ended", [_refused, _withdrawn, _not_needed, _denied, _closed])
def test_the_round_invites_whatever_came_of_it(desk: Desk, ended: object) -> None:
    """Also who was refused and has not been given the result yet; the next round invites nobody again."""
    row = ended(desk)
    assert 1 == invite_recent(county=desk.county, at=desk.at).invited
    held = StoredInvitation.objects.get(case=row.number)
    assert (Invited.OPEN, desk.applicant) == (held.state, held.rater)
    assert held.invited_by == "system"
    assert 0 == invite_recent(county=desk.county, at=desk.at + timedelta(minutes=1)).invited


def test_nobody_is_invited_before_the_outcome(desk: Desk) -> None:
    """Registered and accepted cases are not rated yet."""
    row = desk.open()
    row = desk.move(row, "accept", desk.clerk)
    assert invite_after(row=row, at=desk.at) is None
    assert 0 == invite_recent(county=desk.county, at=desk.at).invited


def test_the_case_notes_its_invitation(desk: Desk) -> None:
    """By the law's own hand; a later step of the same case does not invite again."""
    row = _closed(desk)
    held = invite_after(row=row, at=desk.at)
    kept = StoredCase.objects.get(pk=row.pk)
    assert held.number == kept.record().rating
    assert "law" == kept.moved_by
    row = desk.move(row, "deliver", desk.issuer, mode="现场", receiver="本人")
    assert held.pk == invite_after(row=row, at=desk.at).pk
    assert 1 == StoredInvitation.objects.count()


def test_an_old_case_is_left_in_peace(desk: Desk) -> None:
    """An invitation that would have run out long since is not given."""
    row = _closed(desk)
    assert invite_after(row=row, at=desk.at + timedelta(days=31)) is None


def test_an_event_stored_late_is_not_missed(desk: Desk) -> None:
    """The cursor goes only past what no running transaction can still precede."""
    _closed(desk)
    invite_recent(county=desk.county, at=desk.at)
    StoredInvitation.objects.all().delete()
    assert 1 == invite_recent(county=desk.county, at=desk.at).invited
    invite_recent(county=desk.county, at=desk.at + timedelta(hours=1))
    StoredInvitation.objects.all().delete()
    assert 0 == invite_recent(county=desk.county, at=desk.at + timedelta(hours=1)).seen


def test_the_device_shows_it_where_the_applicant_stands(desk: Desk) -> None:
    """Handed out at a window: its device; closed in an office: none."""
    row = _closed(desk)
    assert RatingChannel.QR_CODE == invite_after(row=row, at=desk.at, by=desk.clerk).channel
    desk.issuer.posts.update(window="W9", since=SINCE)
    row = desk.move(row, "deliver", desk.issuer, mode="现场", receiver="本人")
    invite_after(row=row, at=desk.at, by=desk.issuer)
    held = invitation_of(row)
    assert (RatingChannel.WINDOW_DEVICE, "W9") == (held.channel, held.window)


def test_what_has_been_rated_is_not_shown_again(desk: Desk) -> None:
    """The window's device stays idle after the rating."""
    row = _closed(desk)
    held = invite_after(row=row, at=desk.at)
    rate(token=token_of(held), level=Level.SATISFIED, at=desk.at)
    desk.issuer.posts.update(window="W9", since=SINCE)
    row = desk.move(row, "deliver", desk.issuer, mode="现场", receiver="本人")
    invite_after(row=row, at=desk.at, by=desk.issuer)
    assert RatingChannel.QR_CODE == invitation_of(row).channel


def test_the_applicant_finds_link_and_code(desk: Desk, browser: Browser) -> None:
    """In 我的办件 and on the tracking page, before any round; rated, the pages say so."""
    desk.at = desk.at.now(desk.at.tzinfo) - timedelta(hours=1)
    row = _closed(desk)
    client = browser(desk.citizen)
    mine = client.get(reverse("portal:case", args=[row.number]))
    tracked = client.get("/track/", {"number": row.number, "code": row.code})
    for page in (mine, tracked):
        assert "<svg" in page.text
        address = page.context["rating"].address
        assert address in page.text
        assert 200 == client.get(address).status_code
    rate(
        token=address.rstrip("/").split("/")[-1],
        level=Level.SATISFIED,
        at=desk.at.now(desk.at.tzinfo),
    )
    assert "已经评价过" in client.get(reverse("portal:case", args=[row.number])).text


def test_a_move_on_the_page_invites_at_once(desk: Desk, browser: Browser) -> None:
    """The clerk who refuses cannot leave the applicant out."""
    desk.at = desk.at.now(desk.at.tzinfo) - timedelta(hours=1)
    row = desk.open(channel=Channel.WINDOW)
    address = reverse("desk:move", args=[row.number, "refuse_authority"])
    told = {"serial": row.serial, "reason": "不属本机关", "right_body": "某局"}
    assert 302 == browser(desk.clerk).post(address, told).status_code
    assert State.NOT_ACCEPTED == StoredCase.objects.get(pk=row.pk).state
    assert StoredInvitation.objects.filter(case=row.number).exists()


def test_the_window_may_show_it_again(desk: Desk, browser: Browser) -> None:
    """A button, for who sits at a window; others are told what to do instead."""
    desk.at = desk.at.now(desk.at.tzinfo) - timedelta(hours=1)
    row = _closed(desk)
    address = reverse("desk:push", args=[row.number])
    assert 409 == browser(desk.issuer).post(address).status_code
    desk.issuer.posts.filter(role=Role.ISSUER.value).update(window="W9")
    assert 302 == browser(desk.issuer).post(address).status_code
    assert "W9" == StoredInvitation.objects.get(case=row.number).window


def _revoked(desk: Desk) -> StoredCase:
    row = desk.move(desk.move(desk.open("P002"), "accept", desk.clerk), "grant", desk.clerk)
    chief = desk.again(Role.CHIEF_REPRESENTATIVE, row.decider_unit)
    given = {"reasons": "准予时材料不实，依法撤销", "remedies": "六十日内复议"}
    return desk.move(row, "revoke", chief, **given)


@pytest.mark.parametrize("ended", [_withdrawn, _revoked])
def test_what_was_withdrawn_or_revoked_notes_its_invitation(desk: Desk, ended: object) -> None:
    """撤回 and 撤销 are ends like any other: the number of the rating stands in the case."""
    row = ended(desk)
    held = invite_after(row=row, at=desk.at)
    assert held.number == StoredCase.objects.get(pk=row.pk).record().rating


def test_each_service_at_a_window_is_rated_by_itself_and_once(desk: Desk) -> None:
    """受理 when it was accepted, the whole once it has ended, 出件 when that was rated; never one twice."""
    for account, window in ((desk.clerk, "W1"), (desk.issuer, "W9")):
        account.posts.update(window=window, since=SINCE)
    row = desk.move(desk.open("P002"), "accept", desk.clerk)
    for _ in range(2):
        assert invite_after(row=row, at=desk.at, by=desk.clerk) is None
    (step,) = StoredInvitation.objects.filter(case=row.number)
    assert ("受理", "W1", desk.clerk.username) == (step.occasion, step.window, step.rated)
    rate(token=token_of(step), level=Level.SATISFIED, at=desk.at)
    for move in ("grant", "close"):
        row = desk.move(row, move, desk.clerk)
    whole = invite_after(row=row, at=desk.at)
    assert whole.pk != step.pk
    rate(token=token_of(whole), level=Level.SATISFIED, at=desk.at)
    row = desk.move(row, "deliver", desk.issuer, mode="现场", receiver="本人")
    for _ in range(2):
        invite_after(row=row, at=desk.at, by=desk.issuer)
    services = sorted(
        StoredInvitation.objects.filter(case=row.number).values_list("service", flat=True)
    )
    assert ["全程", "出件", "受理"] == services


def test_while_the_whole_waits_to_be_rated_the_device_asks_for_that_alone(desk: Desk) -> None:
    """Handed out before anything was rated: one question, not two."""
    desk.issuer.posts.update(window="W9", since=SINCE)
    row = _closed(desk)
    invite_after(row=row, at=desk.at)
    row = desk.move(row, "deliver", desk.issuer, mode="现场", receiver="本人")
    invite_after(row=row, at=desk.at, by=desk.issuer)
    assert 1 == StoredInvitation.objects.filter(case=row.number).count()


def test_online_no_step_is_rated_by_itself(desk: Desk) -> None:
    """网上一事一评: taken in by a clerk at his window, but nobody stood there."""
    desk.clerk.posts.update(window="W1", since=SINCE)
    row = desk.open(channel=Channel.ONLINE)
    row = desk.move(row, "accept", desk.clerk)
    assert invite_after(row=row, at=desk.at, by=desk.clerk) is None
    assert not StoredInvitation.objects.exists()
