"""The one door to documents (打开文件): what a file is decides who reads it."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

from kaocheng.kernel.documents import Document, Unreadable
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

Reader = Callable[[Path], Document]


def read(path: Path) -> Document:
    """The document at `path`, read as what its content is; raises only `Unreadable`."""
    try:
        _admit(path)
        kind = sniffed(path)
        document = _reader(kind)(path)
    except Unreadable:
        raise
    except OSError as fault:
        raise Unreadable(f"{path}：文件无法打开（{fault.strerror or '读取出错'}）。") from fault
    except (MemoryError, RecursionError) as fault:
        raise Unreadable(f"{path}：文件结构过于庞大或复杂，无法读取。") from fault
    except Exception as fault:
        # One bad file must never stop the others, whatever a reader did not foresee.
        raise Unreadable(f"{path}：文件已损坏，读取时出错（{type(fault).__name__}）。") from fault
    return _remarked(document, path, kind)


def _admit(path: Path) -> None:
    """Let only regular files of sane size pass; raises `Unreadable`."""
    try:
        status = path.lstat()
    except (OSError, ValueError) as fault:
        raise Unreadable(f"{path}：文件不存在或无法访问。") from fault
    if stat.S_ISLNK(status.st_mode):
        raise Unreadable(f"{path}：这是一个链接，请直接给出它指向的文件。")
    if stat.S_ISDIR(status.st_mode):
        raise Unreadable(f"{path}：这是一个文件夹，不是文件。")
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(f"{path}：这不是普通文件，无法读取。")
    if status.st_size == 0:
        raise Unreadable(f"{path}：文件是空的（0 字节）。")
    if status.st_size > LARGEST:
        raise Unreadable(f"{path}：文件超过 {LARGEST >> 20} MB，无法读取。")


def _reader(kind: str) -> Reader:
    module, _, function = READERS[kind].partition(":")
    return cast("Reader", getattr(import_module(module), function))


def _remarked(document: Document, path: Path, kind: str) -> Document:
    """The document with a remark when its name promises something else."""
    suffix = path.suffix.lower()
    if not suffix or suffix in SUFFIXES[kind]:
        return document
    remark = f"文件名后缀是 {suffix}，内容其实是 {kind}，已按内容读取。"
    return replace(document, remarks=(remark, *document.remarks))
