"""Plain tables as files (数据表): csv for any program, xlsx for an office; text stays text, never a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from xlsxwriter import Workbook

from kaocheng.writing.safe import one_line

_FONT = {"font_name": "宋体", "font_size": 11, "valign": "top"}
_HEAD = {**_FONT, "bold": True, "bg_color": "#DCE6F1", "border": 1}
_CELL = {**_FONT, "border": 1, "text_wrap": True}
_FORMULAS = ("=", "+", "-", "@")
_A4 = 9


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its heads (数据表); `wide` are the widths of the columns in letters."""

    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[str]]
    wide: Sequence[int]


def csv_lines(table: Table) -> Iterator[str]:
    """The table as csv, line by line, with the mark by which office programs know UTF-8."""
    yield "\ufeff" + _line(table.head)
    for row in table.rows:
        yield _line(row)


def write_xlsx(file: BinaryIO, tables: Iterable[Table]) -> None:
    """The tables as a workbook, a worksheet each; numbers stand as numbers."""
    book = Workbook(
        file, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    )
    head, cell = book.add_format(_HEAD), book.add_format(_CELL)
    for table in tables:
        sheet = book.add_worksheet(table.name)
        for at, (title, wide) in enumerate(zip(table.head, table.wide, strict=True)):
            sheet.set_column(at, at, wide)
            sheet.write_string(0, at, title, head)
        for number, row in enumerate(table.rows, 1):
            for at, text in enumerate(row):
                if _is_number(text):
                    sheet.write_number(number, at, float(text), cell)
                else:
                    sheet.write_string(number, at, text, cell)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    book.close()


def _line(row: Sequence[str]) -> str:
    made = io.StringIO()
    csv.writer(made).writerow(_harmless(one_line(cell)) for cell in row)
    return made.getvalue()


def _harmless(text: str) -> str:
    """An office program takes a cell that begins so for a formula; a number may."""
    return f"'{text}" if text.startswith(_FORMULAS) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    """Whether it is a short plain number: longer ones are codes, and would lose digits."""
    bare = text.removeprefix("-")
    return len(bare) < 12 and bare.replace(".", "", 1).isdecimal() and not _is_code(bare)


def _is_code(text: str) -> bool:
    return len(text) > 1 and text.startswith("0") and text[1] != "."
