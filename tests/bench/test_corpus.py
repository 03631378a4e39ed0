"""Which documents the benches take: files as named, folders for all in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.corpus import chosen


def test_files_and_folders_are_taken(tmp_path: Path) -> None:
    """A folder stands for the documents below it in order; a file for itself, whatever its kind."""
    inner = tmp_path / "inner"
    inner.mkdir()
    for path in (tmp_path / "b.txt", inner / "a.pdf", inner / "list.xlsx"):
        path.touch()
    assert chosen([tmp_path]) == [tmp_path / "b.txt", inner / "a.pdf"]
    assert chosen([inner / "list.xlsx"]) == [inner / "list.xlsx"]


def test_without_a_name_the_usual_folder_is_taken(tmp_path: Path) -> None:
    """Nothing named means the folder of real documents, which may not be there."""
    (tmp_path / "a.txt").touch()
    assert chosen([], tmp_path) == [tmp_path / "a.txt"]
    assert chosen([], tmp_path / "none") == []


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A sentence, not a traceback."""
    with pytest.raises(SystemExit, match="没有这个文件或文件夹"):
        chosen([tmp_path / "none.pdf"])
