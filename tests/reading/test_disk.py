"""Faults of the disk are told in Chinese."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kaocheng.kernel.documents import Unreadable
from kaocheng.reading.disk import spoken
from kaocheng.reading.opening import read

SAID = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘是只读的",
}


@pytest.mark.parametrize("number", SAID)
def test_the_common_faults(number: int) -> None:
    """Each has its own words."""
    assert SAID[number] == spoken(OSError(number, os.strerror(number)))


def test_no_fault_is_told_in_english() -> None:
    """A number without words is given as a number; a fault without a number has a sentence."""
    told = [spoken(OSError(number, os.strerror(number))) for number in errno.errorcode]
    assert [] == [
        words for words in told if not words or any(letter in words for letter in "aeiou")
    ]
    assert "读写出错" == spoken(OSError("no number"))


def test_a_missing_document(tmp_path: Path) -> None:
    """The reader uses the same words."""
    with pytest.raises(Unreadable, match="没有这个文件或文件夹"):
        read(tmp_path / "none.pdf")
