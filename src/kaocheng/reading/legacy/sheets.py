"""Old workbooks (旧版表格 .xls .et): values by calamine, printed as their cells say."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from kaocheng.kernel.documents import Block, Document, Unreadable
from kaocheng.reading.bounds import too_many_cells
from kaocheng.reading.compound import Compound
from kaocheng.reading.gridding import Room
from kaocheng.reading.legacy.biff import Formats, formats
from kaocheng.reading.xlsx.formats import printed
from kaocheng.reading.xlsx.layout import grid
from kaocheng.reading.xlsx.sheet import Sheet
from kaocheng.reading.xlsx.styles import GENERAL

MOST_POSITIONS = 2_000_000
SECTOR = 512
STREAMS = ("Workbook", "Book", "WORKBOOK", "BOOK")


def read_xls(path: Path) -> Document:
    """The old workbook at `path`; raises `Unreadable`."""
    file = str(path)
    data = path.read_bytes()
    found = _formats(data)
    if found.locked:
        raise Unreadable(f"{file}：文件已加密，请先解除密码再检查。")
    if sum((row + 1) * (column + 1) for row, column in found.corners.values()) > MOST_POSITIONS:
        raise too_many_cells(file, MOST_POSITIONS)
    room = Room(file)
    blocks: list[Block] = []
    for index, sheet in enumerate(_sheets(data, file)):
        laid = grid(_filled(sheet, index, found), len(blocks) + 1, room)
        blocks += [laid.grid] if laid else []
    return Document(file, "xls", tuple(blocks))


def _formats(data: bytes) -> Formats:
    container = Compound(data)
    name = next((name for name in STREAMS if name in container), "")
    return formats(container.stream(name))


def _sheets(data: bytes, file: str) -> list[CalamineSheet]:
    """The sheets; a fault inside calamine's own code arrives as a panic, which is no Exception."""
    # A last sector cut short makes calamine panic, so it is filled up.
    whole = data + bytes(-len(data) % SECTOR)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(whole))
        return [book.get_sheet_by_name(name) for name in book.sheet_names]
    except PasswordError as fault:
        raise Unreadable(f"{file}：文件已加密，请先解除密码再检查。") from fault
    except (CalamineError, OSError, ValueError) as fault:
        raise Unreadable(f"{file}：旧版表格文件已损坏，无法读取。") from fault
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":
            raise
        raise Unreadable(f"{file}：旧版表格文件已损坏，无法读取。") from fault


def _filled(sheet: CalamineSheet, index: int, found: Formats) -> Sheet:
    filled = Sheet(sheet.name)
    for row, values in enumerate(sheet.to_python(skip_empty_area=False)):
        for column, value in enumerate(values):
            code = found.codes.get((index, row, column), GENERAL)
            text = _text(value, code)
            if text:
                filled.texts[row, column] = text
    for start, end in sheet.merged_cell_ranges or []:
        filled.merged.append((*start, *end))
    return filled


def _text(value: Any, code: str) -> str:
    """A value as its cell prints it; dates are put back into serial days for their own format."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return printed(repr(value), code)
    if isinstance(value, dt.date | dt.datetime):
        return printed(str(_serial(value)), code if code != GENERAL else "yyyy/m/d")
    return str(value)


def _serial(value: dt.date | dt.datetime) -> float:
    moment = value if isinstance(value, dt.datetime) else dt.datetime(*value.timetuple()[:3])  # noqa: DTZ001 - a day in a worksheet has no time zone
    return (moment - dt.datetime(1899, 12, 30)) / dt.timedelta(days=1)  # noqa: DTZ001 - the same
