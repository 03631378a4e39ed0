"""What a PDF holds beside its pages' text (附带内容): descriptions, bookmarks, properties."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from kaocheng.kernel.asides import Aside, hashed
from kaocheng.kernel.documents import Document
from kaocheng.reading.pdf.opening import opened
from kaocheng.reading.pdf.reader import laid_out, sheets_of

_KEPT = ("Title", "Author", "Subject", "Keywords")
_DEEPEST = 60
_LONGEST = 1 << 16


def pdf_asides(path: Path) -> tuple[Aside, ...]:
    """Descriptions of figures page by page, bookmarks and properties; raises `Unreadable`."""
    document = opened(path)
    try:
        return (*_described(_pages(document)), *_bookmarks(document), *_properties(document))
    finally:
        document.close()


def pdf_and_asides(path: Path) -> tuple[Document, tuple[Aside, ...]]:
    """A PDF as read and what it holds beside, each page opened once; raises `Unreadable`."""
    document = opened(path)
    said: list[str] = []
    try:
        sheets = list(sheets_of(document, lambda page: said.extend(_on(page))))
        found = (*_described(said), *_bookmarks(document), *_properties(document))
    finally:
        document.close()
    return laid_out(path, sheets), found


def _pages(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for at in range(len(document)):
        page = document[at]
        yield from _on(page)
        page.close()


def _described(said: Iterable[str]) -> Iterator[Aside]:
    for number, text in enumerate(said, start=1):
        yield Aside("替代文字", f"第{number}幅图", text)


def _on(page: Any) -> Iterator[str]:
    """The descriptions on one open page."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if tree:
        for child in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            yield from _alternatives(pdfium.FPDF_StructTree_GetChildAtIndex(tree, child), 0)
        pdfium.FPDF_StructTree_Close(tree)


def _alternatives(element: Any, depth: int) -> Iterator[str]:
    if not element or depth > _DEEPEST:
        return
    if _word(pdfium.FPDF_StructElement_GetType, element) == "Table":
        return  # the cells of tables are many, and none is a picture
    if said := _word(pdfium.FPDF_StructElement_GetAltText, element):
        yield said
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        yield from _alternatives(pdfium.FPDF_StructElement_GetChildAtIndex(element, at), depth + 1)


def _word(asked: Callable[..., int], element: Any) -> str:
    """What pdfium answers in UTF-16, first asked how long it is."""
    size = asked(element, None, 0)
    if not 2 < size <= _LONGEST:
        return ""
    held = ctypes.create_string_buffer(size)
    asked(element, held, size)
    return held.raw[: size - 2].decode("utf-16-le", errors="replace")


def _bookmarks(document: pypdfium2.PdfDocument) -> Iterator[Aside]:
    titles = [f"{one.level} {one.get_title()}" for one in document.get_toc()]
    yield Aside("书签", "全文", hashed(titles))


def _properties(document: pypdfium2.PdfDocument) -> Iterator[Aside]:
    told = document.get_metadata_dict()
    yield from (Aside("文档属性", name, told[name]) for name in _KEPT if told.get(name))
