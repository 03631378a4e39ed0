"""Registers as workbooks (登记表文件): heads that stay, drop-downs, formats, and a sheet that explains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook as Book
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from kaocheng.kernel.registers import Column, Register
from kaocheng.kernel.registers.showing import shown
from kaocheng.writing.safe import width

EXPLAINED, LISTED = "说明", "选项"
ADVICE = (
    "金额以元为单位，最多两位小数。填好后用 kaocheng check-year 核对，全部改好再 kaocheng import。"
)
"""What to do with a register of a year."""
_DEEPEST = 20_000
"""Rows that have drop-downs; more rows may be filled in all the same."""
_FONT = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
_STYLES: Mapping[str, Mapping[str, object]] = {
    "needed": {"bold": True, "align": "center", "bg_color": "#C6D9F1", "border": 1},
    "free": {"align": "center", "bg_color": "#EEECE1", "border": 1},
    "lead": {"locked": True},
    "text": {"num_format": "@", "locked": False},
    "amount": {"num_format": "#,##0.00;[Red]-#,##0.00", "locked": False},
    "count": {"num_format": "0", "locked": False},
    "date": {"num_format": "yyyy-mm-dd", "locked": False, "align": "center"},
    "decimal": {"num_format": "General", "locked": False},
    "open": {"locked": False},
    "head": {"bold": True, "border": 1, "align": "center", "bg_color": "#DCE6F1"},
    "cell": {"border": 1, "text_wrap": True},
    "plain": {"text_wrap": True},
}
_ALLOWED = {
    "format_cells": True, "format_columns": True, "format_rows": True, "insert_rows": True,
    "delete_rows": True, "sort": True, "autofilter": True,
}  # fmt: skip
_WORDS = {
    "text": "文字", "number": "编号", "amount": "金额（元，两位小数）", "count": "整数",
    "date": "日期，如 2023-05-06", "flag": "是 / 否", "choice": "从下拉选项中选",
    "function": "功能科目代码", "economic": "经济科目代码", "economics": "经济科目代码，几个之间用顿号",
    "decimal": "数字",
}  # fmt: skip
_NOTHING: tuple[object, ...] = (None, "", ())
_HINT = 255
_SPARE, _A4 = 40, 9
"""Columns beside the register that may be written into; a row takes as long as its columns are wide."""


def write_register(
    path: Path,
    register: Register,
    rows: Iterable[Sequence[Any]] = (),
    lists: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """A workbook to fill in, with the rows there already are.

    `lists` gives the drop-downs of columns by kind (function, economic). Values stand in the order
    of the columns; an amount is in 分.
    """
    write_registers(path, [(register, rows)], lists or {})


def write_registers(
    path: Path,
    registers: Sequence[tuple[Register, Iterable[Sequence[Any]]]],
    lists: Mapping[str, Sequence[str]],
    advice: str = ADVICE,
) -> None:
    """Several registers in one workbook, a worksheet each; `advice` says what to do with it."""
    settings = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = Book(str(path), settings)
    styles = {name: book.add_format({**_FONT, **style}) for name, style in _STYLES.items()}
    sheets = [book.add_worksheet(register.name) for register, _ in registers]
    _explain(book.add_worksheet(EXPLAINED), [register for register, _ in registers], styles, advice)
    columns = [column for register, _ in registers for column in register.columns]
    places = _list(book, columns, lists, styles)
    for sheet, (register, rows) in zip(sheets, registers, strict=True):
        _head(sheet, register, styles, places)
        _fill(sheet, register, rows, styles)
    book.close()


def _fill(
    sheet: Worksheet,
    register: Register,
    rows: Iterable[Sequence[Any]],
    styles: Mapping[str, Format],
) -> None:
    for number, values in enumerate(rows, 1):
        for at, (column, value) in enumerate(zip(register.columns, values, strict=True)):
            if value not in _NOTHING:
                _write(sheet, (number, at), column, value, styles[_style(column)])


def _head(
    sheet: Worksheet,
    register: Register,
    styles: Mapping[str, Format],
    places: Mapping[Column, str],
) -> None:
    sheet.set_column(0, len(register.columns) + _SPARE, None, styles["open"])
    for at, column in enumerate(register.columns):
        sheet.set_column(at, at, _width(column), styles[_style(column)])
        sheet.write_string(0, at, column.title, styles["needed" if column.required else "free"])
        sheet.data_validation(1, at, _DEEPEST, at, _validation(column, places.get(column)))
    sheet.set_row(0, 24, styles["lead"])
    sheet.freeze_panes(1, 1)
    sheet.protect("", _ALLOWED)
    _paper(sheet)
    sheet.repeat_rows(0)


def _paper(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _validation(column: Column, place: str | None) -> dict[str, object]:
    """What the cell says when it is entered, and its drop-down; the reading judges, not the sheet."""
    hint = "".join(
        (
            "必填。" if column.required else "没有可留空。",
            f"{column.about}。" if column.about else f"{_WORDS[column.kind]}。",
            f"例：{column.example}" if column.example else "",
        )
    )
    told = {"input_title": column.title[:32], "input_message": hint[:_HINT], "ignore_blank": True}
    if place:
        warned = {"error_type": "stop" if column.choices else "information"}
        said = {
            "error_title": column.title[:32],
            "error_message": "请从下拉选项中选，或核对后再写。",
        }
        return {"validate": "list", "source": place, **told, **warned, **said}
    if column.kind == "flag":
        return {"validate": "list", "source": ["是", "否"], **told}
    return {"validate": "any", **told}


def _list(
    book: Book,
    columns: Iterable[Column],
    lists: Mapping[str, Sequence[str]],
    styles: Mapping[str, Format],
) -> dict[Column, str]:
    """The sheet of what the drop-downs offer, and where each column's stand on it."""
    offered = {c: c.choices or tuple(lists.get(c.kind, ())) for c in columns}
    wanted = {column: texts for column, texts in offered.items() if texts}
    if not wanted:
        return {}
    sheet = book.add_worksheet(LISTED)
    places = {}
    for at, (column, texts) in enumerate(wanted.items()):
        sheet.set_column(at, at, max(_width(column), 34), styles["text"])
        sheet.write_string(0, at, column.head, styles["head"])
        for row, text in enumerate(texts, 1):
            sheet.write_string(row, at, text, styles["text"])
        letter = xl_col_to_name(at)
        places[column] = f"={LISTED}!${letter}$2:${letter}${len(texts) + 1}"
    sheet.protect()
    return places


def _explain(
    sheet: Worksheet, registers: Sequence[Register], styles: Mapping[str, Format], advice: str
) -> None:
    for at, wide in enumerate((18, 8, 26, 50, 30, 50)):
        sheet.set_column(at, at, wide)
    _paper(sheet)
    top = 0
    for register in registers:
        lines = (
            f"《{register.name}》：{register.about}",
            "深色表头的栏必填，浅色的没有可以留空。不要改表头、合并单元格或写合计行；可以加“备注”栏。",
            advice,
        )
        for row, text in enumerate(lines, top):
            sheet.merge_range(row, 0, row, 5, text, styles["plain"])
        top = _explain_columns(sheet, register, top + len(lines) + 1, styles) + 2
    sheet.protect()


def _explain_columns(
    sheet: Worksheet, register: Register, top: int, styles: Mapping[str, Format]
) -> int:
    """What each column wants, from a row on; the last row written."""
    for at, text in enumerate(("栏", "必填", "写法", "填什么", "例", "可选内容")):
        sheet.write_string(top, at, text, styles["head"])
    for row, column in enumerate(register.columns, top + 1):
        cells = (
            column.title,
            "是" if column.required else "",
            _WORDS[column.kind],
            column.about,
            column.example,
            "、".join(column.choices),
        )
        for at, text in enumerate(cells):
            sheet.write_string(row, at, text, styles["cell"])
    return top + len(register.columns)


def _write(
    sheet: Worksheet, where: tuple[int, int], column: Column, value: Any, style: Format
) -> None:
    if column.kind == "amount":
        sheet.write_number(*where, value / 100, style)
    elif column.kind in ("count", "decimal"):
        sheet.write_number(*where, value, style)
    elif isinstance(value, date):
        sheet.write_datetime(*where, value, style)
    else:
        sheet.write_string(*where, shown(column, value), style)


def _style(column: Column) -> str:
    return column.kind if column.kind in ("amount", "count", "date", "decimal") else "text"


def _width(column: Column) -> float:
    longest = max((width(text) for text in (column.title, column.example)), default=0)
    return min(max(longest + 4, 10), 40)
