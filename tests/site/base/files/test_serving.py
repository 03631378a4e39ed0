"""A file opens for whom its owner lets, as a download that cannot run."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kaocheng.hall.posts import Role
from kaocheng.site.base import noticing
from kaocheng.site.base.files import Purpose, address_of, keep_upload, path_of, purposes
from kaocheng.site.base.models import StoredFile
from tests.site.base.files.samples import PDF
from tests.site.conftest import AccountOf, ClientOf

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


@pytest.fixture
def file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, account_of: AccountOf) -> StoredFile:
    """A file that approvers may open, in a folder of its own."""
    monkeypatch.setattr(settings, "FILES", str(tmp_path))
    monkeypatch.setattr(purposes, "_PURPOSES", {})
    purposes.register(
        Purpose("trial", "试验", lambda _, who: Role.APPROVER in getattr(who, "roles", ()))
    )
    upload = SimpleUploadedFile("合同 甲.pdf", PDF)
    return keep_upload(upload=upload, by=account_of(Role.APPLICANT), purpose="trial", at=AT)


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is written to the log of refusals."""
    said: list[str] = []
    monkeypatch.setattr(noticing, "_service", lambda _: lambda **told: said.append(told["what"]))
    return said


def test_the_owner_lets_it_be_opened(file: StoredFile, client_of: ClientOf) -> None:
    """As an attachment with its name, not sniffed, not run, not kept by a proxy."""
    answer = client_of(Role.APPROVER).get(address_of(file))
    assert (200, PDF) == (answer.status_code, b"".join(answer.streaming_content))
    assert answer["Content-Disposition"].startswith("attachment;")
    assert ("application/pdf", "nosniff") == (
        answer["Content-Type"],
        answer["X-Content-Type-Options"],
    )
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("role", [Role.APPLICANT, Role.SYSTEM_MANAGER])
def test_others_are_told_nothing_and_it_is_noted(
    file: StoredFile, client_of: ClientOf, noted: list[str], role: Role
) -> None:
    """Not even that there is such a file."""
    assert 404 == client_of(role).get(address_of(file)).status_code
    assert [address_of(file)] == noted


def test_a_stranger_and_a_guessed_number(
    file: StoredFile, client: Client, noted: list[str]
) -> None:
    """The same answer to both."""
    assert 404 == client.get(address_of(file)).status_code
    assert 404 == client.get(address_of(file).replace(file.number, "0" * 32)).status_code


def test_a_lost_file_is_said_to_be_lost(file: StoredFile, client_of: ClientOf) -> None:
    """Not an error of the program."""
    path_of(file).write_bytes(b"")
    assert 404 == client_of(Role.APPROVER).get(address_of(file)).status_code
