"""Square codes: the pictures show exactly the squares, with the blank a scanner needs."""

from __future__ import annotations

import re
import struct
import zlib

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.papers import Code
from kaocheng.writing.papers.codes import QUIET, code_png, code_svg

SQUARES = st.integers(1, 12).flatmap(
    lambda wide: st.lists(st.text("01", min_size=wide, max_size=wide), min_size=wide, max_size=wide)
)


def pixels(png: bytes) -> list[list[int]]:
    """The pixels of a black and white PNG, 1 for white."""
    wide, high = struct.unpack(">II", png[16:24])
    size = struct.unpack(">I", png[33:37])[0]
    assert png[37:41] == b"IDAT"
    data = zlib.decompress(png[41 : 41 + size])
    stride = wide // 8 + 1
    lines = [data[at * stride + 1 : (at + 1) * stride] for at in range(high)]
    return [[byte >> bit & 1 for byte in line for bit in range(7, -1, -1)] for line in lines]


@given(SQUARES)
def test_the_png_shows_the_squares(rows: list[str]) -> None:
    """Eight pixels to a square, four squares of blank on each side."""
    found = pixels(code_png(Code(tuple(rows), (), "")))
    wide = len(rows) + 2 * QUIET
    assert (wide * 8, wide * 8) == (len(found), len(found[0]))
    for row in range(wide):
        for column in range(wide):
            inside = QUIET <= row < wide - QUIET and QUIET <= column < wide - QUIET
            dark = inside and rows[row - QUIET][column - QUIET] == "1"
            assert found[row * 8 + 3][column * 8 + 5] == (0 if dark else 1)


@given(SQUARES)
def test_the_svg_shows_the_squares(rows: list[str]) -> None:
    """Every run of dark squares is drawn once, at its place."""
    drawn = re.findall(r"M(\d+) (\d+)h(\d+)v1h-", code_svg(Code(tuple(rows), (), "")))
    dark = {
        (int(x) + step - QUIET, int(y) - QUIET) for x, y, long in drawn for step in range(int(long))
    }
    wanted = {(x, y) for y, row in enumerate(rows) for x, square in enumerate(row) if square == "1"}
    assert wanted == dark
