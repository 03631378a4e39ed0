"""What a file is (文件格式), told by its content and never by its name."""

from __future__ import annotations

import re
from pathlib import Path

from kaocheng.kernel.documents import Unreadable
from kaocheng.reading.archive import opened
from kaocheng.reading.compound import MAGIC, Compound
from kaocheng.reading.txt.encoding import wide

HEAD = 4096
FOREIGN = (
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"II*\0", "图片"),
    (b"MM\0*", "图片"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"BZh", "压缩包"),
    (b"\xfd7zXZ", "压缩包"),
    (b"MZ", "程序"),
    (b"\x7fELF", "程序"),
)
MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|table|div|meta|p|h[1-6]|title|center)[\s>/]", re.IGNORECASE
)
OFFICE_XML = re.compile(r"<(?:pkg:package|w:wordDocument|(?:ss:)?Workbook)\b")
INSIDE = (
    ("word/", "docx"),
    ("xl/workbook.xml", "xlsx"),
)
REFUSED_INSIDE = (
    ("ppt/", "这是演示文稿（PPT），不是可检查的文档。"),
    ("OFD.xml", "这是 OFD 版式文件，请另存为 PDF 后再检查。"),
    ("xl/workbook.bin", "这是二进制表格（.xlsb），请另存为 .xlsx 后再检查。"),
    ("content.xml", "这是 OpenDocument 文件，请另存为 .docx 或 .xlsx 后再检查。"),
)


def sniffed(path: Path) -> str:
    """The format of a file: pdf docx xlsx doc xls rtf html txt; raises `Unreadable` for others."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if head.startswith(MAGIC):
        return _compound(path)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    return _text(path, head)


def _zipped(path: Path) -> str:
    with opened(path, str(path)) as archive:
        names = archive.names
    for start, kind in INSIDE:
        if any(name.startswith(start) for name in names):
            return kind
    for start, sentence in REFUSED_INSIDE:
        if any(name.startswith(start) for name in names):
            raise Unreadable(f"{path}：{sentence}")
    raise Unreadable(f"{path}：这是压缩包，请解压后再检查其中的文档。")


def _compound(path: Path) -> str:
    container = Compound(path.read_bytes())
    if "EncryptedPackage" in container or "EncryptionInfo" in container:
        raise Unreadable(f"{path}：文件已加密，请先解除密码再检查。")
    if any(name in container for name in ("Workbook", "Book", "WORKBOOK", "BOOK")):
        return "xls"
    if "WordDocument" in container:
        return "doc"
    if "PowerPoint Document" in container:
        raise Unreadable(f"{path}：这是演示文稿（PPT），不是可检查的文档。")
    raise Unreadable(f"{path}：旧版 Office 文件已损坏，或者不是文档和表格。")


def _text(path: Path, head: bytes) -> str:
    for magic, what in FOREIGN:
        if head.startswith(magic) and (len(magic) > 2 or b"\0" in head):
            raise Unreadable(f"{path}：这是{what}，不是可检查的文档。")
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else wide(head)
    if b"\0" in head and not encoding:
        raise Unreadable(f"{path}：无法识别的文件格式，或者文件已损坏。")
    text = head.decode(encoding or "latin-1", errors="replace").lstrip("ï»¿\ufeff \t\r\n")
    if OFFICE_XML.search(text):
        raise Unreadable(f"{path}：这是 Office 的 XML 文件，请另存为 .docx 或 .xlsx 后再检查。")
    if re.match(r"MIME-Version:", text, re.IGNORECASE):
        raise Unreadable(f"{path}：这是单个文件网页（MHT），请另存为 .docx 或 .html 后再检查。")
    return "html" if text.startswith("<") and MARKUP.search(text) else "txt"
