"""An output file appears whole or not at all, and never in place of an input."""

from __future__ import annotations

import os
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


def test_what_is_not_a_regular_file_is_refused(tmp_path: Path) -> None:
    """A pipe or a device stays what it is, whether it is met before or at the end."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    (link := tmp_path / "link").symlink_to(pipe)
    for out in (pipe, link, Path("/dev/null")):
        with pytest.raises(Refused, match="不是普通文件"):
            guard(out, [])
    with pytest.raises(Refused, match="不是普通文件"), written(pipe) as file:
        file.write(b"x")
    assert pipe.is_fifo()
    assert ["link", "pipe"] == _folder(tmp_path)


def test_a_link_is_followed(tmp_path: Path) -> None:
    """What it leads to is written, there already or not; the link stays."""
    (tmp_path / "there").mkdir()
    (target := tmp_path / "there" / "out.txt").write_text("old")
    (link := tmp_path / "link.txt").symlink_to(target)
    (new := tmp_path / "new.txt").symlink_to("there/new.txt")
    for out in (link, new):
        guard(out, [])
        with written(out) as file:
            file.write(b"x")
    assert link.is_symlink()
    assert ["x", "x"] == [target.read_text(), (tmp_path / "there" / "new.txt").read_text()]
    assert ["new.txt", "out.txt"] == _folder(tmp_path / "there")


def test_a_link_to_nowhere_or_to_itself_is_refused(tmp_path: Path) -> None:
    """Before any work is done."""
    (lost := tmp_path / "lost").symlink_to("gone/out.txt")
    (loop := tmp_path / "loop").symlink_to("loop")
    with pytest.raises(Refused, match="不存在"):
        guard(lost, [])
    with pytest.raises(Refused, match="绕成了圈"):
        guard(loop, [])
