"""The reader of PDF files (读取PDF): page by page to sheets, then to one document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from kaocheng.kernel.documents import Document, Unreadable
from kaocheng.reading.bounds import MOST_CELLS_OF_PAGES
from kaocheng.reading.gridding import Room
from kaocheng.reading.pdf.aligned import with_grids
from kaocheng.reading.pdf.building import Builder
from kaocheng.reading.pdf.flowing import layout
from kaocheng.reading.pdf.furniture import set_aside
from kaocheng.reading.pdf.glyphs import Handle
from kaocheng.reading.pdf.joining import joined
from kaocheng.reading.pdf.opening import opened
from kaocheng.reading.pdf.shapes import RoughGrid, Sheet
from kaocheng.reading.pdf.sheets import broken, sheet

_LISTED = 12


def read_pdf(path: Path) -> Document:
    """Read the text layer of a PDF; raises `Unreadable` with a sentence for the user.

    Empty, foreign, torn, encrypted and scanned files are unreadable; where only some pages have
    no text the rest is read and `remarks` says which pages were not.
    """
    document = opened(path)
    try:
        sheets = list(sheets_of(document, room=Room(str(path), MOST_CELLS_OF_PAGES)))
    finally:
        document.close()
    return laid_out(path, sheets)


def laid_out(path: Path, sheets: list[Sheet]) -> Document:
    """The document of the pages read; raises `Unreadable` where none of them could be."""
    remarks = _remarks(sheets, path.name)
    set_aside(sheets)
    for one in sheets:
        one.items = with_grids(one.items)
    items = joined(sheets)
    view = layout(items, {one.number: one.width for one in sheets})
    blocks = Builder(str(path), view).take(items, sheets)
    return Document(str(path), "pdf", blocks, pages=len(sheets), remarks=remarks)


def sheets_of(
    document: pypdfium2.PdfDocument,
    look: Callable[[Handle], None] | None = None,
    room: Room | None = None,
) -> Iterator[Sheet]:
    """Each page read and closed before the next, so that memory stays that of one page.

    `look` is shown each page while it is open. Raises `Unreadable` where `room` has none left.
    """
    for index in range(len(document)):
        page = pdfium.FPDF_LoadPage(document.raw, index)
        if not page:
            yield broken(index + 1)
            continue
        try:
            made = sheet(page, index + 1)
            if room:
                room.take(sum(len(i.cells) for i in made.items if isinstance(i, RoughGrid)))
            yield made
            if look:
                look(page)
        finally:
            pdfium.FPDF_ClosePage(page)


def _remarks(sheets: Sequence[Sheet], name: str) -> tuple[str, ...]:
    """Sentences about pages not read or not shown whole; raises `Unreadable` where that is all of them."""
    torn = [one.number for one in sheets if one.broken]
    blank = [one.number for one in sheets if not one.broken and not one.glyphs and not one.turned]
    if len(torn) + len(blank) == len(sheets):
        raise Unreadable(_nothing(name, len(sheets), all_torn=not blank))
    remarks = []
    if torn:
        remarks.append(f"“{name}”{_pages(torn)}已损坏，没有读取；请重新导出后再查。")
    if blank:
        remarks.append(
            f"“{name}”{_pages(blank)}没有文字层（可能是扫描图片或空白页），没有核对；"
            "如有内容，请先做文字识别（OCR）再查。"
        )
    if swapped := [one.number for one in sheets if one.swapped]:
        remarks.append(
            f"“{name}”{_pages(swapped)}的宽和高写反了，打开时有些内容显示不出；"
            "已按内容读取，公开前请重新导出。"
        )
    return tuple(remarks)


def _nothing(name: str, pages: int, *, all_torn: bool) -> str:
    if all_torn:
        return f"“{name}”全部 {pages} 页都已损坏，读不出内容；请重新下载或导出后再查。"
    return (
        f"“{name}”全部 {pages} 页都没有文字层，像是扫描件；"
        "请用原始文件导出 PDF，或先做文字识别（OCR）再查。"
    )


def _pages(numbers: Sequence[int]) -> str:
    listed = "、".join(str(number) for number in numbers[:_LISTED])
    more = f"等 {len(numbers)} 页" if len(numbers) > _LISTED else "页"
    return f"第 {listed} {more}"
