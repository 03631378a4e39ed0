"""The inspector's workbook, read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from kaocheng.kernel.reports import Report
from kaocheng.writing.sheetnames import SheetNames
from kaocheng.writing.sheets import sheets
from kaocheng.writing.summary import refusal, summary
from kaocheng.writing.xlsx import Workbook
from tests.writing.doctored import doctored, sheeted


def test_inspection_sheet(report: Report, tmp_path: Path) -> None:
    """Title, heads, items with 是 or 否, problems numbered in one cell."""
    path = tmp_path / "检查表.xlsx"
    book = Workbook(path)
    book.add(report)
    book.close([summary(report)])
    sheet = load_workbook(path).worksheets[0]
    lines = {row[1]: row[2:4] for row in sheet.iter_rows(min_row=6, values_only=True)}
    assert "2024年度青禾县行政审批局部门决算公开检查表" == sheet["A1"].value
    assert ("项目", "是否符合要求", "问题") == (
        sheet["A5"].value,
        sheet["C5"].value,
        sheet["D5"].value,
    )
    assert "请检查人员填写" in str(sheet["A3"].value)
    assert ("是", None) == lines["目录"]
    assert "没有找到这一部分，请人工核对。" == lines["名词解释"][1]
    verdict, problems = lines["第二部分2024年度部门决算情况说明"]
    assert "否" == verdict
    assert ["1.", "2."] == [line[:2] for line in problems.split("\n")]
    assert "否" == lines["《收入支出决算总表》"][0]
    assert "是" == lines["《“三公”经费支出决算表》"][0], "a note is no breach"


def test_an_inspectors_sheet_is_called_so_once(report: Report) -> None:
    """The sheet of a document that is such a sheet itself does not double the word."""
    profile = replace(report.profile, kind="公开情况检查表")
    title = sheets(replace(report, profile=profile)).title
    assert title.endswith("公开情况检查表")
    assert 1 == title.count("检查表")


def test_lists(report: Report, tmp_path: Path) -> None:
    """All findings are rows that can be filtered; free figures are listed."""
    path = tmp_path / "检查表.xlsx"
    book = Workbook(path)
    book.add(report)
    book.close([summary(report)])
    loaded = load_workbook(path)
    assert ["青禾县行政审批局", "全部问题", "核对范围"] == loaded.sheetnames
    assert 7 == loaded["全部问题"].max_row
    assert "A1:P7" == loaded["全部问题"].auto_filter.ref
    assert "A2" == loaded["全部问题"].freeze_panes
    kinds = [row[1] for row in loaded["核对范围"].iter_rows(min_row=2, values_only=True)]
    assert 4 == kinds.count("无从核对的数字")


def test_many_documents(report: Report, tmp_path: Path) -> None:
    """Prepared sheets are taken too; names are unique; the summary names the unreadable."""
    path = tmp_path / "检查表.xlsx"
    reports = sheeted(report, 3)
    book = Workbook(path, several=True)
    for item in reports:
        book.add(sheets(item))
    book.refuse("空.pdf", "文件是空的。")
    book.close([*(summary(item) for item in reports), refusal("空.pdf", "文件是空的。")])
    loaded = load_workbook(path)
    assert 6 == len(loaded.sheetnames)
    assert "汇总" == loaded.sheetnames[0]
    last = next(loaded["汇总"].iter_rows(min_row=5, values_only=True))
    assert ("空.pdf", "无法读取", "文件是空的。") == (last[0], last[-2], last[-1])


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@A1", "\t=1", "x\x00\x1b\ud800", "长" * 40_000]
)
def test_no_formulas(report: Report, tmp_path: Path, words: str) -> None:
    """Words that look like formulas, control characters and endless texts stay plain text."""
    path = tmp_path / "检查表.xlsx"
    made = doctored(report, words)
    book = Workbook(path)
    book.add(made)
    book.close([summary(made)])
    types = {
        cell.data_type
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
    }
    assert types <= {"s", "n"}


@given(st.lists(st.text(max_size=50), max_size=12))
def test_sheet_names(wanted: list[str]) -> None:
    """Names are short, free of what is forbidden, and unique whatever their case."""
    names = SheetNames()
    given_ = [names.take(text) for text in wanted]
    assert len(given_) == len({name.casefold() for name in given_})
    for name in given_:
        assert 0 < len(name.encode("utf-16-le", "replace")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name[0] != "'"
        assert name[-1] != "'"
