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
from kaocheng.reading.disk import spoken
from kaocheng.writing.papers.files import give_usual_rights


def guard(out: Path, inputs: Iterable[Path]) -> None:
    """Refuse an output that would destroy something that is read, or that cannot be written.

    Raises Refused.
    """
    if out.is_dir():
        raise Refused(f"{out} 是文件夹，请写一个文件名。")
    parent = _target(out).parent
    if not parent.is_dir():
        raise Refused(f"文件夹 {parent} 不存在，请先建好。")
    _refuse_special(out)
    if out.exists() and any(path.exists() and path.samefile(out) for path in inputs):
        raise Refused(f"{out} 是要读的文件，不能被输出盖掉，请换一个名字。")


def _target(out: Path) -> Path:
    """The file that is really written: what a link leads to, so that the link itself stays.

    Raises Refused for a link that leads back to itself.
    """
    if not out.is_symlink():
        return out
    try:
        return out.resolve()
    except (OSError, RuntimeError) as error:
        raise Refused(f"写不了 {out}：链接绕成了圈。") from error


def _refuse_special(out: Path) -> None:
    """A device, a pipe or a socket must not be replaced by a file."""
    if out.exists() and not out.is_file():
        raise Refused(f"{out} 不是普通文件（是设备、管道之类），不能写；请写一个文件名。")


@contextmanager
def part(out: Path) -> Iterator[Path]:
    """A file beside `out` to write into; it takes the place of `out` only when all has gone well.

    A link is followed: what it leads to is replaced. Raises Refused when the disk says no.
    """
    out = _target(out)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{out.name}.", suffix=".part", dir=out.parent)
    except OSError as error:
        raise Refused(f"写不了 {out}：{spoken(error)}。") from error
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
    give_usual_rights(path)
    _refuse_special(out)
    try:
        path.replace(out)
    except OSError as error:
        raise Refused(f"写不了 {out}：{spoken(error)}。") from error


@contextmanager
def screen() -> Iterator[BinaryIO]:
    """The standard output as bytes, so that texts in UTF-8 come out whole on any console."""
    sys.stdout.flush()
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()
