"""Who approves an extension: chosen among those with the power, kept and printed by name and posts."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client

from kaocheng.hall.posts import Role
from kaocheng.hall.residency import Power
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.approving import approvers
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services.acting import is_authorised
from kaocheng.site.hall.models import StoredAuthorisation
from tests.cases.examples import EXTENDED
from tests.site.cases.people import MONDAY, Desk

pytestmark = pytest.mark.django_db


def accepted(desk: Desk) -> tuple[StoredCase, Account]:
    """A case under examination, and the one who asks for the extension: chief of the deciding department."""
    row = desk.move(desk.open(), "accept", desk.clerk)
    unit = row.record().decider[1]
    return row, desk.again(Role.CHIEF_REPRESENTATIVE, unit)


def test_the_head_is_chosen_and_told_by_name(desk: Desk) -> None:
    """Account, name and posts are kept; the words typed before are replaced by those of the account."""
    row, chief = accepted(desk)
    head = desk.again(Role.DEPARTMENT_MANAGER, chief.unit)
    given = {**EXTENDED, "official": head.username, "signatory": "随便写的"}
    row = desk.move(row, "ask_extension", chief, **given)
    assert (head.username, False) == (row.asked_of, row.extended)
    assert [row] == list(StoredCase.objects.of(desk.county).asked_of(head.username))
    row = desk.move(row, "extend", head)
    assert ("", True) == (row.asked_of, row.extended)
    granted = row.record().extension
    assert granted is not None
    assert granted.by == head.username
    assert head.username == granted.official
    assert granted.signatory.startswith(f"{head.display_name}（")
    assert "部门管理员" in granted.signatory


def test_who_has_no_power_is_refused_by_every_channel(desk: Desk) -> None:
    """A clerk, the head of another department, somebody who does not exist: the service refuses, not only the form."""
    row, chief = accepted(desk)
    other = desk.again(Role.DEPARTMENT_MANAGER, "D999")
    for wrong in (desk.clerk.username, other.username, "nobody"):
        with pytest.raises(Refusal) as refused:
            desk.move(row, "ask_extension", chief, **{**EXTENDED, "official": wrong})
        assert "case.approver" == refused.value.code


def test_a_letter_decides_who_approves(desk: Desk) -> None:
    """Once a letter names the power, only its holders approve, whatever their post; not after it was revoked."""
    row, chief = accepted(desk)
    head = desk.again(Role.DEPARTMENT_MANAGER, chief.unit)
    deputy = desk.again(Role.APPROVER, chief.unit)
    day, case = MONDAY.date(), row.record()
    assert {str(head.pk), str(chief.pk)} <= {one.key for one in approvers(case, day)}
    letter = StoredAuthorisation.objects.create(
        county=desk.county, number="授1", department=chief.unit, account=deputy, items=["*"],
        powers=[Power.EXTEND.value], since=day,
    )  # fmt: skip
    assert [str(deputy.pk)] == [one.key for one in approvers(case, day)]
    letter.revoked_on = day
    letter.save()
    assert str(deputy.pk) not in {one.key for one in approvers(case, day)}


def test_the_form_offers_them_by_name_and_never_who_asks(desk: Desk) -> None:
    """The number of the account is sent, the name is shown."""
    desk.at = datetime.now(SHANGHAI) - timedelta(hours=1)
    row, chief = accepted(desk)
    head = desk.again(Role.DEPARTMENT_MANAGER, chief.unit)
    client = Client()
    client.force_login(chief)
    page = client.get(f"/desk/cases/{row.number}/moves/ask_extension/").text
    assert f'value="{head.pk}"' in page
    assert head.display_name in page
    assert head.username not in page
    assert f'value="{chief.pk}"' not in page


def test_a_letter_for_extensions_says_nothing_of_signing(desk: Desk) -> None:
    """The department has given no other letter: its posts go on deciding who signs."""
    row, chief = accepted(desk)
    deputy = desk.again(Role.APPROVER, chief.unit)
    StoredAuthorisation.objects.create(
        county=desk.county, number="授1", department=chief.unit, account=deputy, items=["*"],
        powers=[Power.EXTEND.value], since=MONDAY.date(),
    )  # fmt: skip
    told = is_authorised(chief, row.record(), Power.SIGN, chief.unit, MONDAY.date())
    assert told is None


def test_the_approver_finds_it_in_his_own_account(desk: Desk) -> None:
    """The manager asked sees it among what waits for him, and confirms it there; nobody else is shown it."""
    desk.at = datetime.now(SHANGHAI) - timedelta(hours=1)
    row, chief = accepted(desk)
    head, other = (desk.again(Role.DEPARTMENT_MANAGER, chief.unit) for _ in range(2))
    desk.move(row, "ask_extension", chief, **{**EXTENDED, "official": head.username})
    own, others = Client(), Client()
    own.force_login(head)
    others.force_login(other)
    assert "待批准延期" in own.get("/desk/").text
    assert "待批准延期" not in others.get("/desk/").text
    assert "批准文号" in own.get(f"/desk/cases/{row.number}/moves/extend/").text
    own.post(f"/desk/cases/{row.number}/moves/extend/", {"serial": row.serial + 1, "approval": ""})
    row.refresh_from_db()
    assert row.extended
