"""Sweeping up: each app tells what is referred to; the command says first and deletes when told; nights do slices."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kaocheng.cli.main import main
from kaocheng.cli.sweeping import run
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.api.services.uploads import keep_file
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.base.files import path_of, purposes
from kaocheng.site.base.models import StoredFile
from kaocheng.site.catalogue.samplefiles import PURPOSE as SAMPLE
from kaocheng.site.serving.sweeping import age_at, found, sweep, sweep_slice
from kaocheng.site.themes.services.handing import PURPOSE as THEME
from tests.site.base.files.samples import PDF
from tests.site.cases.people import Desk, desk_of
from tests.site.catalogue.items import publish_ordinary
from tests.site.conftest import AccountOf

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path: Path) -> None:
    """A folder of its own."""
    settings.FILES = str(tmp_path)


@pytest.fixture
def desk(county: str, account_of: AccountOf) -> Desk:
    """People at work, with P001."""
    publish_ordinary(county)
    return desk_of(county, account_of)


def upload() -> SimpleUploadedFile:
    """A whole PDF."""
    return SimpleUploadedFile("甲.pdf", PDF)


def with_file(desk: Desk):
    """A case opened with one material as a file, and that file."""
    received = ["identity", "plan", "deed", {"key": "form", "upload": upload()}]
    row = desk.open(received=received)
    return row, StoredFile.objects.get(subject=row.number)


def test_a_file_of_a_case_is_kept_for_ever(desk: Desk) -> None:
    """Also one that a corrected one has replaced; one whose move was refused is nobody's."""
    row, file = with_file(desk)
    StoredFile.objects.create(
        county=desk.county, number="f" * 32, sha256=file.sha256, name="乙.pdf", kind="pdf", size=1,
        purpose=file.purpose, subject=row.number, kept_by="clerk", kept_at=desk.at,
    )  # fmt: skip
    later = desk.at + timedelta(days=400)
    assert (1, 0) == sweep(county=desk.county, at=later)
    assert [file] == list(StoredFile.objects.filter(subject=row.number))
    (event,) = StoredEvent.objects.filter(stream="files/swept")
    assert "f" * 32 in event.facts
    assert (0, 0) == sweep(county=desk.county, at=later)


@pytest.mark.parametrize("key", [SAMPLE, THEME, "mandate", "paper", "api-upload"])
def test_every_purpose_gives_up_what_nothing_names(county: str, key: str) -> None:
    """No purpose of the site is silent; what none of its rows names is loose."""
    at = datetime(2026, 3, 2, tzinfo=UTC)
    StoredFile.objects.create(
        county=county, number="e" * 32, sha256="ab" * 32, name="乙.pdf", kind="pdf", size=1,
        purpose=key, subject="N1", kept_by="clerk", kept_at=at,
    )  # fmt: skip
    assert all(purpose.refers for purpose in purposes._PURPOSES.values())
    assert 1 == len(list(found(county=county, at=at + timedelta(days=8))))
    assert 0 == len(list(found(county=county, at=at + timedelta(days=6))))


def test_the_command_says_first_and_deletes_when_told(desk: Desk, capsys) -> None:
    """A waiting upload nobody used: listed with exit code 1, then deleted with its bytes, then nothing."""
    at = datetime.now(UTC) - timedelta(days=30)
    file = keep_file(upload=upload(), by=desk.clerk, at=at)
    os.utime(path_of(file), (at.timestamp(), at.timestamp()))
    assert 1 == main(["sweep"])
    said = capsys.readouterr().out
    assert file.number in said
    assert "共 1 项" in said
    assert StoredFile.objects.filter(pk=file.pk).exists()
    assert 0 == main(["sweep", "--delete"])
    assert "已删除 1 个无主文件、1 份没有登记的内容" in capsys.readouterr().out
    assert not path_of(file).exists()
    assert 0 == main(["sweep"])
    assert callable(run)


def test_a_night_takes_slice_after_slice(desk: Desk) -> None:
    """In the minute of its slice a file goes, in no other; by day nothing is looked at."""
    old = datetime(2026, 3, 2, tzinfo=UTC)
    file = keep_file(upload=upload(), by=desk.clerk, at=old)
    os.utime(path_of(file), (old.timestamp(), old.timestamp()))
    midnight = datetime(2026, 3, 12, tzinfo=SHANGHAI)
    turn = int(file.sha256[:2], 16)
    assert 0 == sweep_slice(desk.county, midnight + timedelta(minutes=(turn + 1) % 256))
    assert 0 == sweep_slice(desk.county, midnight + timedelta(hours=12))
    assert 2 == sweep_slice(desk.county, midnight + timedelta(minutes=turn))
    assert age_at(midnight, desk.county).before == midnight - timedelta(days=7)
