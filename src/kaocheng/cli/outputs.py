"""Where the result goes (输出去向): the screen, or one file that appears whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kaocheng.cli.refusals import Refused


def guard(out: Path, inputs: Iterable[Path]) -> None:
    """Refuse an output that would destroy something that is read, or that cannot be written.

    Raises Refused.
    """
    if out.is_dir():
        raise Refused(f"{out} 是文件夹，请写一个文件名。")
    if not out.parent.is_dir():
        raise Refused(f"文件夹 {out.parent} 不存在，请先建好。")
    if out.exists() and any(path.exists() and path.samefile(out) for path in inputs):
        raise Refused(f"{out} 是要读的文件，不能被输出盖掉，请换一个名字。")


@contextmanager
def part(out: Path) -> Iterator[Path]:
    """A file beside `out` to write into; it takes the place of `out` only when all has gone well.

    Raises Refused when the disk says no.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{out.name}.", suffix=".part", dir=out.parent)
    except OSError as error:
        raise Refused(f"写不了 {out}：{error.strerror}。") from error
    os.close(handle)
    try:
        yield Path(name)
        _publish(Path(name), out)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


@contextmanager
def written(out: Path) -> Iterator[BinaryIO]:
    """The same as an open file."""
    with part(out) as path, path.open("wb") as file:
        yield file


def _publish(path: Path, out: Path) -> None:
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
    try:
        path.replace(out)
    except OSError as error:
        raise Refused(f"写不了 {out}：{error.strerror}。") from error


@contextmanager
def screen() -> Iterator[BinaryIO]:
    """The standard output as bytes, so that texts in UTF-8 come out whole on any console."""
    sys.stdout.flush()
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()
