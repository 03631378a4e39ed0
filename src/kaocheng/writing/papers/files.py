"""Files that appear whole or not at all (原子写入)."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from kaocheng.kernel.papers import Unwritable


def put(path: Path, content: bytes) -> None:
    """Write `content` to `path`; an older file stays as it was until all is on the disk.

    Raises Unwritable when the folder is missing or the disk says no.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise Unwritable(_sentence(path, error)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        give_usual_rights(Path(name))
        Path(name).replace(path)
    except OSError as error:
        _forget(name)
        raise Unwritable(_sentence(path, error)) from error
    except BaseException:
        _forget(name)
        raise


def give_usual_rights(part: Path) -> None:
    """Rights that a new file of this process usually has; a temporary one is its owner's alone."""
    mask = os.umask(0)
    os.umask(mask)
    part.chmod(0o666 & ~mask)


def _forget(name: str) -> None:
    with suppress(OSError):
        Path(name).unlink()


def _sentence(path: Path, error: OSError) -> str:
    return f"写不了 {path}：{error.strerror}。请查看文件夹是否存在、是否可写、磁盘是否已满。"
