"""What is secret is the server's alone from its first byte."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kaocheng.site.base.private import write_private


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    """Whatever new files of this process are usually open to."""
    usual = os.umask(0)
    try:
        write_private(tmp_path / "钥匙", "密")
    finally:
        os.umask(usual)
    assert 0o600 == (tmp_path / "钥匙").stat().st_mode & 0o777
    assert "密" == (tmp_path / "钥匙").read_text("utf-8")


def test_what_is_there_stays(tmp_path: Path) -> None:
    """A key is never overwritten, nor a file of wider rights filled."""
    (tmp_path / "钥匙").write_text("旧", "utf-8")
    with pytest.raises(FileExistsError):
        write_private(tmp_path / "钥匙", "新")
    assert "旧" == (tmp_path / "钥匙").read_text("utf-8")
