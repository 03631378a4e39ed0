"""`kaocheng archive`: says that a package is sound, or what was changed where."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from kaocheng.cases.archive.packing import pack
from kaocheng.cli.main import main
from tests.cases.archive.test_archive import HEAD, pieces


@pytest.fixture(name="package")
def made(tmp_path: Path):
    """A sealed package."""
    path = tmp_path / "a.zip"
    return path, pack(path, HEAD, pieces(tmp_path))


def test_a_sound_package_is_said_to_be_sound(package, capsys) -> None:
    """With the hashes noted at sealing, or without them."""
    path, sealed = package
    assert 0 == main(["archive", str(path)])
    assert "没有给出登记的摘要" in capsys.readouterr().out
    hashes = ["--sha256", sealed.sha256, "--index-sha256", sealed.index_sha256]
    assert 0 == main(["archive", str(path), *hashes])
    assert "与登记的摘要一致" in capsys.readouterr().out


def test_a_changed_package_tells_where(package, capsys) -> None:
    """Also as a record for machines."""
    path, sealed = package
    with zipfile.ZipFile(path) as held:
        told = {name: held.read(name) for name in held.namelist()}
    told["papers/001.pdf"] += b" "
    with zipfile.ZipFile(path, "w") as changed:
        for name, content in told.items():
            changed.writestr(name, content)
    assert 1 == main(["archive", str(path), "--sha256", sealed.sha256])
    assert "papers/001.pdf：“受理通知书”被改动" in capsys.readouterr().out
    assert 1 == main(["archive", str(path), "--format", "json"])
    record = json.loads(capsys.readouterr().out)
    assert (False, "papers/001.pdf") == (record["sound"], record["flaws"][0]["path"])


def test_what_cannot_be_checked_is_refused(package, tmp_path: Path, capsys) -> None:
    """No such file; one hash for two files."""
    path, sealed = package
    assert 2 == main(["archive", str(tmp_path / "none.zip")])
    assert "没有这个文件" in capsys.readouterr().err
    assert 2 == main(["archive", str(path), str(path), "--sha256", sealed.sha256])
    assert "一次校验一个" in capsys.readouterr().err
