"""Templates that guide: heads that stay, drop-downs, an explanation; and what is filled in is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kaocheng.kernel.registers import Column, Register
from kaocheng.reading.lists import lists
from kaocheng.writing.registers import write_register

REGISTER = Register(
    "payments",
    "支付",
    "每笔支付一行。",
    (
        Column("number", "凭证号", "number", required=True, about="不重复", example="Z1"),
        Column("on", "日期", "date", required=True),
        Column("source", "资金来源", "choice", choices=("财政拨款", "其他收入")),
        Column("function", "功能科目", "function", levels=(7,)),
        Column("small", "中小企业", "flag"),
        Column("people", "人数", "count"),
        Column("amount", "金额", "amount", required=True),
    ),
)
LISTS = {"function": ("2010301 行政运行", "2010302 一般行政管理事务")}


@pytest.fixture(name="book")
def _book(tmp_path: Path) -> openpyxl.Workbook:
    write_register(tmp_path / "支付.xlsx", REGISTER, (), LISTS)
    return openpyxl.load_workbook(tmp_path / "支付.xlsx")


def test_the_sheets(book: openpyxl.Workbook) -> None:
    """The register first, then what explains it and what the drop-downs offer."""
    assert ["支付", "说明", "选项"] == book.sheetnames
    titles = [cell.value for cell in book["支付"][1]]
    assert [column.title for column in REGISTER.columns] == titles


def test_heads_are_protected_and_rows_are_not(book: openpyxl.Workbook) -> None:
    """A clerk can fill in, sort and delete rows, but not change a head by accident."""
    sheet = book["支付"]
    assert sheet.protection.sheet
    assert all(cell.protection.locked for cell in sheet[1])
    assert not sheet.column_dimensions["A"].protection.locked
    assert not sheet.protection.insertRows
    assert not sheet.protection.deleteRows
    assert "B2" == sheet.freeze_panes


def test_drop_downs(book: openpyxl.Workbook) -> None:
    """Closed lists stop what is not in them; 科目 are offered with their names."""
    rules = {str(rule.sqref): rule for rule in book["支付"].data_validations.dataValidation}
    assert "选项!$A$2:$A$3" == rules["C2:C20001"].formula1
    assert "stop" == (rules["C2:C20001"].errorStyle or "stop")
    assert "选项!$B$2:$B$3" == rules["D2:D20001"].formula1
    assert "information" == rules["D2:D20001"].errorStyle
    assert '"是,否"' == rules["E2:E20001"].formula1
    assert "必填。不重复。例：Z1" == rules["A2:A20001"].prompt
    assert ["功能科目", *LISTS["function"]] == [row[1].value for row in book["选项"].rows]


def test_the_explanation_names_every_column(book: openpyxl.Workbook) -> None:
    """Each column with how to write it, an example, and its choices."""
    rows = [[cell.value for cell in row] for row in book["说明"].rows]
    told = {row[0]: row for row in rows}
    assert {column.title for column in REGISTER.columns} <= set(told)
    assert ["凭证号", "是", "编号", "不重复", "Z1"] == told["凭证号"][:5]
    assert "财政拨款、其他收入" == told["资金来源"][5]


def test_what_is_filled_in_is_read(tmp_path: Path) -> None:
    """Amounts to the 分, days, flags, and texts that look like formulas."""
    path = tmp_path / "支付.xlsx"
    rows = [
        ("=Z1", date(2023, 5, 6), "财政拨款", "2010301", True, 12, 123_456_789_012_34),
        ("007", date(2023, 1, 1), "", "", False, 0, -1),
    ]
    write_register(path, REGISTER, rows, LISTS)
    filled = lists(path)[0]
    assert [
        (2, ["=Z1", "2023-05-06", "财政拨款", "2010301", "是", "12", "123456789012.34"]),
        (3, ["007", "2023-01-01", "", "", "否", "0", "-0.01"]),
    ] == list(filled.rows)[1:]
