"""Kinds of file (文件种类), told by their content; a file that could be read as two kinds is none."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from kaocheng.kernel.documents import Unreadable
from kaocheng.kernel.refusing import Refusal
from kaocheng.reading.archive import Archive, opened
from kaocheng.site.base.files.pictures import check_jpeg, check_png

TAIL = 2048
ZIP = b"PK\x03\x04"
ACTIVE = (b"/JavaScript", b"/Launch")
"""What makes a PDF act on its own (会自动执行的内容)."""


class Kind(StrEnum):
    """A kind of file that may be handed in (可接收的文件种类)."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    OFD = "ofd"
    DOCX = "docx"
    XLSX = "xlsx"

    @property
    def suffixes(self) -> tuple[str, ...]:
        """How the name of such a file ends (后缀)."""
        return (".jpg", ".jpeg") if self is Kind.JPEG else (f".{self.value}",)

    @property
    def media_type(self) -> str:
        """The content type it is served with."""
        return _MEDIA_TYPES[self]


_OFFICE = "application/vnd.openxmlformats-officedocument."
_MEDIA_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.PNG: "image/png",
    Kind.JPEG: "image/jpeg",
    Kind.OFD: "application/ofd",
    Kind.DOCX: f"{_OFFICE}wordprocessingml.document",
    Kind.XLSX: f"{_OFFICE}spreadsheetml.sheet",
}
ALL = frozenset(Kind)
_INSIDE = {"word/document.xml": Kind.DOCX, "xl/workbook.xml": Kind.XLSX, "OFD.xml": Kind.OFD}
_MACROS = ("vbaproject.bin", "activex")


def listed(kinds: Collection[Kind]) -> str:
    """Which kinds may be handed in, in a sentence (可以接收)."""
    return (
        f"可以接收：{'、'.join(kind.suffixes[0][1:].upper() for kind in Kind if kind in kinds)}。"
    )


def recognised(path: Path, name: str, taken: Collection[Kind] = ALL) -> Kind:
    """The kind of the file at `path`, called `name` by who sends it; raises `Refusal` naming the kinds `taken`."""
    with path.open("rb") as stream:
        kind = _by_content(stream, path, name)
    if kind is None or kind not in taken:
        remedy = f"{listed(taken)}请转换格式后再上传；压缩包请解压后逐个上传。"
        raise Refusal("file.kind", f"“{name}”不是可以接收的文件。", remedy)
    if not name.lower().endswith(kind.suffixes):
        raise Refusal(
            "file.suffix",
            f"“{name}”的后缀与内容不符：内容是 {kind.value.upper()}。",
            f"请把后缀改为 {kind.suffixes[0]} 后再上传，或者换成正确的文件。",
        )
    return kind


def _by_content(stream: BinaryIO, path: Path, name: str) -> Kind | None:
    head = stream.read(8)
    if head.startswith(b"%PDF-"):
        return _pdf(stream, name)
    if head == b"\x89PNG\r\n\x1a\n":
        check_png(stream, name)
        return Kind.PNG
    if head.startswith(b"\xff\xd8\xff"):
        check_jpeg(stream, name)
        return Kind.JPEG
    if head.startswith(ZIP):
        return _container(path, name)
    return None


def _pdf(stream: BinaryIO, name: str) -> Kind:
    size = stream.seek(0, 2)
    stream.seek(max(0, size - TAIL))
    _, mark, after = stream.read().rpartition(b"%%EOF")
    if not mark or after.strip(b"\r\n\t \x00\x1a"):
        raise Refusal(
            "file.broken", f"“{name}”不完整，或者后面附有别的内容。", "请重新导出后再上传。"
        )
    if any(_holds(stream, word) for word in ACTIVE):
        raise Refusal(
            "file.active",
            f"“{name}”里有会自动执行的内容，不能接收。",
            "请用“打印为 PDF”另存一份后再上传。",
        )
    return Kind.PDF


def _holds(stream: BinaryIO, word: bytes) -> bool:
    """Whether the bytes stand anywhere in the file; read in pieces that overlap."""
    stream.seek(0)
    kept = b""
    while piece := stream.read(1 << 20):
        if word in kept + piece:
            return True
        kept = piece[-len(word) :]
    return False


def _container(path: Path, name: str) -> Kind | None:
    try:
        with opened(path, name) as archive:
            _unpack_all(archive)
            names = archive.names
    except Unreadable as fault:
        raise Refusal(
            "file.broken", str(fault), "请检查文件能否打开，重新保存后再上传。"
        ) from fault
    if any(part in member.lower() for member in names for part in _MACROS):
        raise Refusal(
            "file.active", f"“{name}”里有宏，不能接收。", "请另存为不带宏的文件后再上传。"
        )
    kinds = {kind for member, kind in _INSIDE.items() if member in names}
    return kinds.pop() if len(kinds) == 1 else None


def _unpack_all(archive: Archive) -> None:
    """Every member through the guard of sizes, so that what would burst does so here."""
    for member in archive.names:
        if member.startswith("/") or ".." in member.split("/"):
            raise Unreadable(f"{archive.file}：压缩包内的路径不正常，已拒绝打开。")
        if not member.endswith("/"):
            with archive.stream(member) as stream:
                while stream.read():
                    pass
