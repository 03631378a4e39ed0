"""What a cell is called by the people who read its table (单元格名称): row and column in its words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from kaocheng.kernel.documents import Cell, Grid
from kaocheng.kernel.numerals import is_blank, is_dash, read_number
from kaocheng.kernel.units import MONEY, RATIO
from kaocheng.writing.labels import aside
from kaocheng.writing.safe import one_line, shortened

_SIGN = re.compile(r"[=＝≥≤≧≦<>＜＞≠]+|[大小]于(?:等于)?|等于|定性|[正反]向")
_COUNTED = (*"个件人次户家项份天日月年台套辆篇期场批分", "人次", "小时", "平方米", "公里")
_MEASURE = re.compile("|".join([*MONEY, *RATIO, *_COUNTED]))
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
_LONGEST = 40


class CellNames:
    """The names of the cells of one table; its rows are looked through once, however many ask."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid

    def label(self, at: tuple[int, int]) -> str:
        """Row and column of a cell in the words of the table: 本年支出合计 · 基本支出."""
        row, column = self._row_label(at), self._column_label(at)
        return " · ".join(part for part in (row, column) if part)

    @cached_property
    def _heads(self) -> list[int]:
        """The rows of names, with no numbers among them."""
        return [number for number, row in enumerate(self._grid.rows) if _is_head(row)]

    @cached_property
    def _merges(self) -> bool:
        return any(cell.row_span > 1 or cell.column_span > 1 for cell in self._grid.cells())

    def _row_label(self, at: tuple[int, int]) -> str:
        """The nearest name on the left; signs (≥, 定性), units and numbers name nothing."""
        row = self._grid.rows[at[0]]
        named = [c for c in range(at[1]) if _is_name(row[c].text) and row[c] is not row[at[1]]]
        # under 三级指标 stands a name, under 实际完成值 words that are a value
        best = [c for c in named if is_heading(one_line(row[c].text)) and not self._values(at, c)]
        found = row[best[-1] if best else named[0]].text if named else ""
        return shortened(one_line(found), _LONGEST)

    def _values(self, at: tuple[int, int], column: int) -> bool:
        return bool(_VALUE.search(self._column_label((at[0], column))))

    def _column_label(self, at: tuple[int, int]) -> str:
        """The words of the nearest head above a cell, from the top, each once.

        A form has several heads one below the other; the nearest counts.
        """
        rows, column = self._grid.rows, at[1]
        above = reversed(self._heads[: bisect_left(self._heads, at[0])])
        row = next((number for number in above if self._names(number, column)), None)
        words: list[str] = []
        while row is not None:
            words.append(one_line(rows[row][column].text))
            row = row - 1 if self._continues(row - 1, column) else None
        return shortened("/".join(dict.fromkeys(reversed(words))), _LONGEST)

    def _names(self, row: int, column: int) -> bool:
        """Whether a row of names has one in this column."""
        cell = self._grid.rows[row][column]
        return cell.column_span != self._grid.width and _is_name(cell.text) and not aside(cell.text)

    def _continues(self, row: int, column: int) -> bool:
        """Whether the head reaches up to this row: over the same cell or one that is wider.

        Rows that tell about the form (项目名称 …) are no part of it. Where a file merges nothing, a
        name is enough.
        """
        place = bisect_left(self._heads, row)
        if self._heads[place : place + 1] != [row] or not self._names(row, column):
            return False
        if any(_ABOUT.search(one_line(cell.text)) for cell in self._grid.rows[row]):
            return False
        upper, lower = self._grid.rows[row][column], self._grid.rows[row + 1][column]
        return upper is lower or upper.column_span > lower.column_span or not self._merges


def _is_head(row: Sequence[Cell]) -> bool:
    """Whether a row is one of names, no numbers."""
    texts = {one_line(cell.text) for cell in row if not is_blank(cell.text)}
    return len(texts) > 1 and all(is_heading(text) for text in texts)


def is_heading(text: str) -> bool:
    """Whether words may stand over a column or before a row."""
    short = len(text) <= _HEAD_LONGEST and not _SENTENCE.search(text)
    return short and _is_word(text) and not _QUANTITY.fullmatch(text)


def _is_name(text: str) -> bool:
    """Whether a cell says what something is, rather than how it compares or is measured."""
    bare = "".join(text.split())
    said = (_SIGN, _MEASURE, _QUANTITY)
    return _is_word(text) and not any(pattern.fullmatch(bare) for pattern in said)


def _is_word(text: str) -> bool:
    return not is_blank(text) and not is_dash(text) and read_number(text) is None
