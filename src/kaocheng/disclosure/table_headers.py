"""The header of a grid (表头): where the body begins, the 栏次 row, the words above each column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from kaocheng.editions.labels import squeezed
from kaocheng.kernel.documents import Cell, Grid
from kaocheng.kernel.numerals import read_number

_DEEPEST = 8
_ORDINAL = re.compile(r"(\d{1,2})(?:=.*)?$")
_COLUMN_WORDS = frozenset({"栏次", "栏", "次", "类", "款", "项", "目", "行次", "—", "**"})
_ITEM = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}，|（[一二三四五六七八九十]{1,3}）|\d{3,7}[^\d年])"
)
_TOTALS = frozenset({"合计", "总计", "收入总计", "支出总计", "…", "……", "无"})
_CODE = re.compile(r"\d{3}(?:\d{2}){0,2}$")
_NAMING = re.compile(r"^(?:栏次?|次|类|款|项|目|行次|项目)$|编码$|科目名称$")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_NAMES = re.compile(r"项目|名称|编码|科目|^[类款项目次]+$")
_NOTE = re.compile(r"(?:附?注|说明|备注)(?:\d*：|\d，)")


@dataclass(frozen=True, slots=True)
class Header:
    """Body rows are `body` up to `end`; `numbered` are the columns numbered in the 栏次 row.

    `paths` are the header words of each column from top to bottom.
    """

    body: int
    end: int
    numbered: frozenset[int] | None
    paths: tuple[tuple[str, ...], ...]


def header(grid: Grid, top: int) -> Header:
    """The header that begins at row `top`."""
    row, ordinals = _ordinal_row(grid, top)
    last = row if row is not None else _first_body(grid, top)
    body = last + 1 if row is not None else last
    words = [_own(grid, number) for number in range(top, last)]
    spread = [_spread(row) for row in words]
    paths = [_path(words, spread, column) for column in range(grid.width)]
    end = _end(grid, body)
    shift = _shift(grid, body, end, frozenset(ordinals)) if ordinals else None
    if shift is None:
        return Header(body, end, None, tuple(paths))
    numbered = frozenset(c + shift for c in ordinals if 0 <= c + shift < grid.width)
    return Header(body, end, numbered, tuple(_moved(paths, shift)))


def _end(grid: Grid, body: int) -> int:
    """The first row of notes under the body, or the height."""
    for number in range(body, grid.height):
        texts = [t for cell in grid.rows[number] if (t := squeezed(cell.text))]
        if texts and _NOTE.match(texts[0]):
            return number
    return grid.height


def _shift(grid: Grid, body: int, end: int, columns: frozenset[int]) -> int | None:
    """How far the amounts stand right of the numbers 1, 2, 3 …; ragged tabs move whole headers."""
    amounts, worded = set(), set()
    for row in grid.rows[body:end]:
        for index, cell in enumerate(row):
            if "." in cell.text and read_number(cell.text) is not None:
                amounts.add(index)
            elif _CHINESE.search(cell.text):
                worded.add(index)
    for shift in (0, 1, 2, 3, -1, -2):
        moved = {column + shift for column in columns}
        if amounts <= moved and not moved & worded:
            return shift
    return None


def _moved(paths: list[tuple[str, ...]], shift: int) -> list[tuple[str, ...]]:
    return [
        paths[index - shift] if 0 <= index - shift < len(paths) else ()
        for index in range(len(paths))
    ]


def heading(head: Header, column: int) -> tuple[str, ...]:
    """The words above an amount; words that head codes and names do not belong to it."""
    return tuple(word for word in head.paths[column] if not _NAMING.search(word))


def _ordinal_row(grid: Grid, top: int) -> tuple[int | None, dict[int, int]]:
    """The row that numbers the columns 1, 2, 3 …, if there is one."""
    for number in range(top, min(top + _DEEPEST, grid.height)):
        found: dict[int, int] = {}
        words: set[str] = set()
        for index, cell in enumerate(grid.rows[number]):
            text = squeezed(cell.text)
            if match := _ORDINAL.match(text):
                found[index] = int(match[1])
            elif text:
                words.add(text)
        counted = list(found.values()) == list(range(1, len(found) + 1))
        enough = 3 if not words else 1
        if counted and len(found) >= enough and words <= _COLUMN_WORDS:
            return number, found
    return None, {}


def _first_body(grid: Grid, top: int) -> int:
    for number in range(top, min(top + _DEEPEST, grid.height)):
        if _is_body(grid.rows[number]) or _is_lone_total(grid, top, number):
            return number
    return _after_words(grid, top)


def _after_words(grid: Grid, top: int) -> int:
    """A grid without any amount or item is all header, as far down as there are words."""
    worded = [
        number
        for number in range(top, min(top + _DEEPEST, grid.height))
        if any(cell.text.strip() for cell in grid.rows[number])
    ]
    return max(worded, default=top) + 1


def _is_body(row: tuple[Cell, ...]) -> bool:
    texts = list(dict.fromkeys(t for cell in row if (t := squeezed(cell.text))))
    if not texts:
        return False
    numbers = [text for text in texts if read_number(text) is not None]
    if any("." in text or "," in text or _CODE.match(text) for text in numbers):
        return True
    if numbers and len(numbers) < len(texts):
        return True
    return bool(_ITEM.match(texts[0]))


def _is_lone_total(grid: Grid, top: int, number: int) -> bool:
    """Whether a row has nothing but 合计 where names stand; elsewhere 合计 heads a column."""
    filled = [index for index, cell in enumerate(grid.rows[number]) if cell.text.strip()]
    words = {squeezed(grid.rows[number][index].text) for index in filled}
    if len(words) != 1 or not words <= _TOTALS:
        return False
    above = "".join(squeezed(row[filled[0]].text) for row in grid.rows[top:number])
    return filled[0] == 0 or not above or bool(_NAMES.search(above))


def _own(grid: Grid, row: int) -> list[str]:
    return [squeezed(cell.text) for cell in grid.rows[row]]


def _spread(row: list[str]) -> list[str]:
    """The nearest word at or to the left of each column."""

    def nearest(left: str, word: str) -> str:
        return word or left

    return list(accumulate(row, nearest))


def _path(words: list[list[str]], spread: list[list[str]], column: int) -> tuple[str, ...]:
    """Header words from top to bottom; a blank under a wide heading takes the word on its left."""
    path: list[str] = []
    for level, row in enumerate(words):
        text = row[column]
        if not text and any(lower[column] for lower in words[level + 1 :]):
            text = spread[level][column]
        if text and (not path or path[-1] != text):
            path.append(text)
    return tuple(path)
