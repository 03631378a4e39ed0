"""What a PDF holds beside its pages' text (附带内容): descriptions, bookmarks, properties."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from kaocheng.kernel.asides import Aside, hashed
from kaocheng.reading.pdf.opening import opened

_KEPT = ("Title", "Author", "Subject", "Keywords")
_DEEPEST = 60
_LONGEST = 1 << 16


def pdf_asides(path: Path) -> tuple[Aside, ...]:
    """Descriptions of figures page by page, bookmarks and properties; raises `Unreadable`."""
    document = opened(path)
    try:
        return (*_described(document), *_bookmarks(document), *_properties(document))
    finally:
        document.close()


def _described(document: pypdfium2.PdfDocument) -> Iterator[Aside]:
    number = 0
    for at in range(len(document)):
        page = document[at]
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        if tree:
            for child in range(pdfium.FPDF_StructTree_CountChildren(tree)):
                for said in _alternatives(pdfium.FPDF_StructTree_GetChildAtIndex(tree, child), 0):
                    number += 1
                    yield Aside("替代文字", f"第{number}幅图", said)
            pdfium.FPDF_StructTree_Close(tree)
        page.close()


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
