"""The small words around a printed table (表头文字): unit line, office line, note."""

from __future__ import annotations

from kaocheng.kernel.papers import Sheet


def unit_line(sheet: Sheet) -> str:
    """The unit line (金额单位：元), also where only the unit is given."""
    return sheet.unit if not sheet.unit or "：" in sheet.unit else f"单位：{sheet.unit}"


def office_line(sheet: Sheet) -> str:
    """The office line (部门：…), also where only the name is given."""
    return sheet.office if not sheet.office or "：" in sheet.office else f"部门：{sheet.office}"


def note_lines(sheet: Sheet) -> list[str]:
    """The note below a table, line by line."""
    return sheet.note.split("\n") if sheet.note else []
