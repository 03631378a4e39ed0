"""A bad rating is dealt with by nobody who did anything to the case, whatever post he holds now."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.closing.inviting import invite_after
from kaocheng.site.feedback.forms import receivers
from kaocheng.site.feedback.models import StoredBadRating
from kaocheng.site.feedback.services import handle_bad_rating, rate, token_of
from tests.site.cases.people import Desk
from tests.site.conftest import SINCE
from tests.site.desk.conftest import Browser

pytestmark = pytest.mark.django_db


def _bad(desk: Desk, row: StoredCase) -> StoredBadRating:
    invitation = invite_after(row=row, at=desk.at)
    assert invitation is not None
    token = token_of(invitation, RatingChannel.QR_CODE)
    return rate(token=token, level=Level.DISSATISFIED, at=desk.at + timedelta(minutes=1)).ticket


def _granted(desk: Desk) -> StoredCase:
    """Visited by two, examined, urged by the supervisor, granted and closed."""
    row = desk.move(desk.open(), "accept", desk.clerk)
    officers = [desk.house.get_username(), desk.again(Role.APPROVER, "D002").get_username()]
    visit = {"special": "现场勘验", "within": 3, "task": "house", "reason": "核对场所"}
    row = desk.move(row, "begin_special", desk.house, **visit, officers=officers)
    row = desk.move(row, "end_special", desk.house, number="T1", result="相符")
    row = desk.move(row, "urge", desk.supervisor, reason="临近期限")
    for who, task in ((desk.house, "house"), (desk.fireman, "fire")):
        row = desk.move(row, "finish_task", who, task=task, opinion="通过")
    row = desk.move(row, "grant", desk.chief, certificate="证1")
    return desk.move(row, "close", desk.issuer)


def _claim(desk: Desk, ticket: StoredBadRating, by: Account) -> StoredBadRating:
    at = desk.at + timedelta(minutes=5)
    return handle_bad_rating(
        county=desk.county, number=ticket.number, move="claim", given={}, by=by, at=at
    )


def test_who_decided_does_not_deal_with_the_rating_under_another_post(
    desk: Desk, browser: Browser
) -> None:
    """Neither takes it on nor has it handed over; the page names everybody, the supervisor who urged may."""
    ticket = _bad(desk, _granted(desk))
    others = Account.objects.exclude(posts__role__in=["applicant", "hall_supervisor"])
    for account in others:
        account.posts.create(role=Role.INSPECTOR.value, since=SINCE)
        with pytest.raises(Refusal, match="不能办理对自己的差评"):
            _claim(desk, ticket, Account.objects.get(pk=account.pk))
    assert [desk.supervisor] == receivers(ticket)
    page = browser(desk.supervisor).get(f"/feedback/bad/{ticket.number}/").content.decode()
    assert desk.chief.display_name in page
    assert desk.supervisor.get_username() == _claim(desk, ticket, desk.supervisor).handler


def test_of_a_withdrawn_case_too(desk: Desk) -> None:
    """Nobody is named as rated where the applicant made the last step; who took it in stays out all the same."""
    row = desk.move(desk.open(), "accept", desk.clerk)
    row = desk.move(row, "finish_task", desk.house, task="house", opinion="通过")
    ticket = _bad(desk, desk.move(row, "withdraw", desk.citizen, reason="不办了"))
    desk.house.posts.create(role=Role.INSPECTOR.value, since=SINCE)
    with pytest.raises(Refusal, match="办过这件的人"):
        _claim(desk, ticket, Account.objects.get(pk=desk.house.pk))


def test_nobody_rates_a_case_he_worked_on(desk: Desk) -> None:
    """Signed in, with the applicant's slip in hand."""
    row = _granted(desk)
    invitation = invite_after(row=row, at=desk.at)
    assert invitation is not None
    with pytest.raises(Refusal, match="不能评价自己的服务"):
        rate(
            token=token_of(invitation, RatingChannel.QR_CODE), level=Level.VERY_SATISFIED,
            at=desk.at + timedelta(minutes=1), account=desk.fireman,
        )  # fmt: skip
