"""How much one file may hold (读取上限): what can be checked within the time a file is given."""

from __future__ import annotations

from kaocheng.kernel.documents import Document, Unreadable

MOST_CELLS = 120_000
"""Cells of all tables together, blank ones too: some fifteen thousand rows of eight columns."""
MOST_CELLS_OF_PAGES = 60_000
"""The same for a PDF, whose cells must first be put together from strokes and characters."""
MOST_CHARACTERS = 600_000
"""Characters outside of tables; a report of five hundred full pages has fewer."""
LONGEST = 100_000
"""Characters of one paragraph; patterns looked for in an endless one cost its square."""
_TEN_THOUSAND = 10_000


def too_many_cells(file: str, most: int = MOST_CELLS) -> Unreadable:
    """The sentence for a file with more cells than `most`: the limit, and what to do."""
    return Unreadable(
        f"{file}：表格合计超过 {_told(most)}格（空白格也算），一份文件至多核对这么多；"
        "请按单位或月份拆成几份文件后再检查。"
    )


def bounded(document: Document) -> Document:
    """The document itself; raises `Unreadable` where it holds more than can be checked in time."""
    if sum(grid.height * grid.width for grid in document.grids()) > MOST_CELLS:
        raise too_many_cells(document.file)
    if max((len(paragraph.text) for paragraph in document.paragraphs()), default=0) > LONGEST:
        raise Unreadable(
            f"{document.file}：有一段文字超过 {_told(LONGEST)}字，中间没有换行，不像正常文件；请分段后再检查。"
        )
    if sum(len(paragraph.text) for paragraph in document.paragraphs()) > MOST_CHARACTERS:
        raise too_long(document.file)
    return document


def too_long(file: str) -> Unreadable:
    """The sentence for a file with too much running text."""
    return Unreadable(
        f"{file}：正文超过 {_told(MOST_CHARACTERS)}字，一份文件至多核对这么多；"
        "请按章节拆成几份文件后再检查。"
    )


def _told(number: int) -> str:
    return f"{number / _TEN_THOUSAND:g} 万"
