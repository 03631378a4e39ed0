"""Pictures (图片): their structure from first to last byte, and a size that will not burst a reader."""

from __future__ import annotations

import struct
import zlib
from typing import BinaryIO

from kaocheng.kernel.refusing import Refusal

MOST_PIXELS = 120_000_000
"""A sheet of A3 at 600 dots an inch is 70 million."""
FOREIGN = (b"PK\x05\x06", b"PK\x03\x04", b"<script", b"<html", b"<svg", b"<?php", b"%PDF-")
"""Beginnings of other kinds, looked for where a picture has room for what is not picture."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset(range(0xD0, 0xD9)) | {0x01}


def check_png(stream: BinaryIO, name: str) -> None:
    """A PNG (after its signature): chunks with right sums, header first, nothing after the end."""
    first = True
    while True:
        head = stream.read(8)
        if len(head) < 8:
            raise _broken(name)
        length, kind = struct.unpack(">I4s", head)
        if first != (kind == b"IHDR") or length > 1 << 30:
            raise _broken(name)
        body = _chunk(stream, length, kind, name)
        if first:
            width, height = struct.unpack(">II", body[:8].ljust(8, b"\0"))
            _check_pixels(width, height, name)
        if kind in {b"tEXt", b"zTXt", b"iTXt", b"eXIf"}:
            _check_foreign(body, name)
        first = False
        if kind == b"IEND":
            break
    if stream.read(1):
        raise _appended(name)


def _chunk(stream: BinaryIO, length: int, kind: bytes, name: str) -> bytes:
    body = stream.read(length)
    check = stream.read(4)
    if len(body) < length or struct.pack(">I", zlib.crc32(kind + body)) != check:
        raise _broken(name)
    return body


def check_jpeg(stream: BinaryIO, name: str) -> None:
    """A JPEG: its segments up to the picture, an end mark, and no other kind of file behind it."""
    stream.seek(2)
    framed = False
    while (marker := _marker(stream, name)) != 0xDA:
        if marker in _BARE:
            continue
        segment = _segment(stream, name)
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", segment[1:5].ljust(4, b"\0"))
            _check_pixels(width, height, name)
            framed = True
        elif marker >= 0xE0:
            _check_foreign(segment, name)
    rest = stream.read()
    end = rest.rfind(b"\xff\xd9")
    if not framed or end < 0:
        raise _broken(name)
    _check_foreign(rest[end:], name)
    if rest.rfind(b"PK\x05\x06") >= 0 and b"PK\x01\x02" in rest:
        raise _appended(name)


def _marker(stream: BinaryIO, name: str) -> int:
    if stream.read(1) != b"\xff":
        raise _broken(name)
    while (code := stream.read(1)) == b"\xff":
        pass
    if not code:
        raise _broken(name)
    return code[0]


def _segment(stream: BinaryIO, name: str) -> bytes:
    length = int.from_bytes(stream.read(2), "big")
    body = stream.read(max(length - 2, 0))
    if length < 2 or len(body) < length - 2:
        raise _broken(name)
    return body


def _check_pixels(width: int, height: int, name: str) -> None:
    if width * height > MOST_PIXELS:
        raise Refusal(
            "file.pixels",
            f"“{name}”尺寸过大（{width}×{height}）。",
            "请缩小到 A3、600 dpi 以内再上传。",
        )
    if not width or not height:
        raise _broken(name)


def _check_foreign(part: bytes, name: str) -> None:
    lowered = part.lower()
    if any(mark.lower() in lowered for mark in FOREIGN):
        raise _appended(name)


def _broken(name: str) -> Refusal:
    return Refusal("file.broken", f"“{name}”不完整或已损坏。", "请重新拍照或扫描后再上传。")


def _appended(name: str) -> Refusal:
    return Refusal("file.polyglot", f"“{name}”里夹带了别的内容。", "请重新拍照或扫描后再上传。")
