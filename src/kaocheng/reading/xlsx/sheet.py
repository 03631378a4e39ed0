"""The cells of a worksheet (工作表): streamed from its member, values as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kaocheng.kernel.documents import Unreadable
from kaocheng.reading.archive import Archive
from kaocheng.reading.bounds import too_many_cells
from kaocheng.reading.markup import Element, local, streamed, whole
from kaocheng.reading.xlsx.dates import dated
from kaocheng.reading.xlsx.formats import printed
from kaocheng.reading.xlsx.styles import GENERAL
from kaocheng.reading.xlsx.workbook import Part, Workbook, joined

MOST_CELLS = 300_000
"""Of a whole workbook, cells with nothing but a format too; bounds says what is checked of them."""
_DAY = "yyyy-mm-dd"
REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

Position = tuple[int, int]
Area = tuple[int, int, int, int]


@dataclass(slots=True)
class Sheet:
    """What stands on a worksheet: texts by 0-based row and column, merged areas, what is amiss."""

    name: str
    texts: dict[Position, str] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    uncounted: list[str] = field(default_factory=list)
    """Cells whose formula has no stored result, such as B5."""
    room: int = 0
    """How many more cells the workbook may have after this sheet."""


@dataclass(slots=True)
class _Walk:
    """Where the reading of a worksheet stands."""

    book: Workbook
    sheet: Sheet
    row: int = 0
    column: int = 0
    zeros: bool = True
    room: int = MOST_CELLS
    stored: bool = False
    most: int = MOST_CELLS


def sheet(
    archive: Archive,
    book: Workbook,
    part: Part,
    room: int = MOST_CELLS,
    *,
    stored: bool = False,
    most: int = MOST_CELLS,
) -> Sheet:
    """The cells of one worksheet, at most the `room` left of `most`; raises `Unreadable`.

    `stored` gives numbers as they are kept, not as their format prints them, and days as 2023-05-06.
    """
    walk = _Walk(book, Sheet(part.name), room=room, stored=stored, most=most)
    for element in streamed(archive, part.member, ("c", "row", "mergeCell", "sheetView")):
        name = local(element)
        if name == "c":
            _cell(walk, element, archive.file)
        elif name == "row":
            walk.row = whole(element.get("r"), walk.row + 1)
            walk.column = 0
        elif name == "mergeCell":
            _merge(walk, element, archive.file)
        elif element.get("showZeros") in ("0", "false"):
            walk.zeros = False
    walk.sheet.room = walk.room
    return walk.sheet


def position(reference: str | None) -> Position | None:
    """The 0-based row and column of a reference such as B5, None when it names no cell."""
    match = REFERENCE.fullmatch(reference or "")
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    row = int(match[2])
    return (row - 1, column - 1) if 1 <= row <= LAST_ROW and column <= LAST_COLUMN else None


def letters(column: int) -> str:
    """The letters of a 0-based column: 27 is AB."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def _cell(walk: _Walk, element: Element, file: str) -> None:
    walk.room -= 1
    if walk.room < 0:
        raise too_many_cells(file, walk.most)
    at = position(element.get("r"))
    if at is None:
        at = _next(walk, element)
    walk.column = at[1] + 1
    kind, stored, formula = element.get("t", "n"), None, False
    for inner in element:
        name = local(inner)
        if name == "v":
            stored = inner.text
        elif name == "f":
            formula = True
        elif name == "is":
            stored = joined(inner)
    if formula and not stored and kind != "str":
        walk.sheet.uncounted.append(f"{letters(at[1])}{at[0] + 1}")
    if stored:
        text = _text(walk, kind, stored, whole(element.get("s"), 0))
        if text:
            walk.sheet.texts[at] = text


def _next(walk: _Walk, element: Element) -> Position:
    """Where a cell without a reference stands: after the one before it in its row."""
    row = whole(element.getparent().get("r"), walk.row + 1) - 1
    return min(max(row, 0), LAST_ROW - 1), min(walk.column, LAST_COLUMN - 1)


def _text(walk: _Walk, kind: str, stored: str, style: int) -> str:
    if kind == "s":
        index = whole(stored, -1)
        return walk.book.texts[index] if 0 <= index < len(walk.book.texts) else ""
    if kind == "b":
        return "TRUE" if stored.strip() == "1" else "FALSE"
    if kind != "n":
        return stored
    codes = walk.book.codes
    code = codes[style] if 0 <= style < len(codes) else GENERAL
    if walk.stored:
        kept = _DAY if dated(code) else GENERAL
        return printed(stored.strip(), kept, since_1904=walk.book.since_1904)
    text = printed(stored.strip(), code, since_1904=walk.book.since_1904)
    return "" if not walk.zeros and not stored.strip("-+0.Ee ") else text


def _merge(walk: _Walk, element: Element, file: str) -> None:
    first, _, last = element.get("ref", "").partition(":")
    start, end = position(first), position(last)
    if start and end and start <= end and start[1] <= end[1]:
        walk.sheet.merged.append((*start, *end))
    if len(walk.sheet.merged) > MOST_CELLS // 3:
        raise Unreadable(f"{file}：工作表“{walk.sheet.name}”合并单元格过多，无法读取。")
