"""Pages of papers and archives: shown to who sees the case, logged, the same file each time."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kaocheng.hall.posts import Role
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.applicants.services import link_account
from kaocheng.site.audit.models import StoredRead, StoredRefusal
from kaocheng.site.catalogue.services import save_department
from kaocheng.site.papers.models import StoredOffice
from kaocheng.site.papers.services.archiving import path_of
from tests.site.papers.conftest import AT
from tests.site.papers.test_archiving import delivered, sealed

pytestmark = pytest.mark.django_db


def address(name: str, *args: object) -> str:
    """An address of this app."""
    return reverse(f"papers:{name}", args=args)


@pytest.fixture
def supervisor(client_of):
    """A browser of somebody who sees every case of the county."""
    return client_of(Role.INSPECTOR)


class Seen(list):
    """Stands for a queryset of cases: their numbers."""

    def values(self, _: str) -> Seen:
        """The numbers alone."""
        return self

    def filter(self, number: str) -> Seen:
        """That one."""
        return Seen(one for one in self if one == number)

    def exists(self) -> bool:
        """Whether there is any."""
        return bool(self)


class Cases:
    """Stands for the rows of the cases, which these tests do not store."""

    class objects:  # noqa: N801  # as on a row
        """Their queries."""

        @staticmethod
        def visible_to(account):
            """The one case for an inspector, none for others."""
            return Seen(["N1"] if Role.INSPECTOR in account.roles else [])


@pytest.fixture
def cases_seen(monkeypatch):
    """The case of these tests has no row; whoever sees the county sees it."""
    monkeypatch.setattr("kaocheng.site.papers.reach.import_string", lambda _: Cases)


@pytest.mark.usefixtures("cases_seen")
def test_a_paper_is_shown_as_it_was_issued(walk, supervisor) -> None:
    """With its name, and the look logged; nothing kept by the browser."""
    row = walk.papers[0]
    answer = supervisor.get(address("paper", row.pk))
    page = answer.content.decode()
    assert "申请人甲：" in page
    assert row.number in page
    assert "no-store" in answer["Cache-Control"]
    assert [f"查看文书 {row.number}"] == list(StoredRead.objects.values_list("purpose", flat=True))


@pytest.mark.usefixtures("cases_seen")
def test_the_list_names_nobody(walk, supervisor) -> None:
    """It is narrowed by 文号, case, kind and day, and shows no applicant."""
    page = supervisor.get(
        address("papers"), {"case": "N1", "kind": "receipt", "since": "2026-03-01"}
    )
    assert walk.papers[0].number in page.content.decode()
    assert "申请人甲" not in page.content.decode()
    none = supervisor.get(address("papers"), {"until": "2026-03-01"})
    assert "没有这样的文书" in none.content.decode()


@pytest.mark.usefixtures("cases_seen")
def test_pdf_and_word_are_given_out(walk, supervisor) -> None:
    """The PDF is the same each time and cannot act."""
    row = walk.papers[0]
    answers = [supervisor.get(address("pdf", row.pk)) for _ in range(2)]
    first, again = (b"".join(answer.streaming_content) for answer in answers)
    assert first == again
    assert "sandbox" in answers[0]["Content-Security-Policy"]
    assert supervisor.get(address("docx", row.pk)).content.startswith(b"PK")


@pytest.mark.usefixtures("cases_seen")
@pytest.mark.parametrize("name", ["paper", "pdf"])
def test_a_stranger_s_paper_is_not_there(walk, client_of, name: str) -> None:
    """404 with a sentence, and logged."""
    answer = client_of(Role.APPLICANT).get(address(name, walk.papers[0].pk))
    assert 404 == answer.status_code
    assert StoredRefusal.objects.filter(what=f"文书 {walk.papers[0].pk}").exists()


@pytest.mark.usefixtures("cases_seen")
def test_an_applicant_opens_its_own_papers(walk, person, client_of, county) -> None:
    """And the list of its case, but not who issued them; not before it is known to be this applicant."""
    client = client_of(Role.APPLICANT)
    link_account(county=county, number=person.number, account=client.account, at=AT)
    assert 404 == client.get(address("paper", walk.papers[0].pk)).status_code
    StoredApplicant.objects.filter(pk=person.pk).update(verified_at=AT)
    assert 200 == client.get(address("paper", walk.papers[0].pk)).status_code
    page = client.get(address("dossier", "N1")).content.decode()
    assert walk.papers[0].number in page
    assert 404 == client.get(address("dossier", "N9")).status_code


@pytest.mark.usefixtures("cases_seen")
def test_an_archive_is_checked_and_opened(walk, supervisor) -> None:
    """Its index is shown; a changed package is said to be one; opening needs a purpose."""
    row = sealed(delivered(walk))
    listed = supervisor.get(address("archives"), {"number": row.number[:4], "sound": "never"})
    assert row.number in listed.content.decode()
    assert "受理通知书" in supervisor.get(address("archive", row.pk)).content.decode()
    checked = supervisor.post(address("archive_check", row.pk), follow=True)
    assert "校验相符" in checked.content.decode()
    opened = supervisor.post(address("archive_download", row.pk), {"purpose": "inspect"})
    assert b"".join(opened.streaming_content).startswith(b"PK")
    refused = supervisor.post(
        address("archive_download", row.pk), {"purpose": "archive"}, follow=True
    )
    assert "不能为这个用途" in refused.content.decode()
    path_of(row).chmod(0o600)
    path_of(row).write_bytes(b"torn")
    torn = supervisor.post(address("archive_check", row.pk), follow=True)
    assert "已损坏" in torn.content.decode()
    assert "目录读不出来" in torn.content.decode()
    assert 404 == supervisor.get(address("archive", row.pk + 1)).status_code


def test_a_department_is_given_its_signature(client_of, county, account_of) -> None:
    """A 机关代字 that is taken is refused beside its field."""
    manager = client_of(Role.SYSTEM_MANAGER)
    by = account_of(Role.CATALOGUE_MANAGER)
    for code, name in (("D1", "示范县卫生健康局"), ("D2", "示范县教育局")):
        save_department(county=county, code=code, name=name, by=by, role="catalogue_manager", at=AT)
    assert "示范县教育局" in manager.get(address("offices")).content.decode()
    told = {
        "name": "示范县卫生健康局", "mark": "示卫健", "seal": "行政许可专用章",
        "government": "示范县人民政府", "court": "示范县人民法院",
    }  # fmt: skip
    assert 302 == manager.post(address("office", "D1"), told).status_code
    again = manager.post(address("office", "D2"), told | {"name": "示范县教育局"})
    assert "已由另一个部门使用" in again.content.decode()
    assert ["示卫健"] == list(StoredOffice.objects.values_list("mark", flat=True))
    assert 404 == manager.get(address("office", "D9")).status_code
