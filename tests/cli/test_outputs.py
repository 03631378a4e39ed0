"""An output file appears whole or not at all, and never in place of an input."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaocheng.cli.outputs import guard, written
from kaocheng.cli.refusals import Refused


def _folder(path: Path) -> list[str]:
    return sorted(item.name for item in path.iterdir())


def test_the_file_appears_at_the_end(tmp_path: Path) -> None:
    """While writing, the old file stands; afterwards the new one, and nothing else."""
    out = tmp_path / "out.txt"
    out.write_text("old")
    with written(out) as file:
        file.write(b"new")
        assert out.read_text() == "old"
    assert (out.read_text(), _folder(tmp_path)) == ("new", ["out.txt"])


def _fail_halfway(out: Path, failure: type[BaseException]) -> None:
    with written(out) as file:
        file.write(b"half")
        raise failure


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_file(tmp_path: Path, failure: type[BaseException]) -> None:
    """Whatever ends the writing, the old file stays and no part is left behind."""
    out = tmp_path / "out.txt"
    out.write_text("old")
    with pytest.raises(failure):
        _fail_halfway(out, failure)
    assert (out.read_text(), _folder(tmp_path)) == ("old", ["out.txt"])


def test_an_ordinary_file_mode(tmp_path: Path) -> None:
    """The file can be read by whoever could read a file made in the ordinary way."""
    (plain := tmp_path / "plain").touch()
    with written(tmp_path / "out.txt") as file:
        file.write(b"x")
    assert (tmp_path / "out.txt").stat().st_mode == plain.stat().st_mode


def test_an_input_is_not_overwritten(tmp_path: Path) -> None:
    """Not by its own name, nor through a link."""
    source = tmp_path / "a.txt"
    source.touch()
    (link := tmp_path / "link.txt").symlink_to(source)
    guard(tmp_path / "other.txt", [source])
    for out in (source, link):
        with pytest.raises(Refused, match="不能被输出盖掉"):
            guard(out, [source])


@pytest.mark.parametrize(("out", "sentence"), [(".", "是文件夹"), ("gone/out.txt", "不存在")])
def test_an_impossible_place_is_refused(tmp_path: Path, out: str, sentence: str) -> None:
    """Before any work is done."""
    with pytest.raises(Refused, match=sentence):
        guard(tmp_path / out, [])
