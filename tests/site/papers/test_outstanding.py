"""Papers put into words afterwards: dated and signed as the step was, each once, whoever asks first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kaocheng.hall.posts import Role
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services.papering import issue_case_papers
from kaocheng.site.catalogue.services import adopt_version
from kaocheng.site.papers.models import StoredPaper
from kaocheng.site.papers.services import issue_outstanding, issue_recent, seal_archive, words_of
from tests.cases.papers.test_composing import words
from tests.catalogue.versions import ordinary
from tests.site.cases.people import MONDAY, Desk, desk_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(db, county, account_of) -> Desk:
    """People and one published item."""
    adopt_version(county=county, version=ordinary(), at=MONDAY)
    return desk_of(county, account_of)


def walked(desk: Desk) -> str:
    """A case accepted, examined, granted, closed."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    desk.move(row, "finish_task", desk.house, task="house", opinion="通过")
    desk.move(row, "finish_task", desk.fireman, task="fire", opinion="通过")
    desk.move(row, "grant", desk.chief, certificate="证0001")
    desk.move(row, "close", desk.issuer)
    return row.number


def test_what_a_case_owes_is_issued_once(desk) -> None:
    """Receipt, acceptance, decision; dated with their steps, signed by who made them."""
    number = walked(desk)
    later = desk.at + timedelta(days=3)
    ask = {"county": desk.county, "case": number, "at": later}
    assert 3 == issue_outstanding(**ask)
    assert 0 == issue_outstanding(**ask)
    rows = StoredPaper.objects.of_case(desk.county, number).order_by("issued_at")
    assert ["receipt", "acceptance", "approval"] == [row.kind for row in rows]
    clerk, chief = desk.clerk.username, desk.chief.username
    assert [clerk, clerk, chief] == [row.issued_by for row in rows]
    assert {MONDAY.date()} == {row.issued_at.date() for row in rows}
    assert "2026年3月2日" in words(words_of(rows[1]))
    assert 0 == issue_case_papers(county=desk.county, number="nobody", at=later)


def test_the_round_issues_what_was_asked_since(desk) -> None:
    """Once; a further step is found by the next round."""
    number = walked(desk)
    assert 3 == issue_recent(county=desk.county, at=desk.at)
    assert 0 == issue_recent(county=desk.county, at=desk.at)
    row = desk.open()
    assert 1 == issue_recent(county=desk.county, at=desk.at)
    assert {number, row.number} == set(StoredPaper.objects.values_list("case", flat=True))


def test_whoever_looks_has_them_issued(desk) -> None:
    """The list of a case's papers is never behind the case."""
    number = walked(desk)
    client = Client()
    client.force_login(desk.supervisor)
    page = client.get(reverse("papers:dossier", args=[number])).content.decode()
    assert "准予行政许可决定书" in page
    stranger = Client()
    stranger.force_login(desk.fireman)
    other = desk.open()
    assert 404 == stranger.get(reverse("papers:dossier", args=[other.number])).status_code
    assert not StoredPaper.objects.filter(case=other.number).exists()


def test_an_archive_lacks_no_paper(desk) -> None:
    """Papers nobody has looked at are issued before the case is sealed."""
    number = walked(desk)
    row = desk.move(
        StoredCase.objects.get(number=number), "deliver", desk.issuer, mode="现场", receiver="本人"
    )
    seal_archive(case=row.record(), version=ordinary(), by=desk.issuer, role="issuer", at=desk.at)
    assert 4 == StoredPaper.objects.of_case(desk.county, number).exclude(pdf="").count()


def test_a_revoked_decision_says_so_wherever_it_is_seen(desk, client_of) -> None:
    """撤销: a paper of its own, and the 准予决定书 is marked at once when it is opened."""
    number = walked(desk)
    issue_outstanding(county=desk.county, case=number, at=desk.at)
    approval = StoredPaper.objects.of_case(desk.county, number).get(kind="approval")
    assert "现行" == approval.status
    row = StoredCase.objects.get(number=number)
    grounds = {"reasons": "以虚假材料取得许可", "remedies": "可申请行政复议"}
    desk.move(row, "revoke", desk.chief, **grounds)
    page = client_of(Role.INSPECTOR).get(reverse("papers:paper", args=[approval.pk])).text
    assert "已撤销" in page
    revocation = StoredPaper.objects.of_case(desk.county, number).get(kind="revocation")
    said = words(words_of(revocation))
    assert approval.number in said
    assert grounds["reasons"] in said
    approval.refresh_from_db()
    assert ("已撤销", "现行") == (approval.status, revocation.status)


def test_a_rectified_decision_has_its_paper_and_stands(desk) -> None:
    """更正: the decision is not revoked by it."""
    number = walked(desk)
    row = StoredCase.objects.get(number=number)
    told = {
        "subject": "证照或批文编号",
        "before": "证0001",
        "after": "证0002",
        "reason": "录入有误",
    }
    desk.move(row, "rectify", desk.chief, **told)
    issue_outstanding(county=desk.county, case=number, at=desk.at)
    rows = {one.kind: one for one in StoredPaper.objects.of_case(desk.county, number)}
    assert "证0002" in words(words_of(rows["rectification"]))
    assert "现行" == rows["approval"].status
