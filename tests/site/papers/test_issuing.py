"""Issued papers: numbered without gap or double, sealed, told, issued once, corrected by a new version."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection, transaction

from kaocheng.cases.papers.records import Matter, Preview, Termination, Tracking
from kaocheng.hall.posts import Role
from kaocheng.kernel.papers import Code, Prose
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.audit.triggers import allow_changes
from kaocheng.site.papers.models import StoredOffice, StoredPaper
from kaocheng.site.papers.services import (
    correct_paper,
    issue_paper,
    keep_office,
    office_of,
    standing_paper,
    words_of,
)
from kaocheng.site.papers.services.issuing import squares
from tests.cases.walking import CHIEF, CLERK
from tests.site.papers.conftest import AT

pytestmark = pytest.mark.django_db
MATTER = Matter("N7", "示例事项", date(2026, 3, 2), tracking=Tracking("ABCD2345"))


def issue(person, clerk, *, county, content=None, matter=MATTER, at=AT, slip="", unit="U1"):
    """A paper of these tests."""
    return issue_paper(
        county=county, matter=matter, content=content or Preview("主要材料符合要求"),
        applicant=person.number, unit=unit, by=clerk, role="window_clerk", at=at, slip=slip,
    )  # fmt: skip


def test_numbers_run_by_kind_and_year(person, clerk, county) -> None:
    """Each kind has its own series, each year begins at 1."""
    numbers = [
        issue(person, clerk, county=county).number,
        issue(person, clerk, county=county).number,
        issue(
            person, clerk, county=county, content=Termination("申请人要求", date(2026, 3, 2))
        ).number,
        issue(person, clerk, county=county, at=AT + timedelta(days=365)).number,
    ]
    mark = office_of(county=county, unit="U1").mark
    assert [
        f"{mark}预〔2026〕1号", f"{mark}预〔2026〕2号", f"{mark}终〔2026〕1号", f"{mark}预〔2027〕1号",
    ] == numbers  # fmt: skip


def test_a_number_that_was_not_used_is_given_again(person, clerk, county) -> None:
    """What is rolled back leaves no gap."""
    with transaction.atomic():
        issue(person, clerk, county=county)
        transaction.set_rollback(True)
    assert not StoredPaper.objects.exists()
    assert issue(person, clerk, county=county).number.endswith("〕1号")


@pytest.fixture
def emptied_after(transactional_db: None) -> Iterator[None]:
    """After a test with real transactions the store is emptied, which the audit's triggers forbid."""
    yield
    allow_changes(connection)


@pytest.mark.django_db(transaction=True)
def test_many_at_once_get_different_numbers(emptied_after, person, clerk, county) -> None:
    """Four at the same time, forty papers, forty numbers without a gap."""

    def some(worker: int) -> list[str]:
        try:
            return [
                issue(
                    person, clerk, county=county, matter=replace(MATTER, case=f"N{worker}-{n}")
                ).number
                for n in range(10)
            ]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        numbers = [number for found in pool.map(some, range(4)) for number in found]
    serials = sorted(int(number.partition("〕")[2].removesuffix("号")) for number in numbers)
    assert list(range(1, 41)) == serials


def test_a_slip_is_issued_once(person, clerk, county) -> None:
    """Asked again, the same paper; another kind under the same slip is another."""
    first = issue(person, clerk, county=county, slip="N7-01")
    assert first.pk == issue(person, clerk, county=county, slip="N7-01").pk
    other = issue(
        person,
        clerk,
        county=county,
        slip="N7-01",
        content=Termination("申请人要求", date(2026, 3, 2)),
    )
    assert 2 == StoredPaper.objects.count()
    assert other.slip == first.slip


def test_the_name_is_on_the_paper_and_nowhere_else(person, clerk, county) -> None:
    """Neither in the row nor in the event."""
    row = issue(person, clerk, county=county)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {StoredPaper._meta.db_table}")  # noqa: S608
        kept = repr(cursor.fetchall())
    (event,) = StoredEvent.objects.filter(stream="dossier/N7")
    assert person.name not in kept + event.facts
    paper = words_of(row)
    assert f"{person.name}：" in [part.text for part in paper.parts if isinstance(part, Prose)]
    assert (row.number, row.digest) == (paper.number, json.loads(event.facts)["digest"])


def test_words_that_were_changed_are_not_shown(person, clerk, county) -> None:
    """The seal is of this row, the digest of these words."""
    one, two = issue(person, clerk, county=county), issue(person, clerk, county=county)
    two.digest = one.digest
    with pytest.raises(Refusal, match="与签发时不一致"):
        words_of(two)


def test_an_office_signs_its_own_papers(person, clerk, county, account_of) -> None:
    """Name, 机关代字 and stamp; two departments never share a 机关代字."""
    manager = account_of(Role.SYSTEM_MANAGER)
    told = {"county": county, "at": AT, "by": manager, "role": "system_manager"}
    keep_office(unit="U2", name="示范县卫生健康局", mark="示卫", **told)
    keep_office(unit="U2", name="示范县卫生健康局", mark="示卫健", phone="0000-1", **told)
    row = issue(person, clerk, county=county, unit="U2")
    assert row.number.startswith("示卫健预〔2026〕")
    assert "示范县卫生健康局" == words_of(row).office
    with pytest.raises(Refusal, match="已由另一个部门使用"):
        keep_office(unit="U3", name="示范县教育局", mark="示卫健", **told)
    assert 1 == StoredOffice.objects.count()


def test_the_code_leads_to_the_case(settings) -> None:
    """To its address where the site has one; without tracking there is none."""
    plain = squares(MATTER)
    led = squares(replace(MATTER, tracking=Tracking("A", "https://hall.example/t/N7/A")))
    assert plain != led
    assert all(len(row) == len(plain) for row in plain)
    assert () == squares(replace(MATTER, tracking=None))


def test_a_correction_is_a_new_version(person, clerk, county) -> None:
    """Under the same 文号, saying what it replaces; the first stays as it was."""
    first = issue(person, clerk, county=county)
    told = {
        "county": county, "number": first.number, "matter": MATTER, "by": clerk,
        "role": "window_clerk", "at": AT + timedelta(days=1),
    }  # fmt: skip
    with pytest.raises(Refusal, match="没有写更正理由"):
        correct_paper(content=Preview("改"), reason=" ", **told)
    with pytest.raises(Refusal, match="另一种文书"):
        correct_paper(content=Termination("x", date(2026, 3, 3)), reason="错", **told)
    second = correct_paper(content=Preview("尚缺一项"), reason="漏列一项", **told)
    assert (first.number, 2) == (second.number, second.version)
    assert second == standing_paper(county=county, number=first.number)
    note = words_of(second).parts[0]
    assert isinstance(note, Prose)
    assert "第2版，更正2026年3月2日签发的第1版" in note.text
    first.refresh_from_db()
    assert first.superseded
    assert "主要材料符合要求" in "".join(
        part.text for part in words_of(first).parts if isinstance(part, Prose)
    )
    with pytest.raises(Refusal, match="没有文号"):
        standing_paper(county=county, number="没有")


def test_every_step_of_a_case_issues_its_papers(walk) -> None:
    """Receipt, acceptance, decision, service: the service names the decision by its 文号."""
    walk.examined().to("grant", CHIEF, certificate="证0001")
    walk.to("close", CLERK).to("deliver", CLERK, mode="现场", receiver="本人")
    kinds = [paper.kind for paper in walk.papers]
    assert ["receipt", "acceptance", "approval", "service_receipt"] == kinds
    decision, service = walk.papers[2:]
    printed = repr(words_of(service))
    assert decision.number in printed
    assert "证0001" in printed
    assert [f"N1-0{n}" for n in range(1, 5)] == [paper.slip for paper in walk.papers]


def test_receipts_carry_the_code(walk) -> None:
    """With the tracking code beside the stamp."""
    (code,) = (part for part in words_of(walk.papers[0]).parts if isinstance(part, Code))
    assert "查询码：7KQ4MX2PABCD" in code.lines
