"""Small whole files of every kind that is taken, made here byte by byte."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def chunk(kind: bytes, body: bytes) -> bytes:
    """A chunk of a PNG with its length and sum."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(*more: bytes, size: tuple[int, int] = (1, 1)) -> bytes:
    """A PNG of this size, with further chunks before the picture."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, 0, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + data + chunk(b"IEND", b"")


def jpeg(size: tuple[int, int] = (1, 1), note: bytes = b"") -> bytes:
    """A JPEG of this size in outline: frame, scan, end."""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, size[1], size[0], 1) + b"\x01\x11\x00"
    comment = b"\xff\xfe" + struct.pack(">H", len(note) + 2) + note if note else b""
    scan = b"\xff\xda" + struct.pack(">HB", 8, 1) + b"\x01\x00\x00\x3f\x00" + b"\x12\x34"
    return b"\xff\xd8" + comment + frame + scan + b"\xff\xd9"


def container(members: Mapping[str, bytes]) -> bytes:
    """A zip container with these members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


WHOLE = {
    "甲.pdf": PDF,
    "甲.png": png(),
    "甲.jpg": jpeg(),
    "甲.JPEG": jpeg(),
    "甲.docx": container({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}),
    "甲.xlsx": container({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}),
    "甲.ofd": container({"OFD.xml": b"<x/>"}),
}
