"""`kaocheng rekey`: everything sealed is opened by the new key alone afterwards."""

from __future__ import annotations

import base64
from datetime import date
from pathlib import Path

import pytest

from kaocheng.cases.papers.records import Matter, Preview
from kaocheng.cli.main import main
from kaocheng.cli.rekeying import run
from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.services import register_applicant
from kaocheng.site.papers.services import issue_paper, words_of
from tests.site.applicants.conftest import citizen
from tests.site.papers.conftest import AT

OLD, NEW = (f"{n}:{base64.urlsafe_b64encode(n.encode() * 32).decode()}" for n in "ab")


def sealed(county: str):
    """An applicant and a paper of hers."""
    clerk = Account.objects.create_user(username="clerk", county=county)
    clerk.posts.create(role=Role.WINDOW_CLERK.value, since=date(2020, 1, 1))
    person = register_applicant(
        county=county,
        kind="natural",
        name="申请人甲",
        id_kind="resident",
        id_number=citizen(1),
        at=AT,
    )
    matter = Matter("N1", "示例", date(2026, 3, 2))
    return issue_paper(
        county=county, matter=matter, content=Preview("可以"), applicant=person.number, unit="",
        by=clerk, role="window_clerk", at=AT,
    )  # fmt: skip


@pytest.mark.django_db
def test_the_new_key_is_enough_afterwards(settings, monkeypatch, capsys) -> None:
    """Also for papers; run twice it finds nothing more."""
    monkeypatch.setenv("KAOCHENG_PERSONAL_KEYS", OLD)
    paper = sealed(settings.COUNTY)
    monkeypatch.setenv("KAOCHENG_PERSONAL_KEYS", f"{NEW} {OLD}")
    assert 0 == main(["rekey"])
    said = capsys.readouterr().out
    assert "申请人：1 条" in said
    assert "文书：1 条" in said
    assert 0 == main(["rekey"])
    assert "文书：0 条" in capsys.readouterr().out
    monkeypatch.setenv("KAOCHENG_PERSONAL_KEYS", NEW)
    paper.refresh_from_db()
    assert "申请人甲" in repr(words_of(paper))


@pytest.mark.django_db
def test_a_missing_key_is_named(settings, monkeypatch, capsys) -> None:
    """Nothing is lost: with the key added it can be run again."""
    monkeypatch.setenv("KAOCHENG_PERSONAL_KEYS", OLD)
    sealed(settings.COUNTY)
    monkeypatch.setenv("KAOCHENG_PERSONAL_KEYS", NEW)
    assert 2 == main(["rekey"])
    assert "缺少密钥 a" in capsys.readouterr().err


def test_a_store_that_is_not_there_is_refused(tmp_path: Path, capsys) -> None:
    """Before anything is opened."""
    assert 2 == main(["rekey", "--store", str(tmp_path / "none")])
    assert "没有这个文件夹" in capsys.readouterr().err
    assert callable(run)
