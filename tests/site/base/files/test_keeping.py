"""Uploads are kept by hash, named safely, and never bigger than their purpose allows."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.base.files import Kind, Purpose, keep_upload, path_of, purposes
from kaocheng.site.base.files.keeping import NAME_MOST, cleaned
from kaocheng.site.base.models import StoredFile
from tests.site.base.files.samples import PDF, WHOLE, png
from tests.site.conftest import AccountOf

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def purpose(monkeypatch: pytest.MonkeyPatch) -> Purpose:
    """A purpose that takes papers and pictures up to 4 KB."""
    monkeypatch.setattr(purposes, "_PURPOSES", {})
    made = Purpose("trial", "试验材料", lambda *_: True, frozenset({Kind.PDF, Kind.PNG}), most=4096)
    purposes.register(made)
    return made


def _keep(account_of: AccountOf, name: str, content: bytes) -> StoredFile:
    upload = SimpleUploadedFile(name, content)
    by = account_of(Role.APPLICANT)
    return keep_upload(upload=upload, by=by, purpose="trial", at=AT, subject="B1")


def test_a_file_is_kept_by_its_hash(account_of: AccountOf) -> None:
    """Readable by nobody else on the machine, under a number that cannot be guessed."""
    file = _keep(account_of, "甲.pdf", PDF)
    path = path_of(file)
    assert (PDF, 0o600) == (path.read_bytes(), stat.S_IMODE(path.stat().st_mode))
    assert (file.sha256, 32, "pdf", len(PDF)) == (path.name, len(file.number), file.kind, file.size)
    assert file.name == "甲.pdf"


def test_the_same_content_lies_once(account_of: AccountOf) -> None:
    """Two rows, one file; nothing temporary is left."""
    files = [_keep(account_of, name, png()) for name in ("甲.png", "乙.png")]
    assert path_of(files[0]) == path_of(files[1])
    assert files[0].number != files[1].number
    assert [] == list(Path(settings.FILES).glob("part-*"))


@pytest.mark.parametrize(
    ("code", "name", "content"),
    [
        ("file.size", "甲.pdf", PDF + b" " * 4096),
        ("file.empty", "甲.pdf", b""),
        ("file.kind", "甲.xlsx", WHOLE["甲.xlsx"]),
        ("file.kind", "甲.exe", b"MZ"),
    ],
)
def test_what_the_purpose_does_not_take(
    account_of: AccountOf, code: str, name: str, content: bytes
) -> None:
    """Nothing is kept of it, neither row nor byte."""
    before = sorted(Path(settings.FILES).rglob("*"))
    with pytest.raises(Refusal) as refused:
        _keep(account_of, name, content)
    assert code == refused.value.code
    assert before == sorted(Path(settings.FILES).rglob("*"))
    assert not StoredFile.objects.exists()


def test_a_size_that_was_lied_about_is_found(account_of: AccountOf) -> None:
    """What counts are the bytes that come."""
    upload = SimpleUploadedFile("甲.pdf", PDF + b" " * 9000)
    upload.size = 10
    with pytest.raises(Refusal, match="超过上限"):
        keep_upload(upload=upload, by=account_of(Role.APPLICANT), purpose="trial", at=AT)


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("../../etc/甲.pdf", "甲.pdf"),
        ("C:\\图\\甲.pdf", "甲.pdf"),
        ("甲\u202efdp.exe", "甲fdp.exe"),
        ("甲\r\n乙.png", "甲乙.png"),
        ("", "未命名"),
    ],
)
def test_names_are_cleaned(given_name: str, kept: str) -> None:
    """No folders, no line ends, no turned reading."""
    assert kept == cleaned(given_name)


@given(st.text(max_size=400))
def test_a_cleaned_name_is_short_and_plain(name: str) -> None:
    """Whatever was sent."""
    kept = cleaned(name)
    assert 0 < len(kept) <= NAME_MOST
    assert not set(kept) & set("/\\\r\n\0\u202e")
