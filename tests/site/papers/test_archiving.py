"""Archives on the site: complete, locked, proved by an event, opened for a purpose, edits located."""

from __future__ import annotations

import json
import zipfile
from types import SimpleNamespace

import pytest

from kaocheng.cases.archive.packing import INDEX
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent, StoredRead
from kaocheng.site.papers.models import StoredArchive
from kaocheng.site.papers.services import check_archive, correct_paper, open_archive, seal_archive
from kaocheng.site.papers.services.archiving import path_of
from tests.cases.walking import CHIEF, CLERK
from tests.site.papers.conftest import AT
from tests.site.papers.test_issuing import MATTER

pytestmark = pytest.mark.django_db


def delivered(walk):
    """The case with its result handed out."""
    walk.examined().to("grant", CHIEF, certificate="证0001")
    return walk.to("close", CLERK).to("deliver", CLERK, mode="现场", receiver="本人")


def sealed(walk):
    """The archive of that case."""
    return seal_archive(
        case=walk.own, version=walk.version, by=walk.clerk, role="issuer", at=walk.at
    )


def test_an_archive_holds_everything(walk) -> None:
    """Every paper with its 文号, the events of both streams, the record, and a number."""
    row = sealed(delivered(walk))
    with zipfile.ZipFile(path_of(row)) as package:
        index = json.loads(package.read(INDEX))
        events = package.read("records/events.jsonl").decode().splitlines()
    kinds = [(line["kind"], line["number"]) for line in index["entries"]]
    assert [("文书", paper.number) for paper in walk.papers] == kinds[:4]
    assert ["events", "case"] == [number for kind, number in kinds if kind == "记录"]
    assert {"case/N1", "dossier/N1"} == {json.loads(line)["stream"] for line in events}
    assert f"{row.county}-XK·2026-D30-00001" == row.number
    assert (2056, "定期30年") == (row.until.year, row.term)
    assert 0o400 == path_of(row).stat().st_mode & 0o777
    assert () == check_archive(row=row, at=AT)


def test_the_seal_is_an_event(walk) -> None:
    """The hash that counts stands in the chain."""
    row = sealed(delivered(walk))
    (event,) = StoredEvent.objects.filter(kind="archive.sealed")
    assert (row.digest, row.index_digest) == (event.told["sha256"], event.told["index_sha256"])
    StoredArchive.objects.filter(pk=row.pk).update(digest="0" * 64)
    row.refresh_from_db()
    assert ["档案登记的摘要与归档事件不符，登记被改过。"] == [
        flaw.message for flaw in check_archive(row=row, at=AT)
    ]


def test_a_later_edit_is_located(walk) -> None:
    """Which paper it was; the row then says that the archive is not sound."""
    row = sealed(delivered(walk))
    path = path_of(row)
    with zipfile.ZipFile(path) as package:
        held = {name: package.read(name) for name in package.namelist()}
    held["papers/003.pdf"] += b" "
    path.chmod(0o600)
    with zipfile.ZipFile(path, "w") as package:
        for name, content in held.items():
            package.writestr(name, content)
    (flaw,) = check_archive(row=row, at=AT)
    assert "papers/003.pdf" == flaw.path
    row.refresh_from_db()
    assert (False, AT) == (row.sound, row.checked_at)
    path.unlink()
    assert "不在了" in check_archive(row=row, at=AT)[0].message


@pytest.mark.parametrize("so_far", ["", "accept", "close"])
def test_an_open_case_is_not_archived(walk, so_far: str) -> None:
    """Nor one whose result has not been handed out; nothing is left behind."""
    if so_far == "accept":
        walk.to("accept", CLERK)
    if so_far == "close":
        walk.examined().to("grant", CHIEF, certificate="证0001").to("close", CLERK)
    with pytest.raises(Refusal, match="还不能归档"):
        sealed(walk)
    assert not StoredArchive.objects.exists()


def test_what_happens_later_is_archived_as_a_further_version(walk) -> None:
    """The first package stays; both are sound."""
    first = sealed(delivered(walk))
    walk.to(
        "rectify", CHIEF, subject="证照或批文编号", before="证0001", after="证0002", reason="笔误"
    )
    second = sealed(walk)
    assert (first.number, 2) == (second.number, second.version)
    assert [(), ()] == [check_archive(row=row, at=AT) for row in (first, second)]


def test_archived_papers_are_not_corrected(walk, clerk) -> None:
    """The archive is closed."""
    row = walk.papers[0]
    sealed(delivered(walk))
    with pytest.raises(Refusal, match="已归档"):
        correct_paper(
            county=row.county, number=row.number, matter=MATTER, content=None, reason="错",
            by=clerk, role="window_clerk", at=walk.at,
        )  # fmt: skip


def test_opening_needs_a_purpose_and_is_logged(walk, account_of) -> None:
    """Archives are read by those who keep them and those who inspect."""
    row = sealed(delivered(walk))
    issuer = account_of(Role.ISSUER)
    with pytest.raises(Refusal, match="不能为这个用途"):
        open_archive(row=row, account=issuer, purpose="inspect", at=AT)
    with pytest.raises(Refusal, match="不能为这个用途"):
        open_archive(row=row, account=account_of(Role.APPROVER), purpose="contact", at=AT)
    assert open_archive(row=row, account=issuer, purpose="archive", at=AT).is_file()
    assert 1 == StoredRead.objects.filter(purpose__startswith=f"查阅档案 {row.number}").count()


def test_a_failed_archive_leaves_no_file(walk, county, monkeypatch, settings) -> None:
    """Neither row nor package: the name is known beforehand, for other tests archive beside this one."""
    delivered(walk)
    named = SimpleNamespace(token_hex=lambda _: "failed-archive")
    monkeypatch.setattr("kaocheng.site.papers.services.archiving.secrets", named)
    place = settings.STORE / "archives" / county / "failed-archive.zip"
    there = []
    monkeypatch.setattr(
        "kaocheng.site.papers.services.archiving.append",
        lambda **_: there.append(place.exists()) or 1 / 0,
    )
    with pytest.raises(ZeroDivisionError):
        sealed(walk)
    assert [True] == there
    assert not StoredArchive.objects.exists()
    assert not place.exists()
