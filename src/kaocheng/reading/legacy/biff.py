"""The records of old worksheets (BIFF 记录): number formats of cells, and the size of the sheets.

As [MS-XLS] describes them; values themselves are read by calamine, which does not tell formats.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from kaocheng.reading.xlsx.styles import BUILT_IN, GENERAL

BEGIN, END, SHEET, EXTENDED, FORMAT, LOCKED = 0x809, 0x0A, 0x85, 0xE0, 0x41E, 0x2F
NUMBER, RK, FORMULA, MANY_RK = 0x203, 0x27E, 0x06, 0xBD
SINGLE = frozenset([NUMBER, RK, FORMULA, 0x201, 0x204, 0x205, 0xFD, 0xD6])
"""Records that begin with row, column and style of one cell."""
OLD = 0x600
"""Before this version texts in records are single bytes."""


@dataclass(slots=True)
class Formats:
    """The format code of each numeric cell by sheet, 0-based row and column; corners of sheets."""

    codes: dict[tuple[int, int, int], str] = field(default_factory=dict)
    corners: dict[int, tuple[int, int]] = field(default_factory=dict)
    locked: bool = False


@dataclass(slots=True)
class _Walk:
    """What the workbook's own records have said so far; `sheets` by where they begin."""

    found: Formats
    codes: dict[int, str] = field(default_factory=dict)
    styles: list[int] = field(default_factory=list)
    version: int = OLD
    sheets: dict[int, int] = field(default_factory=dict)
    index: int = -1


def formats(data: bytes) -> Formats:
    """What the records of a workbook stream tell; damaged records are passed over."""
    walk = _Walk(Formats())
    depth = 0
    for at, kind, body in _records(data):
        if kind == BEGIN and len(body) >= 4:
            depth += 1
            if depth == 1:
                walk.version = struct.unpack_from("<H", body)[0]
                walk.index = walk.sheets.get(at, -1)
        elif kind == END:
            depth = max(depth - 1, 0)
        elif depth == 1 and walk.index >= 0:
            # Deeper substreams are charts inside a sheet; their cells are not the sheet's.
            _cell(walk, kind, body)
        else:
            _style(walk, kind, body)
    return walk.found


def _records(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while at + 4 <= len(data):
        kind, size = struct.unpack_from("<HH", data, at)
        yield at, kind, data[at + 4 : at + 4 + size]
        at += 4 + size


def _style(walk: _Walk, kind: int, body: bytes) -> None:
    if kind == LOCKED:
        walk.found.locked = True
    elif kind == SHEET and len(body) >= 4:
        walk.sheets[struct.unpack_from("<I", body)[0]] = len(walk.sheets)
    elif kind == EXTENDED and len(body) >= 4:
        walk.styles.append(struct.unpack_from("<H", body, 2)[0])
    elif kind == FORMAT and len(body) >= 5:
        number = struct.unpack_from("<H", body)[0]
        walk.codes[number] = _words(body[2:], old=walk.version < OLD)


def _words(body: bytes, *, old: bool) -> str:
    if old:
        return body[1 : 1 + body[0]].decode("gb18030", "replace")
    count, flags = struct.unpack_from("<HB", body)
    if flags & 1:
        return body[3 : 3 + 2 * count].decode("utf-16-le", "replace")
    return body[3 : 3 + count].decode("latin-1")


def _cell(walk: _Walk, kind: int, body: bytes) -> None:
    if kind in SINGLE and len(body) >= 6:
        row, column, style = struct.unpack_from("<3H", body)
        _note(walk, row, column, style)
    elif kind == MANY_RK and len(body) >= 6:
        row, column = struct.unpack_from("<2H", body)
        for index in range((len(body) - 6) // 6):
            style = struct.unpack_from("<H", body, 4 + 6 * index)[0]
            _note(walk, row, column + index, style)


def _note(walk: _Walk, row: int, column: int, style: int) -> None:
    bottom, right = walk.found.corners.get(walk.index, (-1, -1))
    walk.found.corners[walk.index] = (max(bottom, row), max(right, column))
    number = walk.styles[style] if style < len(walk.styles) else 0
    code = walk.codes.get(number) or BUILT_IN.get(number, GENERAL)
    if code != GENERAL:
        walk.found.codes[walk.index, row, column] = code
