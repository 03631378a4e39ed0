"""What a table and a cell are called by the people who read them (名称): title, row, column."""

from __future__ import annotations

import re

from kaocheng.kernel.documents import Block, Document, Grid, Paragraph
from kaocheng.kernel.numerals import is_blank, is_dash, read_number
from kaocheng.kernel.units import MONEY, RATIO
from kaocheng.writing.safe import one_line, shortened

_ASIDE = re.compile(
    r"[（(]?(?:(?:编制|金额|公开|填报|填表|预算|主管)?(?:单位|部门)(?:名称)?\s*[：:]"
    r"|金额单位|公开\d+表|续表|注[：:])"
    r"|[-—\d\s第页年度（）()]+$"
)
_SIGN = re.compile(r"[=＝≥≤≧≦<>＜＞≠]+|[大小]于(?:等于)?|等于|定性|[正反]向")
_MEASURE = re.compile(
    "|".join(
        [
            *MONEY,
            *RATIO,
            *"个件人次户家项份天日月年台套辆篇期场批分",
            "人次",
            "小时",
            "平方米",
            "公里",
        ]
    )
)
_QUANTITY = re.compile(r"[=＝≥≤<>＞＜约超]*-?\d[\d.,，]*\s*(?!年)\D{0,5}")
_VALUE = re.compile(
    r"值|得分|分数|评分|完成|标准|说明|原因|情况|权重|性质|行次|编码|金额|[预决算]数"
)
_ABOUT = re.compile(
    r"(?:项目|单位|部门|主管|实施|填报|预算)[^：:]{0,6}(?:名称|单位|部门|及代码|编码)[：:]?$"
    r"|负责人|联系"
)
_HEAD_LONGEST = 30
_SENTENCE = re.compile(r"[。；，]")
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
    text = one_line(grid.rows[0][0].text)
    return "" if _ASIDE.match(text) else shortened(text, _LONGEST)


def cell_label(grid: Grid, at: tuple[int, int]) -> str:
    """Row and column of a cell in the words of the table: 本年支出合计 · 基本支出."""
    row, column = _row_label(grid, at), _column_label(grid, at)
    return " · ".join(part for part in (row, column) if part)


def _row_label(grid: Grid, at: tuple[int, int]) -> str:
    """The nearest name on the left; signs (≥, 定性), units and numbers name nothing."""
    row = grid.rows[at[0]]
    named = [c for c in range(at[1]) if _is_name(row[c].text) and row[c] is not row[at[1]]]
    # under 三级指标 stands a name, under 实际完成值 words that are a value
    best = [
        c for c in named if _is_heading(one_line(row[c].text)) and not _is_value(grid, at[0], c)
    ]
    return shortened(one_line(row[best[-1] if best else named[0]].text), _LONGEST) if named else ""


def _is_value(grid: Grid, row: int, column: int) -> bool:
    return bool(_VALUE.search(_column_label(grid, (row, column))))


def _column_label(grid: Grid, at: tuple[int, int]) -> str:
    """The words of the nearest head above a cell, from the top, each once.

    A form has several heads one below the other; the nearest counts.
    """
    rows, column = grid.rows, at[1]
    row = next((r for r in range(at[0] - 1, -1, -1) if _heads(grid, r, column)), None)
    words: list[str] = []
    while row is not None:
        words.append(one_line(rows[row][column].text))
        row = row - 1 if _continues(grid, row - 1, column) else None
    return shortened("/".join(dict.fromkeys(reversed(words))), _LONGEST)


def _heads(grid: Grid, row: int, column: int) -> bool:
    """Whether a row is one of names, no numbers, and has a name in this column."""
    cell, cells = grid.rows[row][column], grid.rows[row]
    if cell.column_span == grid.width or not _is_name(cell.text) or _ASIDE.match(cell.text.strip()):
        return False
    texts = {one_line(other.text) for other in cells if not is_blank(other.text)}
    return len(texts) > 1 and all(_is_heading(text) for text in texts)


def _continues(grid: Grid, row: int, column: int) -> bool:
    """Whether the head reaches up to this row: over the same cell or one that is wider.

    Rows that tell about the form (项目名称 …) are no part of it. Where a file merges nothing, a
    name is enough.
    """
    if row < 0 or not _heads(grid, row, column):
        return False
    if any(_ABOUT.search(one_line(cell.text)) for cell in grid.rows[row]):
        return False
    upper, lower = grid.rows[row][column], grid.rows[row + 1][column]
    merges = any(cell.row_span > 1 or cell.column_span > 1 for cell in grid.cells())
    return upper is lower or upper.column_span > lower.column_span or not merges


def _is_heading(text: str) -> bool:
    short = len(text) <= _HEAD_LONGEST and not _SENTENCE.search(text)
    return short and _is_word(text) and not _QUANTITY.fullmatch(text)


def _is_name(text: str) -> bool:
    """Whether a cell says what something is, rather than how it compares or is measured."""
    bare = "".join(text.split())
    said = (_SIGN, _MEASURE, _QUANTITY)
    return _is_word(text) and not any(pattern.fullmatch(bare) for pattern in said)


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
