"""Workbooks are read as their cells print."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from office_files import xlsx
from python_calamine import CalamineWorkbook
from soundness import assert_sound, texts

from kaocheng.kernel.documents import Document, Unreadable
from kaocheng.reading.xlsx import read_xlsx
from kaocheng.reading.xlsx.formats import printed


def _read(path: Path) -> Document:
    document = read_xlsx(path)
    assert_sound(document)
    return document


def _book(path: Path) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("收支表")
        sheet.merge_range(1, 1, 1, 3, "标题")
        sheet.write_string(2, 1, "2010301")
        sheet.write_number(2, 2, 1234.5, book.add_format({"num_format": "#,##0.00"}))
        sheet.write_number(2, 3, 0.5, book.add_format({"num_format": "0.00%"}))
        sheet.write_formula(3, 2, "=SUM(C3)", None, 7)
        book.add_worksheet("空表")
        hidden = book.add_worksheet("隐藏")
        hidden.write_string(0, 0, "甲")
        hidden.hide()
    return path


def test_values_merges_and_places(tmp_path: Path) -> None:
    """Numbers print with their format, codes stay text, places are the worksheet's own."""
    document = _read(_book(tmp_path / "a.xlsx"))
    first, second = document.grids()
    assert texts(first) == [["标题"] * 3, ["2010301", "1,234.50", "50.00%"], ["", "7", ""]]
    place = first.rows[1][1].place
    assert (place.sheet, place.table, place.row, place.column) == ("收支表", 1, 3, 3)
    assert texts(second) == [["甲"]]
    assert any("隐藏" in remark for remark in document.remarks)


def test_agrees_with_calamine(tmp_path: Path) -> None:
    """An independent reader finds the same values in the same cells."""
    path = _book(tmp_path / "a.xlsx")
    grid = next(_read(path).grids())
    values = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert values[1][:1] + values[2][1:2] == ["2010301", 7.0]
    assert [grid.rows[1][0].text, grid.rows[2][1].text] == ["2010301", "7"]


def test_formula_without_result_is_told(tmp_path: Path) -> None:
    """A workbook saved by a library has no results, and the user hears of it."""
    book = openpyxl.Workbook()
    book.active["A1"] = 1
    book.active["B5"] = "=A1*2"
    book.save(tmp_path / "a.xlsx")
    document = _read(tmp_path / "a.xlsx")
    assert len(document.remarks) == 1
    assert "B5" in document.remarks[0]


def test_dates_and_booleans_of_openpyxl(tmp_path: Path) -> None:
    """Dates print by their format."""
    book = openpyxl.Workbook()
    book.active["A1"] = dt.date(2024, 1, 2)
    book.active["A1"].number_format = 'yyyy"年"m"月"d"日"'
    book.active["B1"] = True
    book.save(tmp_path / "a.xlsx")
    assert texts(next(_read(tmp_path / "a.xlsx").grids())) == [["2024年1月2日", "TRUE"]]


def test_far_cell_is_no_burden(tmp_path: Path) -> None:
    """A1 and XFD1048576 make a grid of two rows and two columns."""
    path = xlsx(
        tmp_path / "a.xlsx",
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">'
        '<c r="XFD1048576"><v>2</v></c></row></sheetData>',
    )
    document = _read(path)
    grid = next(document.grids())
    assert texts(grid) == [["1", ""], ["", "2"]]
    assert (grid.rows[1][1].place.row, grid.rows[1][1].place.column) == (1048576, 16384)
    assert len(document.remarks) == 1


def test_cells_without_references(tmp_path: Path) -> None:
    """Rows and cells that leave out their own position follow each other."""
    path = xlsx(
        tmp_path / "a.xlsx",
        "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row>"
        '<row><c t="inlineStr"><is><t>甲</t></is></c></row></sheetData>',
    )
    assert texts(next(_read(path).grids())) == [["1", "2"], ["甲", ""]]


def test_zeros_that_are_not_shown(tmp_path: Path) -> None:
    """A sheet that hides zeros prints them as blanks."""
    path = xlsx(
        tmp_path / "a.xlsx",
        '<sheetViews><sheetView showZeros="0"/></sheetViews>'
        "<sheetData><row><c><v>0</v></c><c><v>10</v></c></row></sheetData>",
    )
    assert texts(next(_read(path).grids())) == [["10"]]


def test_too_many_cells(tmp_path: Path) -> None:
    """More cells than any statement has are refused."""
    path = xlsx(tmp_path / "a.xlsx", "<sheetData><row>" + "<c/>" * 300_001 + "</row></sheetData>")
    with pytest.raises(Unreadable, match=r"超过 30 万格.*拆成几份文件"):
        read_xlsx(path)


@pytest.mark.parametrize(
    ("stored", "code", "expected"),
    [
        ("1234.5", "#,##0.00", "1,234.50"),
        ("1234.5", "General", "1234.5"),
        ("12", "General", "12"),
        ("0.30000000000000004", "General", "0.3"),
        ("2.675", "0.00", "2.68"),
        ("-1234.567", "#,##0.00_);(#,##0.00)", "(1,234.57)"),
        ("-3", "0_ ;[Red]-0 ", "-3"),
        ("0", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ', "-"),
        ("0", "#,###", ""),
        ("97.38", '0.00"%"', "97.38%"),
        ("0.5", "0.00%", "50.00%"),
        ("12.3", '0.00"万元"', "12.30万元"),
        ("12345", "0000000", "0012345"),
        ("1234567", "#,##0,", "1,235"),
        ("5.10", "0.0#", "5.1"),
        ("2020", 'General"年"', "2020年"),
        ("45292.5", "yyyy/m/d h:mm", "2024/1/1 12:00"),
        ("1", "[$¥-804]#,##0.00", "¥1.00"),
        ("0.5", "# ?/?", "0.5"),
        ("NaN", "0.00", "NaN"),
        ("1e300", "0.00", "1e300"),
    ],
)
def test_printed(stored: str, code: str, expected: str) -> None:
    """Each kind of format code prints as in a spreadsheet."""
    assert expected == printed(stored, code)


@given(st.text(max_size=30), st.text(alphabet='0#?.,%;E+-"\\_*[]@ymdhsG年/ ', max_size=40))
def test_any_format_gives_text(stored: str, code: str) -> None:
    """No value and no format code makes the printing fail."""
    assert isinstance(printed(stored, code), str)


@given(st.floats(-1e15, 1e15), st.text(alphabet='0#?.,%;E+-"\\_*[]@ymdhsG年/ ', max_size=40))
def test_any_number_in_any_format(value: float, code: str) -> None:
    """Numbers too print in every format."""
    assert isinstance(printed(repr(value), code), str)
