"""Workbooks (电子表格 .xlsx): one grid a worksheet, in the worksheet's own rows and columns."""

from __future__ import annotations

from pathlib import Path

from kaocheng.kernel.documents import Block, Document
from kaocheng.reading.archive import opened
from kaocheng.reading.gridding import Room
from kaocheng.reading.xlsx.layout import grid
from kaocheng.reading.xlsx.sheet import MOST_CELLS, Sheet, sheet
from kaocheng.reading.xlsx.workbook import workbook


def read_xlsx(path: Path) -> Document:
    """The workbook at `path`; raises `Unreadable`."""
    blocks: list[Block] = []
    remarks: list[str] = []
    with opened(path, str(path)) as archive:
        book, room, positions = workbook(archive), MOST_CELLS, Room(str(path))
        for part in book.parts:
            if part.member not in archive.names:
                remarks.append(f"工作表“{part.name}”的内容缺失，未读取。")
                continue
            found = sheet(archive, book, part, room)
            room = found.room
            remarks += _remarks(found, hidden=part.hidden)
            laid = grid(found, len(blocks) + 1, positions)
            blocks += [laid.grid] if laid else []
            remarks += [laid.remark] if laid and laid.remark else []
    return Document(str(path), "xlsx", tuple(blocks), remarks=tuple(remarks))


def _remarks(found: Sheet, *, hidden: bool) -> list[str]:
    remarks = [f"工作表“{found.name}”是隐藏的，也已读取。"] if hidden and found.texts else []
    if found.uncounted:
        remarks.append(
            f"工作表“{found.name}”有 {len(found.uncounted)} 个公式没有保存计算结果"
            f"（如 {found.uncounted[0]}），按空白读取；请用 Excel 或 WPS 打开、保存后再检查。"
        )
    return remarks
