"""Sweeping: what nothing refers to goes after a while; what is wanted, young or just being used stays."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from kaocheng.site.base.files import Purpose, keep_upload, path_of, purposes, sweeping
from kaocheng.site.base.files.keeping import place_of
from kaocheng.site.base.files.sweeping import (
    SLICES,
    Age,
    drop_bytes,
    drop_row,
    loose_bytes,
    loose_rows,
)
from kaocheng.site.base.models import StoredFile
from tests.site.base.files.samples import PDF

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 20, 1, 0, tzinfo=UTC)
AGE = Age(AT - timedelta(days=7))
WANTED: set[str] = set()


@pytest.fixture(autouse=True)
def purpose(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder of its own; a purpose whose files are wanted as the test says, and one that cannot tell."""
    WANTED.clear()
    monkeypatch.setattr(settings, "FILES", str(tmp_path))
    monkeypatch.setattr(purposes, "_PURPOSES", {})
    purposes.register(
        Purpose("told", "甲", may_open=lambda *_: True, refers=lambda _county, _files: set(WANTED))
    )
    purposes.register(Purpose("mute", "乙", may_open=lambda *_: True))


def kept(*, days: int = 8, purpose: str = "told", more: bytes = b"") -> StoredFile:
    """A file kept so many days ago, and its bytes as old."""
    content = PDF.replace(b"<</Root", b"<</More(" + more + b")/Root")
    upload = SimpleUploadedFile("甲.pdf", content)
    at = AT - timedelta(days=days)
    file = keep_upload(upload=upload, by="clerk", purpose=purpose, at=at)
    age(path_of(file), days)
    return file


def age(path: Path, days: int) -> None:
    """Make it as if it had been written so many days before."""
    then = (AT - timedelta(days=days)).timestamp()
    os.utime(path, (then, then))


def rows(county: str, more: Age = AGE) -> list[StoredFile]:
    """Every loose row."""
    return [row for part in SLICES for row in loose_rows(county, part, more)]


def pieces() -> list[Path]:
    """All loose bytes."""
    return [path for part in SLICES for path in loose_bytes(part, AGE)]


def test_old_and_unwanted_rows_are_loose(county: str) -> None:
    """Not a wanted one, not a young one, none of a purpose that cannot tell, none of another county."""
    loose, wanted = kept(more=b"1"), kept(more=b"2")
    kept(days=6, more=b"3")
    kept(purpose="mute", more=b"4")
    WANTED.add(wanted.number)
    assert [loose] == rows(county)
    assert [] == rows("510905")
    assert [] == rows(county, Age(AGE.before, AT - timedelta(days=7, hours=12)))


def test_a_row_given_to_something_meanwhile_stays(county: str) -> None:
    """It is deleted only as it was found."""
    file = kept()
    (found,) = rows(county)
    StoredFile.objects.filter(pk=file.pk).update(subject="N1")
    assert not drop_row(found)
    assert drop_row(StoredFile.objects.get(pk=file.pk))


def test_bytes_go_once_no_row_names_them(county: str) -> None:
    """Two rows of the same content keep it until both are gone; then it goes, and only once."""
    one, two = kept(), kept()
    place = path_of(one)
    assert one.sha256 == two.sha256
    one.delete()
    assert [] == pieces()
    two.delete()
    assert [place] == pieces()
    assert drop_bytes(place, AGE)
    assert not place.exists()
    assert not drop_bytes(place, AGE)


def test_an_upload_in_flight_keeps_its_bytes() -> None:
    """The same content sent again, its row not yet entered: touched before it is looked at, or put back."""
    file = kept()
    place = path_of(file)
    file.delete()
    (found,) = pieces()
    kept(days=0).delete()
    age(place, 0)
    assert [] == pieces()
    assert not drop_bytes(found, AGE)
    assert PDF[:8] == place.read_bytes()[:8]


def test_an_upload_that_finds_them_gone_writes_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between being taken aside and being looked at again: both orders leave the content in its place."""
    file = kept()
    place = path_of(file)
    file.delete()
    honest = sweeping._is_old

    def meanwhile(path: Path, told: Age) -> bool:
        if path.name.startswith("swept-"):
            kept(days=0)
        return honest(path, told)

    monkeypatch.setattr(sweeping, "_is_old", meanwhile)
    drop_bytes(place, AGE)
    assert place.exists()
    assert [] == [path for path in place.parent.iterdir() if path != place]


def test_what_a_killed_sweep_took_aside_is_put_back_or_deleted() -> None:
    """With a row it is put back, without one it goes."""
    file = kept()
    place = path_of(file)
    aside = place.with_name(f"swept-{file.sha256}")
    place.rename(aside)
    assert [] == pieces()
    file.delete()
    assert [aside] == pieces()
    assert drop_bytes(aside, AGE)
    assert not aside.exists()


def test_parts_of_broken_uploads_go_when_old() -> None:
    """Other files of the folder are left alone."""
    folder = Path(settings.FILES)
    folder.mkdir(parents=True, exist_ok=True)
    old, young = folder / "part-old", folder / "part-young"
    for path, days in ((old, 8), (young, 0)):
        path.write_bytes(b"x")
        age(path, days)
    assert [old] == pieces()
    assert drop_bytes(old, AGE)
    assert not old.exists()
    assert young.exists()
    young.unlink()


def test_place_is_by_content() -> None:
    """The folder of a slice is the beginning of the hash."""
    digest = "ab" * 32
    assert ("ab", "ab", digest) == place_of(digest).parts[-3:]
