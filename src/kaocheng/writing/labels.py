"""What a table and a cell are called by the people who read them (名称): title, row, column."""

from __future__ import annotations

import re

from kaocheng.kernel.documents import Block, Document, Grid, Paragraph
from kaocheng.kernel.numerals import is_blank, is_dash, read_number
from kaocheng.writing.safe import one_line, shortened

_ASIDE = re.compile(
    r"[（(]?(?:单位|金额单位|编制单位|部门|公开部门|公开\d+表|续表|注[：:])"
    r"|[-—\d\s第页年度（）()]+$"
)
_NEAR = 6
_LONGEST = 40


def table_titles(document: Document) -> dict[int, str]:
    """The title of each grid by its index among the blocks; "" where none stands near it."""
    blocks = document.blocks
    return {
        index: _within(block) or _above(blocks[max(index - _NEAR, 0) : index])
        for index, block in enumerate(blocks)
        if isinstance(block, Grid)
    }


def _above(blocks: tuple[Block, ...]) -> str:
    for block in reversed(blocks):
        if not isinstance(block, Paragraph):
            return ""
        text = one_line(block.text)
        if text and not _ASIDE.match(text):
            fits = len(text) <= _LONGEST and not text.endswith(("。", "；", "，"))
            return text if fits else ""
    return ""


def _within(grid: Grid) -> str:
    """A first row merged over the whole width is the title of its table."""
    if not grid.rows or grid.width < 2 or grid.rows[0][0].column_span < grid.width:
        return ""
    return shortened(one_line(grid.rows[0][0].text), _LONGEST)


def cell_label(grid: Grid, at: tuple[int, int]) -> str:
    """Row and column of a cell in the words of the table: 本年支出合计 · 基本支出."""
    row, column = _row_label(grid, at), _column_label(grid, at)
    return " · ".join(part for part in (row, column) if part)


def _row_label(grid: Grid, at: tuple[int, int]) -> str:
    left = [cell.text for cell in grid.rows[at[0]][: at[1]]]
    words = [one_line(text) for text in left if _is_word(text)]
    return shortened(words[-1], _LONGEST) if words else ""


def _column_label(grid: Grid, at: tuple[int, int]) -> str:
    """The words of the head of the table above a cell, from the top, each once."""
    words: list[str] = []
    for row in grid.rows[: min(at[0], head_rows(grid))]:
        cell = row[at[1]]
        text = one_line(cell.text)
        if cell.column_span < grid.width and _is_word(cell.text) and text not in words:
            words.append(text)
    return shortened("/".join(words), _LONGEST)


def head_rows(grid: Grid) -> int:
    """How many rows stand above the first row with an amount; 0 in a table without amounts."""
    for number, row in enumerate(grid.rows):
        if any(_is_amount(cell.text) for cell in row):
            return number
    return 0


def _is_amount(text: str) -> bool:
    number = read_number(text)
    return number is not None and (number.decimals > 0 or abs(number.value) >= 100)


def _is_word(text: str) -> bool:
    return not is_blank(text) and not is_dash(text) and read_number(text) is None
