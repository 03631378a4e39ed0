"""Pages of applicants: masked until a purpose is given, found by whole numbers, own data for oneself."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kaocheng.hall.posts import Role
from kaocheng.site.applicants.models import StoredApplicant, StoredMandate
from kaocheng.site.applicants.services import link_account
from kaocheng.site.audit.models import StoredRead, StoredRefusal
from kaocheng.site.base.files import purpose_of
from kaocheng.site.base.models import StoredFile
from tests.site.applicants.conftest import AT, citizen

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def address(name: str, *args: object) -> str:
    """An address of this app."""
    return reverse(f"applicants:{name}", args=args)


def letter() -> SimpleUploadedFile:
    """A 委托书."""
    return SimpleUploadedFile("委托书.pdf", PDF, "application/pdf")


@pytest.fixture
def mine(client_of, applicant, county):
    """A browser of somebody who has registered."""
    client = client_of(Role.APPLICANT)
    client.row = applicant(1, address="示范路1号")
    link_account(county=county, number=client.row.number, account=client.account, at=AT)
    return client


def test_somebody_is_found_by_a_whole_number_only(client_of, applicant) -> None:
    """The search is logged, also when it finds nobody."""
    clerk, row = client_of(Role.WINDOW_CLERK), applicant(1)
    found = clerk.post(address("search"), {"id_number": citizen(1)})
    assert address("applicant", row.number) == found["Location"]
    part = clerk.post(address("search"), {"id_number": citizen(1)[:10]})
    assert "没有登记过这个号码" in part.content.decode()
    empty = clerk.post(address("search"), {})
    assert "请填写完整的" in empty.content.decode()
    wrong = clerk.post(address("search"), {"phone": "12"})
    assert "联系电话的写法不对" in wrong.content.decode()
    assert 2 == StoredRead.objects.count()


def test_an_applicant_is_masked_until_a_purpose_is_given(client_of, applicant) -> None:
    """Then shown once, logged, and kept by no browser."""
    clerk, row = client_of(Role.WINDOW_CLERK), applicant(1, address="示范路1号")
    page = clerk.get(address("applicant", row.number)).content.decode()
    assert [] == [word for word in ("申请人甲", citizen(1), "示范路") if word in page]
    assert "申***" in page
    shown = clerk.post(address("applicant", row.number), {"purpose": "accept"})
    assert citizen(1) in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert ["受理办件时核对身份"] == list(StoredRead.objects.values_list("purpose", flat=True))


def test_another_applicant_is_not_there(mine, applicant) -> None:
    """An applicant opens no page of staff."""
    other = applicant(2, "申请人乙")
    assert 403 == mine.get(address("applicant", other.number)).status_code


def test_staff_of_another_county_find_nobody(client_of, applicant) -> None:
    """404 with a sentence, and logged."""
    row = applicant(1)
    answer = client_of(Role.WINDOW_CLERK, county="000001").get(address("applicant", row.number))
    assert 404 == answer.status_code
    assert StoredRefusal.objects.filter(what=f"申请人 {row.number}").exists()


def test_the_window_verifies_and_notes_mandates(client_of, applicant) -> None:
    """With a letter, which both sides and staff may open; revoked at once."""
    clerk, row, agent = client_of(Role.WINDOW_CLERK), applicant(1), applicant(2, "申请人乙")
    clerk.post(address("verify", row.number), {"how": "窗口核对身份证原件"})
    row.refresh_from_db()
    assert "窗口核对身份证原件" == row.verified_by
    told = {"agent": agent.number, "since": "2026-09-01", "powers": "代为提交材料"}
    lacking = clerk.post(address("mandate", row.number), told)
    assert not StoredMandate.objects.exists()
    assert 200 == lacking.status_code
    wrong = told | {"agent": "nobody", "letter": letter()}
    assert "没有编号为" in clerk.post(address("mandate", row.number), wrong).content.decode()
    clerk.post(address("mandate", row.number), told | {"letter": letter()})
    held = StoredMandate.objects.get()
    file = StoredFile.objects.get(number=held.paper)
    opens = purpose_of(file.purpose).may_open
    assert opens(file, clerk.account)
    assert not opens(file, client_of(Role.FINANCE_OFFICER).account)
    assert 404 == clerk.post(address("revoke", row.number, "W0")).status_code
    clerk.post(address("revoke", row.number, held.number))
    held.refresh_from_db()
    assert held.revoked_at


def test_own_data_are_shown_and_changed(mine) -> None:
    """The number masked even to its holder; a wrong phone is said to be wrong."""
    page = mine.get(address("own")).content.decode()
    assert "申请人甲" in page
    assert citizen(1) not in page
    mine.post(address("own"), {"phone": "13911112222", "address": "示范路2号"})
    page = mine.get(address("own")).content.decode()
    assert "13911112222" in page
    assert "示范路2号" in page
    assert "写法不对" in mine.post(address("own"), {"phone": "1"}).content.decode()


def test_who_looked_is_told(mine, client_of) -> None:
    """Each look of staff, none of one's own."""
    mine.get(address("own"))
    assert "还没有人看过" in mine.get(address("looks")).content.decode()
    client_of(Role.APPROVER).post(address("applicant", mine.row.number), {"purpose": "examine"})
    assert "审查申请材料" in mine.get(address("looks")).content.decode()


def test_one_lets_somebody_act_and_takes_it_back(mine, applicant) -> None:
    """Online, with a letter; not before the own identity is proven."""
    agent = applicant(2, "申请人乙")
    told = {
        "agent": agent.number,
        "since": "2026-09-01",
        "powers": "代为提交材料",
        "letter": letter(),
    }
    refused = mine.post(address("own_mandate"), told).content.decode()
    assert "委托人的身份还没有核验" in refused
    StoredApplicant.objects.filter(pk=mine.row.pk).update(verified_at=AT)
    mine.post(address("own_mandate"), told | {"letter": letter()})
    held = StoredMandate.objects.get()
    assert "申***" in mine.get(address("own")).content.decode()
    mine.post(address("own_revoke", held.number))
    held.refresh_from_db()
    assert held.revoked_at


def test_who_has_not_registered_is_told_so(client_of) -> None:
    """On every page of one's own."""
    client = client_of(Role.APPLICANT)
    assert "您还没有登记" in client.get(address("own")).content.decode()
    assert "您还没有登记" in client.get(address("looks")).content.decode()
    assert address("own") == client.get(address("own_mandate"))["Location"]
