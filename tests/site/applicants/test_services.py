"""Applicants: one row a paper, no reading without a trace, no claiming of somebody else's number."""

from __future__ import annotations

import base64
from datetime import date, timedelta

import pytest
from django.db import connection

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.applicants.models import StoredApplicant, StoredMandate
from kaocheng.site.applicants.services import (
    account_code,
    applicant_of,
    change_applicant,
    find_applicant,
    give_consent,
    grant_mandate,
    link_account,
    mandate_in_force,
    name_for_paper,
    read_person,
    register_applicant,
    register_self,
    reseal_applicants,
    revoke_mandate,
    verify_identity,
)
from kaocheng.site.audit.models import StoredEvent, StoredRead
from tests.site.applicants.conftest import AT, citizen

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=1)


def test_the_same_paper_is_the_same_applicant(applicant, county) -> None:
    """Registering twice changes what is new and adds nobody."""
    first = applicant(1)
    again = applicant(1, phone="13900000001")
    assert (first.pk, 1, 1) == (again.pk, again.changes, StoredApplicant.objects.count())
    kinds = StoredEvent.objects.filter(stream=f"applicant/{first.number}").values_list(
        "kind", "facts"
    )
    assert [("applicant.registered"), ("applicant.changed")] == [kind for kind, _ in kinds]
    assert '{"fields":["phone"]}' == kinds[1][1]


def test_nothing_personal_stands_in_the_clear(applicant) -> None:
    """Neither in the row nor in any event."""
    row = applicant(7, phone="13812345678", address="示范路1号")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {StoredApplicant._meta.db_table}")  # noqa: S608
        kept = repr(cursor.fetchall())
        cursor.execute(f"SELECT * FROM {StoredEvent._meta.db_table}")  # noqa: S608
        told = repr(cursor.fetchall())
    assert not [word for word in (citizen(7), "13812345678", "示范路") if word in kept + told]
    assert row.name not in told


def test_reading_needs_a_purpose_and_is_logged(applicant, account_of, county) -> None:
    """What was read is what was registered."""
    row, clerk = applicant(2, address="示范路2号"), account_of(Role.WINDOW_CLERK)
    found = read_person(
        account=clerk, county=county, number=row.number, purpose="accept", at=AT, case="C1"
    )
    assert (citizen(2), "13800000002", "示范路2号") == (found.id_number, found.phone, found.address)
    (read,) = StoredRead.objects.all()
    assert (f"applicant/{row.number}", "受理办件时核对身份（办件 C1）") == (
        read.subject,
        read.purpose,
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((Role.WINDOW_CLERK, ""), "必须说明用途"),
        ((Role.FINANCE_OFFICER, "accept"), "您的岗位不能"),
        ((Role.APPROVER, "inspect"), "您的岗位不能"),
        ((Role.APPLICANT, "contact"), "您的岗位不能"),
    ],
)
def test_who_may_not_read_is_refused(applicant, account_of, county, asked, said) -> None:
    """And nothing is logged as read."""
    row, (role, purpose) = applicant(), asked
    with pytest.raises(Refusal, match=said):
        read_person(
            account=account_of(role), county=county, number=row.number, purpose=purpose, at=AT
        )
    assert not StoredRead.objects.exists()


def test_staff_of_another_county_read_nothing(applicant, account_of, county) -> None:
    """The county is part of the purpose."""
    row = applicant()
    with pytest.raises(Refusal, match="您的岗位不能"):
        read_person(
            account=account_of(Role.WINDOW_CLERK, county="000001"),
            county=county, number=row.number, purpose="accept", at=AT,
        )  # fmt: skip


def test_searching_is_by_the_whole_number_and_logged(applicant, account_of, county) -> None:
    """Found or not; a part of a number finds nobody."""
    row, clerk = applicant(3), account_of(Role.WINDOW_CLERK)
    ask = {"account": clerk, "county": county, "at": AT}
    assert row == find_applicant(id_number=citizen(3), **ask)
    assert row == find_applicant(phone="138-0000-0003".replace("-", ""), **ask)
    assert find_applicant(id_number=citizen(3)[:17], **ask) is None
    assert ["applicant/", f"applicant/{row.number}", f"applicant/{row.number}"] == sorted(
        StoredRead.objects.values_list("subject", flat=True)
    )


def test_nobody_claims_a_number_that_is_known(applicant, account_of, county) -> None:
    """The data of the person it belongs to stay as they are."""
    row, stranger = applicant(4), account_of(Role.APPLICANT)
    with pytest.raises(Refusal, match="不能在网上关联"):
        register_self(
            account=stranger, kind="natural", name="申请人乙", id_kind="resident",
            id_number=citizen(4), phone="13911111111", at=AT,
        )  # fmt: skip
    assert ("申请人甲", None) == (applicant_of(county=county, number=row.number).name, row.account)


def test_an_applicant_registers_itself(account_of, county) -> None:
    """And then reads itself, but nobody else, without a log."""
    mine, other = account_of(Role.APPLICANT), account_of(Role.APPLICANT)
    told = {"kind": "natural", "name": "申请人甲", "id_kind": "resident", "at": AT}
    row = register_self(account=mine, id_number=citizen(5), **told)
    assert row.verified_at is None
    found = read_person(account=mine, county=county, number=row.number, purpose="", at=AT)
    assert citizen(5) == found.id_number
    assert [row] == list(StoredApplicant.objects.visible_to(mine))
    assert [] == list(StoredApplicant.objects.visible_to(other))
    register_self(account=other, id_number=citizen(6), **told)
    with pytest.raises(Refusal, match="关联过了"):
        link_account(county=county, number=row.number, account=other, at=AT)


def test_identity_is_verified_at_the_window(applicant, account_of, county) -> None:
    """With a word on how."""
    row, clerk = applicant(), account_of(Role.WINDOW_CLERK)
    told = {"county": county, "number": row.number, "at": AT, "by": clerk, "role": "window_clerk"}
    with pytest.raises(Refusal, match="怎样核验"):
        verify_identity(how=" ", **told)
    assert "窗口核对身份证原件" == verify_identity(how="窗口核对身份证原件", **told).verified_by


def test_an_agent_acts_under_a_mandate_until_it_ends(applicant, account_of, county) -> None:
    """In its scope, within its days, and not after it was revoked."""
    principal, agent = applicant(1), applicant(2, "申请人乙")
    clerk, helper = account_of(Role.WINDOW_CLERK), account_of(Role.APPLICANT)
    link_account(county=county, number=agent.number, account=helper, at=AT)
    verify_identity(
        county=county, number=agent.number, how="窗口核对身份证原件", at=AT, by=clerk,
        role=Role.WINDOW_CLERK, code=account_code(StoredApplicant.objects.get(account=helper)),
    )  # fmt: skip
    names = {"county": county, "principal": principal.number, "agent": agent.number}
    acting = {"at": AT, "by": clerk, "role": "window_clerk"}
    held = grant_mandate(
        paper="F1", scope="I-1", since=date(2026, 9, 1), until=date(2026, 9, 30), **names, **acting
    )
    on = date(2026, 9, 15)
    assert held == mandate_in_force(on=on, scope="I-1", **names)
    assert mandate_in_force(on=on, scope="I-2", **names) is None
    assert mandate_in_force(on=date(2026, 10, 1), scope="I-1", **names) is None
    assert [principal] == list(StoredApplicant.objects.visible_to(helper).exclude(pk=agent.pk))
    read_person(account=helper, county=county, number=principal.number, purpose="", at=LATER)
    revoke_mandate(county=county, number=held.number, **acting)
    revoke_mandate(county=county, number=held.number, **acting)
    assert mandate_in_force(on=on, scope="I-1", **names) is None
    with pytest.raises(Refusal):
        read_person(account=helper, county=county, number=principal.number, purpose="", at=LATER)
    told = StoredEvent.objects.filter(
        stream=f"applicant/{principal.number}", kind="mandate.revoked"
    )
    assert 1 == told.count()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"paper": ""}, "没有委托书"),
        ({"until": date(2026, 8, 1)}, "截止日早于"),
        ({"agent": "self"}, "不能委托自己"),
    ],
)
def test_a_wrong_mandate_is_refused(applicant, account_of, county, wrong, said) -> None:
    """Nothing is stored."""
    principal, agent = applicant(1), applicant(2, "申请人乙")
    if wrong.get("agent"):
        wrong = {"agent": principal.number}
    told = {
        "county": county, "principal": principal.number, "agent": agent.number, "paper": "F1",
        "since": date(2026, 9, 1), "at": AT, "by": account_of(Role.WINDOW_CLERK), "role": "x",
    }  # fmt: skip
    with pytest.raises(Refusal, match=said):
        grant_mandate(**(told | wrong))
    assert not StoredMandate.objects.exists()


def test_the_notice_on_personal_data_is_noted_once(applicant, county) -> None:
    """In the version that was shown."""
    row = applicant()
    first = give_consent(county=county, number=row.number, channel="网上", at=AT)
    assert first == give_consent(county=county, number=row.number, channel="窗口", at=LATER)
    assert "2026-1" == first.version


def test_changing_and_naming(applicant, account_of, county) -> None:
    """What is left empty stays; the name goes on papers as it is now."""
    row, clerk = applicant(address="示范路1号"), account_of(Role.WINDOW_CLERK)
    change_applicant(
        county=county, number=row.number, name="申请人丙", at=LATER, by=clerk, role="x"
    )
    assert "申请人丙" == name_for_paper(county=county, number=row.number)
    found = read_person(account=clerk, county=county, number=row.number, purpose="accept", at=LATER)
    assert ("示范路1号", "13800000001") == (found.address, found.phone)
    with pytest.raises(Refusal, match="没有编号为"):
        applicant_of(county=county, number="nobody")


def test_keys_are_changed_without_losing_anybody(
    applicant, account_of, county, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While both keys are listed all is found; after resealing the new one is enough."""
    old, new = (f"{n}:{base64.urlsafe_b64encode(n.encode() * 32).decode()}" for n in "ab")
    monkeypatch.setenv("KAOCHENG_PERSONAL_KEYS", old)
    rows = [applicant(order) for order in (1, 2, 3)]
    monkeypatch.setenv("KAOCHENG_PERSONAL_KEYS", f"{new} {old}")
    assert rows[1].pk == applicant(2).pk
    assert 3 == reseal_applicants(county=county)
    assert 0 == reseal_applicants(county=county)
    monkeypatch.setenv("KAOCHENG_PERSONAL_KEYS", new)
    clerk = account_of(Role.WINDOW_CLERK)
    assert rows[2] == find_applicant(account=clerk, county=county, id_number=citizen(3), at=AT)
    assert rows[0].pk == register_applicant(
        county=county, kind="natural", name="申请人甲", id_kind="resident",
        id_number=citizen(1), at=LATER,
    ).pk  # fmt: skip
