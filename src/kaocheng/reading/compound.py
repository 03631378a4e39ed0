"""Compound files (复合文档): the container of old Office files, as [MS-CFB] describes it.

Only what is needed to tell what is inside and to take out one stream.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
END = 0xFFFFFFFA
"""Sector numbers from here on are marks, not sectors."""
ENTRY = 128
STREAM, ROOT = 2, 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the directory: its name, kind, first sector, size in bytes."""

    name: str
    kind: int
    start: int
    size: int


class Compound:
    """An opened compound file; damaged parts read as missing."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift = self._number(30, "<H")
        self._sector = 1 << shift if shift in (9, 12) else 512
        self._table = self._sectors()
        self._small_limit = self._number(56)
        self.entries = {entry.name: entry for entry in self._directory()}

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def stream(self, name: str) -> bytes:
        """The bytes of a stream, as many as there are; b"" for an unknown name."""
        entry = self.entries.get(name)
        if entry is None or entry.kind != STREAM:
            return b""
        if entry.size >= self._small_limit:
            return self._chain(entry.start)[: entry.size]
        root = next((one for one in self.entries.values() if one.kind == ROOT), None)
        return b"" if root is None else self._small(root, entry)

    def _number(self, at: int, form: str = "<I") -> int:
        if at + struct.calcsize(form) > len(self._data):
            return 0xFFFFFFFF
        return int(struct.unpack_from(form, self._data, at)[0])

    def _block(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        return self._data[start : start + self._sector]

    def _sectors(self) -> list[int]:
        """The allocation table: for each sector the next one of its chain."""
        numbers = [self._number(76 + 4 * index) for index in range(109)]
        extra, seen = self._number(68), set[int]()
        while extra < END and extra not in seen:
            seen.add(extra)
            found = _numbers(self._block(extra))
            if not found:
                break
            numbers += found[:-1]
            extra = found[-1]
        table: list[int] = []
        for sector in dict.fromkeys(number for number in numbers if number < END):
            table += _numbers(self._block(sector))
        return table

    def _chain(self, start: int) -> bytes:
        return b"".join(self._block(sector) for sector in _follow(start, self._table))

    def _directory(self) -> Iterator[Entry]:
        data = self._chain(self._number(48))
        for at in range(0, len(data) - ENTRY + 1, ENTRY):
            length, kind = struct.unpack_from("<HB", data, at + 64)
            start, size = struct.unpack_from("<II", data, at + 116)
            name = data[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            if kind:
                yield Entry(name, kind, start, size)

    def _small(self, root: Entry, entry: Entry) -> bytes:
        """A short stream, kept in pieces of 64 bytes inside the root's own stream."""
        store = self._chain(root.start)
        table = _numbers(self._chain(self._number(60)))
        pieces = (store[at * 64 : at * 64 + 64] for at in _follow(entry.start, table))
        return b"".join(pieces)[: entry.size]


def _numbers(block: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4]))


def _follow(start: int, table: list[int]) -> Iterator[int]:
    """The sectors of a chain, at most as many as there are."""
    sector = start
    for _ in range(len(table)):
        if sector >= len(table):
            return
        yield sector
        sector = table[sector]
