"""The one door to documents (打开文件): what a file is decides who reads it."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TypeVar, cast

from kaocheng.kernel.documents import Document, Unreadable
from kaocheng.reading.bounds import bounded
from kaocheng.reading.continuing import put_together
from kaocheng.reading.disk import spoken
from kaocheng.reading.sniffing import sniffed

LARGEST = 200 << 20
READERS = {
    "pdf": "kaocheng.reading.pdf:read_pdf",
    "docx": "kaocheng.reading.docx:read_docx",
    "xlsx": "kaocheng.reading.xlsx:read_xlsx",
    "html": "kaocheng.reading.html:read_html",
    "txt": "kaocheng.reading.txt:read_txt",
    "doc": "kaocheng.reading.legacy.office:read_legacy",
    "rtf": "kaocheng.reading.legacy.office:read_legacy",
    "xls": "kaocheng.reading.legacy.sheets:read_xls",
}
"""Where each format is read; a reader is loaded only when a file needs it."""
SUFFIXES = {
    "pdf": frozenset([".pdf"]),
    "docx": frozenset([".docx", ".docm", ".dotx", ".dotm"]),
    "xlsx": frozenset([".xlsx", ".xlsm", ".xltx", ".xltm"]),
    "html": frozenset([".html", ".htm", ".shtml", ".xhtml"]),
    "txt": frozenset([".txt", ".text", ".csv", ".tsv", ".md"]),
    "doc": frozenset([".doc", ".wps", ".dot", ".wpt"]),
    "rtf": frozenset([".rtf"]),
    "xls": frozenset([".xls", ".et", ".xlt", ".ett"]),
}
"""The suffixes under which each format goes."""
_FAMILIES = {"rtf": "doc"}
"""A format whose suffixes Word and WPS give out together with those of another."""
_NAMES = {
    "pdf": ("PDF", ".pdf"),
    "docx": ("Word 文档（docx）", ".docx"),
    "xlsx": ("Excel 表格（xlsx）", ".xlsx"),
    "html": ("网页（html）", ".html"),
    "txt": ("纯文本", ".txt"),
    "doc": ("旧版 Word 或 WPS 文档（doc）", ".doc"),
    "rtf": ("RTF 文档", ".rtf"),
    "xls": ("旧版 Excel 或 WPS 表格（xls）", ".xls"),
}

Reader = Callable[[Path], Document]
T = TypeVar("T")


class Misnamed(Unreadable):
    """The suffix promises another format than the content is (文件名后缀与内容不符)."""


def read(path: Path, *, trust_content: bool = False) -> Document:
    """The document at `path`; raises only `Unreadable`.

    Where the suffix promises another format the file is refused (`Misnamed`), or with
    `trust_content` read as what its content is, with a remark.
    """
    return guarded(path, partial(_read, trust_content=trust_content))


def guarded(path: Path, work: Callable[[Path], T], largest: int = LARGEST) -> T:
    """What `work` makes of a regular file of at most `largest` bytes; raises only `Unreadable`."""
    try:
        _admit(path, largest)
        return work(path)
    except Unreadable:
        raise
    except OSError as fault:
        raise Unreadable(f"{path}：文件无法打开（{spoken(fault)}）。") from fault
    except (MemoryError, RecursionError) as fault:
        raise Unreadable(f"{path}：文件结构过于庞大或复杂，无法读取。") from fault
    except Exception as fault:
        # One bad file must never stop the others, whatever a reader did not foresee.
        raise Unreadable(f"{path}：文件已损坏，读取时出错（{type(fault).__name__}）。") from fault


def _read(path: Path, *, trust_content: bool) -> Document:
    kind = sniffed(path)
    if not trust_content and _family(kind) != (promised(path) or _family(kind)):
        raise Misnamed(_misnamed(path, kind))
    return _remarked(whole(_reader(kind)(path)), path, kind)


def whole(document: Document) -> Document:
    """What a reader gave, the parts of each table put together; raises `Unreadable` if too much."""
    return replace(bounded(document), blocks=put_together(document.blocks))


def _family(kind: str) -> str:
    return _FAMILIES.get(kind, kind)


def promised(path: Path) -> str:
    """The family of formats that the suffix of a name promises; "" for a suffix nobody knows."""
    suffix = path.suffix.lower()
    return next((_family(kind) for kind, known in SUFFIXES.items() if suffix in known), "")


def _misnamed(path: Path, kind: str) -> str:
    """What the file really seems to be, and what to do."""
    name, suffix = _NAMES[kind]
    said = f"{path}：文件名后缀是 {path.suffix}，内容其实是{_spaced(name)}"
    if kind == "txt":
        return f"{said}，文件可能已损坏；请重新下载或导出，确是文本就改名为 {suffix} 后再查。"
    return f"{said}；请改名为 {suffix} 后再查。"


def _spaced(name: str) -> str:
    """The name with the blank that stands between Chinese and Latin letters."""
    return f" {name}" if name[0].isascii() else name


def _admit(path: Path, largest: int) -> None:
    """Let only regular files of sane size pass, also through a link; raises `Unreadable`."""
    try:
        status = path.stat()
    except OSError as fault:
        what = "这是一个链接，它指向的文件无法访问" if path.is_symlink() else "文件无法访问"
        raise Unreadable(f"{path}：{what}（{spoken(fault)}）。") from fault
    except ValueError as fault:
        raise Unreadable(f"{path}：文件名里有不能用的字符。") from fault
    if stat.S_ISDIR(status.st_mode):
        raise Unreadable(f"{path}：这是一个文件夹，不是文件。")
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(f"{path}：这不是普通文件，无法读取。")
    if status.st_size == 0:
        raise Unreadable(f"{path}：文件是空的（0 字节）。")
    if status.st_size > largest:
        raise Unreadable(f"{path}：文件超过 {largest >> 20} MB，无法读取。")


def _reader(kind: str) -> Reader:
    module, _, function = READERS[kind].partition(":")
    return cast("Reader", getattr(import_module(module), function))


def _remarked(document: Document, path: Path, kind: str) -> Document:
    """The document with a remark when its name promises something else."""
    suffix = path.suffix.lower()
    if not suffix or promised(path) == _family(kind):
        return document
    remark = f"文件名后缀是 {suffix}，内容其实是{_spaced(_NAMES[kind][0])}，已按内容读取。"
    return replace(document, remarks=(remark, *document.remarks))
