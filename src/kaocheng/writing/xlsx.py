"""The inspector's workbook (检查表工作簿): a sheet a document, all findings, the coverage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

from xlsxwriter import Workbook as Book
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kaocheng.kernel.reports import Report
from kaocheng.writing import summary as lines_of
from kaocheng.writing.inspection import NO, YES, Item
from kaocheng.writing.safe import clean, shortened, width
from kaocheng.writing.sheetnames import SheetNames
from kaocheng.writing.sheets import COVERAGE, FINDINGS, Row, Sheets, sheets
from kaocheng.writing.summary import Summary

_LONGEST = 32_000  # a cell holds 32 767 characters
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FONT = {"font_name": "宋体", "font_size": 11, "valign": "vcenter", "text_wrap": True}
_STYLES: Mapping[str, Mapping[str, object]] = {
    "title": {"font_size": 16, "bold": True, "align": "center"},
    "plain": {},
    "head": {"bold": True, "align": "center", "bg_color": "#DCE6F1", "border": 1},
    "cell": {"border": 1},
    "group": {"border": 1, "align": "center", "bold": True},
    "yes": {"border": 1, "align": "center", "font_color": "#176B3A"},
    "no": {"border": 1, "align": "center", "bold": True, "font_color": "#B3261E"},
}
_INSPECTION = (12, 40, 11, 82)
_LIST = (30, 15, 7, 10, 10, 24, 22, 30, 36, 16, 16, 13, 40, 30, 22, 15)
_SUMMARY = (44, 18, 20, 8, 8, 9, 18, 12, 50)
_COVERAGE = (40, 18, 90)
_LINE = 15.5
_HIGHEST = 400
_A3, _A4, _WIDE = 8, 9, 200

At = tuple[int, int]


class Workbook:
    """Takes documents one by one; the file is complete after `close`.

    `several` puts the lists before the sheets of the documents, where they are found at once.
    """

    def __init__(self, path: Path, *, several: bool = False) -> None:
        self._book = Book(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
        self._styles = {name: self._style(name, {}) for name in _STYLES}
        self._literal = {name: self._style(name, {"quote_prefix": True}) for name in _STYLES}
        self._names = SheetNames()
        self._summary = self._list("汇总", (*lines_of.HEADS, "说明"), _SUMMARY) if several else None
        self._lists: tuple[_List, _List] | None = self._open() if several else None

    def add(self, document: Report | Sheets) -> None:
        """Write one document."""
        prepared = document if isinstance(document, Sheets) else sheets(document)
        if prepared.items:
            self._inspection(prepared)
        self._lists = self._lists or self._open()
        for listed, rows in zip(self._lists, (prepared.findings, prepared.coverage), strict=True):
            for row in rows:
                listed.add(row)

    def refuse(self, file: str, why: str) -> None:
        """Take note of a document that could not be read."""
        self._lists = self._lists or self._open()
        self._lists[1].add((file, "无法读取", why))

    def close(self, summaries: Sequence[Summary]) -> None:
        """Write the summary where there are several documents, and the file."""
        self._lists = self._lists or self._open()
        if self._summary is None and len(summaries) > 1:
            self._summary = self._list("汇总", (*lines_of.HEADS, "说明"), _SUMMARY)
        if self._summary is not None:
            for item in summaries:
                self._summary.add((*lines_of.row(item), item.unreadable or ""))
            self._summary.finish()
        for listed in self._lists:
            listed.finish()
        self._book.close()

    def _open(self) -> tuple[_List, _List]:
        return self._list("全部问题", FINDINGS, _LIST), self._list("核对范围", COVERAGE, _COVERAGE)

    def _list(self, name: str, heads: Row, widths: Sequence[int]) -> _List:
        return _List(self, self._book.add_worksheet(self._names.take(name)), heads, widths)

    def _style(self, name: str, more: Mapping[str, object]) -> Format:
        return self._book.add_format({**_FONT, **_STYLES[name], **more})

    def put(self, sheet: Worksheet, row: int, column: int, text: str, style: str) -> None:
        """Write a text as a text, whatever it begins with."""
        said = shortened(clean(text), _LONGEST)
        styles = self._literal if said.startswith(_FORMULA) else self._styles
        if said:
            sheet.write_string(row, column, said, styles[style])
        else:
            sheet.write_blank(row, column, None, styles[style])

    def merge(self, sheet: Worksheet, first: At, last: At, text: str, style: str) -> None:
        """Write a text over several cells."""
        if first != last:
            sheet.merge_range(*first, *last, "", self._styles[style])
        self.put(sheet, *first, text, style)

    def _inspection(self, prepared: Sheets) -> None:
        sheet = self._book.add_worksheet(self._names.take(prepared.name))
        _set_up(sheet, _INSPECTION)
        for row, (text, style) in enumerate(
            (
                (prepared.title, "title"),
                (f"单位名称：{prepared.body}", "plain"),
                ("公开网址：文件本身没有写明，请检查人员填写", "plain"),
                (f"检查文件：{prepared.file}", "plain"),
            )
        ):
            self.merge(sheet, (row, 0), (row, 3), text, style)
        sheet.set_row(0, 30)
        self.merge(sheet, (4, 0), (4, 1), "项目", "head")
        self.put(sheet, 4, 2, "是否符合要求", "head")
        self.put(sheet, 4, 3, "问题", "head")
        sheet.set_row(4, 34)
        sheet.freeze_panes(5, 0)
        sheet.repeat_rows(4)
        self._items(sheet, prepared.items)

    def _items(self, sheet: Worksheet, items: Sequence[Item]) -> None:
        row = 5
        for group, members in groupby(items, key=lambda item: item.group):
            first = row
            for item in members:
                self._item(sheet, row, item)
                row += 1
            self.merge(sheet, (first, 0), (row - 1, 0), group, "group")
        self.merge(sheet, (row, 0), (row, 3), "检查人：                检查日期：", "plain")

    def _item(self, sheet: Worksheet, row: int, item: Item) -> None:
        problems = _numbered(item.problems)
        self.put(sheet, row, 1, item.name, "cell")
        self.put(sheet, row, 2, item.verdict, {YES: "yes", NO: "no"}.get(item.verdict, "cell"))
        self.put(sheet, row, 3, problems, "cell")
        lines = max(_lines(problems, _INSPECTION[3]), _lines(item.name, _INSPECTION[1]))
        sheet.set_row(row, min(max(lines * _LINE, 22), _HIGHEST))


class _List:
    """A sheet that is one long table with filters."""

    def __init__(self, book: Workbook, sheet: Worksheet, heads: Row, widths: Sequence[int]) -> None:
        self._book, self._sheet, self._heads = book, sheet, heads
        self._widths = widths
        self._row = 0
        _set_up(sheet, widths)
        for column, head in enumerate(heads):
            book.put(sheet, 0, column, head, "head")
        sheet.set_row(0, 24)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)

    def add(self, row: Row) -> None:
        """One row more."""
        self._row += 1
        for column, text in enumerate(row):
            self._book.put(self._sheet, self._row, column, text, "cell")
        lines = max(_lines(text, wide) for text, wide in zip(row, self._widths, strict=True))
        self._sheet.set_row(self._row, min(lines * _LINE, _HIGHEST))

    def finish(self) -> None:
        """Put the filters on."""
        self._sheet.autofilter(0, 0, max(self._row, 1), len(self._heads) - 1)


def _numbered(problems: Sequence[str]) -> str:
    if len(problems) < 2:
        return "".join(problems)
    return "\n".join(f"{number}.{said}" for number, said in enumerate(problems, 1))


def _lines(text: str, columns: int) -> int:
    """How many lines a text takes in a cell so wide."""
    return sum(max(-(-width(line) * 21 // (columns * 20)), 1) for line in text.split("\n"))


def _set_up(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, wide in enumerate(widths):
        sheet.set_column(column, column, wide)
    sheet.set_paper(_A3 if sum(widths) > _WIDE else _A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer("&C第 &P 页，共 &N 页")
