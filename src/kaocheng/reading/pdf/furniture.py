"""Page numbers and running heads (页码、页眉、页脚) set aside from the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from kaocheng.reading.pdf.shapes import Line, RoughGrid, Sheet

_BAND = 0.09
_OFTEN = 3
_NUMBER = re.compile(r"[-—–－·\s]*(\d{1,4})[-—–－·\s]*")
_DASHED = re.compile(
    r"[-—–－]+\s*\d{1,4}\s*[-—–－]+|第\s*\d{1,4}\s*页.{0,12}|\d{1,4}\s*/\s*\d{1,4}"
)


def set_aside(sheets: Sequence[Sheet]) -> None:
    """Move page numbers and running heads of all pages from the items to `heads` and `feet`."""
    edges = [(sheet, line) for sheet in sheets for line in _edge_lines(sheet)]
    offsets = Counter(
        number - sheet.number for sheet, line in edges if (number := _number(line)) is not None
    )
    repeated = Counter(_key(line) for _, line in edges)
    usual = {offset for offset, count in offsets.items() if count >= min(_OFTEN, len(sheets))}
    often = max(_OFTEN, len(sheets) // 4)
    elsewhere = {
        (_words(line), sheet.height) for sheet, line in edges if repeated[_key(line)] >= often
    }
    for sheet, line in edges:
        number = _number(line)
        if (
            _DASHED.fullmatch(line.text)
            or (number is not None and number - sheet.number in usual)
            or (number is None and repeated[_key(line)] >= often)
            or (number is None and _on_turned_page(sheet, line, elsewhere))
        ):
            _move(sheet, line)


def _on_turned_page(
    sheet: Sheet, line: Line, heads: Collection[tuple[tuple[str, int], float]]
) -> bool:
    """Whether it is the running head of the upright pages on a page of another height (横排页)."""
    heights = {height for words, height in heads if words == _words(line)}
    return bool(heights) and sheet.height not in heights


def _edge_lines(sheet: Sheet) -> list[Line]:
    """Free lines at the very top or bottom with no table beyond them."""
    inner = [item.box for item in sheet.items if isinstance(item, RoughGrid)]
    top = min([_BAND * sheet.height, *(box.top for box in inner)])
    bottom = max([(1 - _BAND) * sheet.height, *(box.bottom for box in inner)])
    return [line for line in sheet.lines() if line.middle < top or line.middle > bottom]


def _number(line: Line) -> int | None:
    match = _NUMBER.fullmatch(line.text)
    return int(match[1]) if match else None


def _key(line: Line) -> tuple[str, int, int]:
    """What repeats from page to page: the text without its digits, at the same height."""
    words, size = _words(line)
    return words, round(line.box.top / 4), size


def _words(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.size)


def _move(sheet: Sheet, line: Line) -> None:
    sheet.items = [item for item in sheet.items if item is not line]
    (sheet.heads if line.middle < sheet.height / 2 else sheet.feet).append(line)
