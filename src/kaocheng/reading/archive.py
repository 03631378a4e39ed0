"""The guard at the door of zip containers (压缩包): docx and xlsx are opened only through it.

Sizes are counted while the bytes flow, so a member that lies about its size gains nothing.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kaocheng.kernel.documents import Unreadable

MOST_MEMBERS = 10_000
MOST_DIRECTORY = 4 << 20
MOST_TOTAL = 300 << 20
MOST_AT_ONCE = 40 << 20
"""Of one member; the text of a thousand pages stays below."""
CHUNK = 1 << 16
FREE = 16 << 20
"""Members smaller than this may be packed as tightly as they like."""
MOST_RATIO = 150
END_RECORD = struct.Struct("<4s4H2LH")
FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class Member:
    """A member being unpacked: a readable stream that refuses to grow too big."""

    def __init__(self, archive: Archive, info: zipfile.ZipInfo, stream: IO[bytes]) -> None:
        self._archive = archive
        self._info = info
        self._stream = stream
        self._size = 0

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, never more than one chunk; raises `Unreadable`."""
        wanted = CHUNK if size < 0 else min(size, CHUNK)
        try:
            data = self._stream.read(wanted)
        except (*FAULTS, RuntimeError) as fault:
            raise Unreadable(f"{self._archive.file}：文件已损坏，内部数据无法解压。") from fault
        self._size += len(data)
        self._archive.count(len(data))
        packed = max(self._info.compress_size, 1)
        if self._size > FREE and self._size / packed > MOST_RATIO:
            raise Unreadable(f"{self._archive.file}：压缩比异常，疑似压缩炸弹，已拒绝打开。")
        if self._size > MOST_AT_ONCE:
            raise Unreadable(
                f"{self._archive.file}：内部部件过大（{self._info.filename}），无法读取。"
            )
        return data


class Archive:
    """An opened container: its members' names, and their bytes under one common allowance."""

    def __init__(self, file: str, container: zipfile.ZipFile) -> None:
        self.file = file
        self._container = container
        self._members = {info.filename: info for info in container.infolist()}
        self._left = MOST_TOTAL

    @property
    def names(self) -> frozenset[str]:
        """The names of all members."""
        return frozenset(self._members)

    def count(self, size: int) -> None:
        """Take `size` unpacked bytes off the allowance; raises `Unreadable` when it is used up."""
        self._left -= size
        if self._left < 0:
            raise Unreadable(f"{self.file}：解压后内容过大，疑似压缩炸弹，已拒绝打开。")

    @contextmanager
    def stream(self, name: str) -> Iterator[Member]:
        """A member as a guarded stream; raises `Unreadable` when it is locked, broken or absent."""
        info = self._members.get(name)
        if info is None:
            raise Unreadable(f"{self.file}：文件不完整，缺少内部部件 {name}。")
        if info.flag_bits & 1:
            raise Unreadable(f"{self.file}：文件已加密，请先解除密码再检查。")
        try:
            stream = self._container.open(info)
        except (*FAULTS, RuntimeError) as fault:
            raise Unreadable(f"{self.file}：文件已损坏，内部部件 {name} 无法打开。") from fault
        with stream:
            yield Member(self, info, stream)


@contextmanager
def opened(path: Path, file: str) -> Iterator[Archive]:
    """The container at `path`, called `file` in sentences; raises `Unreadable`."""
    _check_directory(path, file)
    try:
        container = zipfile.ZipFile(path)
    except (*FAULTS, struct.error) as fault:
        raise Unreadable(f"{file}：文件不完整或已损坏，不是有效的压缩包。") from fault
    with container:
        infos = container.infolist()
        declared = sum(info.file_size for info in infos)
        packed = max(path.stat().st_size, 1)
        if len(infos) > MOST_MEMBERS:
            raise Unreadable(f"{file}：压缩包内部件过多（{len(infos)} 个），已拒绝打开。")
        if declared > MOST_TOTAL and declared / packed > MOST_RATIO:
            raise Unreadable(f"{file}：压缩比异常，疑似压缩炸弹，已拒绝打开。")
        yield Archive(file, container)


def _check_directory(path: Path, file: str) -> None:
    """Refuse an oversized directory before zipfile loads it into memory."""
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(0, size - (1 << 16) - END_RECORD.size))
        tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < END_RECORD.size:
        raise Unreadable(f"{file}：文件不完整或已损坏，可能没有下载完。")
    length = END_RECORD.unpack_from(tail, at)[5]
    if length > MOST_DIRECTORY:
        raise Unreadable(f"{file}：压缩包目录异常庞大，已拒绝打开。")
