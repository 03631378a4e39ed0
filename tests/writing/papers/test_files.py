"""Files appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaocheng.kernel.papers import Unwritable
from kaocheng.writing.papers.files import put


def test_the_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """And nothing else is left in the folder."""
    path = tmp_path / "表.xlsx"
    put(path, b"1")
    put(path, b"2")
    assert (b"2", [path]) == (path.read_bytes(), list(tmp_path.iterdir()))


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """In a sentence."""
    with pytest.raises(Unwritable, match="写不了"):
        put(tmp_path / "none" / "表.xlsx", b"1")


def test_what_cannot_be_replaced_stays_as_it_was(tmp_path: Path) -> None:
    """A folder of that name is not destroyed, and no half file remains."""
    folder = tmp_path / "表.xlsx"
    folder.mkdir()
    (folder / "甲").touch()
    with pytest.raises(Unwritable, match="写不了"):
        put(folder, b"1")
    assert [folder] == list(tmp_path.iterdir())
