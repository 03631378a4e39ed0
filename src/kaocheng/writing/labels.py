"""What a table is called by the people who read it (名称), and how deep its head is."""

from __future__ import annotations

import re

from kaocheng.kernel.documents import Block, Document, Grid, Paragraph
from kaocheng.kernel.numerals import read_number
from kaocheng.writing.safe import one_line, shortened

_ASIDE = re.compile(
    r"[（(]?(?:(?:编制|金额|公开|填报|填表|预算|主管)?(?:单位|部门)(?:名称)?\s*[：:]"
    r"|金额单位|公开\d+表|续表|注[：:])"
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


def aside(text: str) -> bool:
    """Whether words are told beside a table (编制单位, 金额单位), and name neither it nor a part of it."""
    return bool(_ASIDE.match(text.strip()))


def _above(blocks: tuple[Block, ...]) -> str:
    for block in reversed(blocks):
        if not isinstance(block, Paragraph):
            return ""
        text = one_line(block.text)
        if text and not aside(text):
            fits = len(text) <= _LONGEST and not text.endswith(("。", "；", "，"))
            return text if fits else ""
    return ""


def _within(grid: Grid) -> str:
    """A first row merged over the whole width is the title of its table."""
    if not grid.rows or grid.width < 2 or grid.rows[0][0].column_span < grid.width:
        return ""
    text = one_line(grid.rows[0][0].text)
    return "" if aside(text) else shortened(text, _LONGEST)


def head_rows(grid: Grid) -> int:
    """How many rows stand above the first row with an amount; 0 in a table without amounts."""
    for number, row in enumerate(grid.rows):
        if any(_is_amount(cell.text) for cell in row):
            return number
    return 0


def _is_amount(text: str) -> bool:
    number = read_number(text)
    return number is not None and (number.decimals > 0 or abs(number.value) >= 100)
