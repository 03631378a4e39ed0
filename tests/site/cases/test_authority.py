"""Letters of authority at the services: once a department has given one, nobody signs without."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kaocheng.hall.posts import Role
from kaocheng.hall.residency import Power
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.hall.models import StoredAuthorisation
from tests.catalogue.versions import BUREAU, HOUSING
from tests.site.cases.people import Desk

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


def _letter(desk: Desk, unit: str, account: Account, *powers: Power, **days: date) -> None:
    StoredAuthorisation.objects.create(
        county=desk.county, number=f"授{StoredAuthorisation.objects.count() + 1}", department=unit,
        account=account, items=["P001"], powers=[power.value for power in powers],
        **{"since": TODAY, **days},
    )  # fmt: skip


def _to_decide(desk: Desk) -> StoredCase:
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    desk.move(row, "finish_task", desk.house, task="house", opinion="通过")
    return desk.move(row, "finish_task", desk.fireman, task="fire", opinion="通过")


def _refused(desk: Desk, row: StoredCase, move: str, by: Account, **given: object) -> str:
    with pytest.raises(Refusal) as refused:
        desk.move(row, move, by, **given)
    return refused.value.code


def test_revoking_the_only_letter_gives_nobody_the_power(desk: Desk) -> None:
    """The letter is another's: the chief is refused; it is revoked: the same chief is still refused."""
    row, other = _to_decide(desk), desk.again(Role.APPROVER, BUREAU)
    _letter(desk, BUREAU, other, Power.SIGN)
    assert "case.authority" == _refused(desk, row, "grant", desk.chief)
    StoredAuthorisation.objects.update(revoked_on=TODAY)
    assert "case.authority" == _refused(desk, row, "grant", desk.chief)
    _letter(desk, BUREAU, desk.chief, Power.SIGN)
    desk.move(row, "grant", desk.chief)


def test_a_department_without_letters_leaves_it_to_its_posts(desk: Desk) -> None:
    """As does one whose first letter begins next week."""
    row = _to_decide(desk)
    _letter(desk, BUREAU, desk.issuer, Power.SIGN, since=TODAY + timedelta(days=7))
    desk.move(row, "grant", desk.chief)


def test_an_expired_letter_does_not_sign(desk: Desk) -> None:
    """Its last day was yesterday."""
    row = _to_decide(desk)
    last = TODAY - timedelta(days=1)
    _letter(desk, BUREAU, desk.chief, Power.SIGN, since=date(2026, 1, 1), until=last)
    assert "case.authority" == _refused(desk, row, "grant", desk.chief)


def test_letters_for_accepting_and_reviewing_are_asked_too(desk: Desk) -> None:
    """受理 of the case's department, 审核 of the step's; one that names only another power rules neither."""
    row, other = desk.open(), desk.again(Role.WINDOW_CLERK, BUREAU)
    _letter(desk, BUREAU, desk.chief, Power.SIGN)
    _letter(desk, BUREAU, other, Power.ACCEPT)
    assert "case.authority" == _refused(desk, row, "accept", desk.clerk)
    desk.move(row, "accept", other)
    _letter(desk, HOUSING, desk.again(Role.APPROVER, HOUSING), Power.REVIEW)
    done = {"task": "house", "opinion": "通过"}
    assert "case.authority" == _refused(desk, row, "finish_task", desk.house, **done)
    desk.move(row, "finish_task", desk.fireman, task="fire", opinion="通过")
    _letter(desk, HOUSING, desk.house, Power.REVIEW)
    desk.move(row, "finish_task", desk.house, **done)


def test_a_letter_to_sign_alone_leaves_accepting_to_the_posts(desk: Desk) -> None:
    """Nobody was named for it."""
    _letter(desk, BUREAU, desk.chief, Power.SIGN)
    desk.move(desk.open(), "accept", desk.clerk)
