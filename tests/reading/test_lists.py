"""Lists as they come from files: numbers as stored, csv in any usual encoding, torn files told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kaocheng.kernel.documents import Unreadable
from kaocheng.reading.lists import lists


def _book(path: Path) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "支付"
    sheet.append(["凭证号", "日期", "金额"])
    sheet.append(["Z1", date(2023, 5, 6), 1234.56])
    sheet.append([])
    sheet.append(["Z2", date(2023, 5, 7), 0.1 + 0.2])
    for cell in (sheet["B2"], sheet["B4"]):
        cell.number_format = "m/d/yy"
    for cell in (sheet["C2"], sheet["C4"]):
        cell.number_format = "#,##0"
    sheet.merge_cells("A6:C6")
    book.create_sheet("空")
    book.save(path)
    return book


def test_numbers_come_as_stored_and_days_in_full(tmp_path: Path) -> None:
    """A format that hides the decimals or the century hides nothing here."""
    path = tmp_path / "支付.xlsx"
    _book(path)
    (listing,) = lists(path)
    assert ("支付.xlsx", "支付", ((6, 1, 6, 3),)) == (listing.file, listing.sheet, listing.merged)
    assert [
        (1, ["凭证号", "日期", "金额"]),
        (2, ["Z1", "2023-05-06", "1234.56"]),
        (4, ["Z2", "2023-05-07", "0.3"]),
    ] == list(listing.rows)


def test_a_formula_without_its_result_is_told(tmp_path: Path) -> None:
    """The cell counts as blank, and the user learns why."""
    path = tmp_path / "支付.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["金额", "=1+1"])
    book.save(path)
    assert "公式" in lists(path)[0].remarks[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t"])
def test_csv_in_any_usual_encoding(tmp_path: Path, encoding: str, separator: str) -> None:
    """Rows are counted as a table program counts them, also over a line break in a cell."""
    path = tmp_path / "支付.csv"
    rows = [["凭证号", "用途"], ["Z1", '"二月，\n电费"'], ["Z2", ""]]
    path.write_text("\n".join(separator.join(row) for row in rows) + "\n", encoding)
    (listing,) = lists(path)
    wanted = [(1, ["凭证号", "用途"]), (2, ["Z1", "二月，\n电费"]), (3, ["Z2", ""])]
    assert wanted == [(row, list(texts)) for row, texts in listing.rows]
    assert wanted == [(row, list(texts)) for row, texts in listing.rows]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"\xff\xff\xfe\x00\x81", "编码"),
        ("a.csv", b"", "空"),
        ("a.xlsx", b"PK\x03\x04torn", "损坏|完整"),
        ("a.xlsx", b"%PDF-1.7 ", "不是表格文件"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """One sentence, no traceback."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=said):
        lists(path)


def test_quotes_that_do_not_match_are_told_while_reading(tmp_path: Path) -> None:
    """What stands before the torn quote is read; then the row is named."""
    path = tmp_path / "支付.csv"
    path.write_text('凭证号,用途\nZ1,"电费"\nZ2,"水"费\n', "utf-8")
    rows = iter(lists(path)[0].rows)
    assert [1, 2] == [next(rows)[0], next(rows)[0]]
    with pytest.raises(Unreadable, match="第 3 行"):
        next(rows)
