"""Square codes (二维码) drawn by us: as an SVG that stays sharp, and as a PNG for older programs."""

from __future__ import annotations

import struct
import zlib
from itertools import groupby

from kaocheng.kernel.papers import Code

SIDE = 26
"""How wide a code stands on the page, in millimetres."""
QUIET = 4
"""The blank around it, in squares (ISO/IEC 18004)."""
_PIXELS = 8


def code_svg(code: Code) -> str:
    """The code as SVG, one path for all dark squares."""
    wide = len(code.rows) + 2 * QUIET
    path = "".join(
        f"M{QUIET + start} {QUIET + row}h{length}v1h-{length}z"
        for row, squares in enumerate(code.rows)
        for start, length in _dark(squares)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {wide}" '
        f'shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{wide}v{wide}H0z"/>'
        f'<path d="{path}"/></svg>'
    )


def _dark(squares: str) -> list[tuple[int, int]]:
    """Where each run of dark squares begins and how long it is."""
    runs, start = [], 0
    for square, group in groupby(squares):
        length = len(list(group))
        if square == "1":
            runs.append((start, length))
        start += length
    return runs


def code_png(code: Code) -> bytes:
    """The code as a black and white PNG."""
    wide = len(code.rows) + 2 * QUIET
    blank = "0" * wide
    side = "0" * QUIET
    rows = [blank] * QUIET + [side + squares + side for squares in code.rows] + [blank] * QUIET
    lines = b"".join(_line(row) * _PIXELS for row in rows)
    head = struct.pack(">IIBBBBB", wide * _PIXELS, wide * _PIXELS, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _line(row: str) -> bytes:
    """One line of pixels, a bit each, white 1; a square is one byte wide, as it has eight pixels."""
    return b"\0" + bytes(0x00 if square == "1" else 0xFF for square in row)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
