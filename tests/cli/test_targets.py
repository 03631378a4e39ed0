"""Which files are meant by what is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaocheng.cli.refusals import Refused
from kaocheng.cli.targets import SUFFIXES, targets


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["b.PDF", "a.txt", "deep/c.docx", "deep/~$c.docx", ".hidden.txt", ".git/x.txt", "n.py"]
    for name in names:
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)


def _names(*words: str) -> list[str]:
    return [path.as_posix() for path in targets(words)]


def test_a_folder_is_walked_in_order() -> None:
    """Known suffixes in any case, hidden files and lock files left out."""
    assert _names("docs") == ["docs/a.txt", "docs/b.PDF", "docs/deep/c.docx"]


def test_a_file_is_taken_whatever_its_suffix_and_even_if_missing() -> None:
    """What is named is not filtered; the reader will say what is wrong with it."""
    assert _names("docs/n.py", "gone.pdf") == ["docs/n.py", "gone.pdf"]


def test_each_file_once_where_it_was_first_named() -> None:
    """The same file by another path, or in its folder, is not checked again."""
    Path("link.txt").symlink_to("docs/a.txt")
    assert _names("docs/b.PDF", "docs", "link.txt", "docs/../docs/a.txt") == [
        "docs/b.PDF",
        "docs/a.txt",
        "docs/deep/c.docx",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_names_paths(encoding: str) -> None:
    """Blank lines and comments are passed over; folders in a list are walked."""
    Path("清单.txt").write_text("# 说明：清单\r\n\ndocs/deep\r\n  公开.pdf  \n", encoding)
    assert _names("@清单.txt") == ["docs/deep/c.docx", "公开.pdf"]


@pytest.mark.parametrize(
    ("word", "sentence"), [("@gone.txt", "打不开"), ("@raw.txt", "编码"), ("empty", "没有找到")]
)
def test_nothing_to_check_is_refused(word: str, sentence: str) -> None:
    """A list that cannot be read, or a folder without documents, ends with a sentence."""
    Path("raw.txt").write_bytes(b"\xff\xff\xff")
    Path("empty").mkdir()
    with pytest.raises(Refused, match=sentence):
        targets([word])


def test_the_known_suffixes() -> None:
    """The suffixes promised in docs/check.md."""
    promised = (Path(__file__).parents[2] / "docs/check.md").read_text("utf-8")
    assert set() == {suffix for suffix in SUFFIXES if suffix not in promised}


def test_links_in_a_folder() -> None:
    """Links to files are taken; links to folders are not walked, so that none leads in a circle."""
    Path("far.txt").touch()
    Path("docs/deep/near.txt").symlink_to(Path("far.txt").resolve())
    Path("docs/deep/round").symlink_to(Path("docs").resolve())
    Path("docs/deep/self.txt").symlink_to("self.txt")
    assert ["docs/deep/c.docx", "docs/deep/near.txt", "docs/deep/self.txt"] == _names("docs/deep")
