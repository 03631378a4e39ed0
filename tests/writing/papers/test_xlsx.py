"""Workbooks: live sums, number formats, merged heads, repeated print titles, charts."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from kaocheng.kernel.papers import Heading, Paper, Sheet, Unwritable
from kaocheng.kernel.units import PERCENT
from kaocheng.writing.papers import write_xlsx
from kaocheng.writing.papers.xlsx.looks import number_format
from tests.writing.papers.papers_fixture import OFFICE, cell, figure, head, overview, paper


def _paper(*parts: Sheet) -> Paper:
    return Paper("表", OFFICE, 2023, "", parts)


def test_sums_are_live(tmp_path: Path) -> None:
    """A formula over the cells of the sum, with the printed value kept beside it."""
    path = tmp_path / "paper.xlsx"
    write_xlsx(_paper(overview()), path)
    page = openpyxl.load_workbook(path).active
    kept = openpyxl.load_workbook(path, data_only=True).active
    assert ["=SUM(C7:C14)", "=SUM(F7:F32)"] == [page["C33"].value, page["F33"].value]
    assert [1180, 1180] == [kept["C33"].value, kept["F33"].value]


def test_a_sum_that_would_show_another_number_stays_a_number(tmp_path: Path) -> None:
    """Rounded parts that miss their rounded whole by one are no formula."""
    parts = (figure("甲", "0.33"), figure("乙", "0.33"), figure("合计", "0.67"))
    rows = tuple((cell(one.name), cell(one)) for one in parts)
    table = Sheet(
        "t", "表", "", "", "", ((head("项目"), head("金额")),), rows, (1, 1),
        sums=(((2, 1), ((0, 1), (1, 1))),),
    )  # fmt: skip
    path = tmp_path / "paper.xlsx"
    write_xlsx(_paper(table), path)
    page = openpyxl.load_workbook(path).active
    assert [0.33, 0.33, 0.67] == [page.cell(row, 2).value for row in (3, 4, 5)]


def test_heads_are_merged_and_repeated(tmp_path: Path) -> None:
    """The wide table prints landscape, its three head rows again on each page."""
    path = tmp_path / "paper.xlsx"
    write_xlsx(paper(), path)
    page = openpyxl.load_workbook(path)["公开05表 一般公共预算财政拨款收入支出决算表"]
    merged = {str(area) for area in page.merged_cells.ranges}
    assert {"A4:A5", "B4:B5", "C4:E4", "L4:O4", "A6:B6"} <= merged
    assert ("$4:$6", "landscape") == (page.print_title_rows, page.page_setup.orientation)


def test_charts_are_native(tmp_path: Path) -> None:
    """Two charts, each with a description, drawn from the numbers beside them."""
    path = tmp_path / "paper.xlsx"
    write_xlsx(paper(), path)
    with zipfile.ZipFile(path) as archive:
        charts = [name for name in archive.namelist() if name.startswith("xl/charts/")]
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert 2 == len(charts)
    assert "饼图：支出决算结构为人员经费612.48万元" in drawing


@pytest.mark.parametrize(
    ("value", "decimals", "text", "expected"),
    [
        ("1234.5", 2, "1,234.50", "#,##0.00"),
        ("1234.5", 2, "1234.50", "0.00"),
        ("-3", 0, "-3", "#,##0"),
        ("0", 2, "", "#,##0.00;-#,##0.00;"),
        ("0", 2, "—", '#,##0.00;-#,##0.00;"—"'),
        ("12.3", 1, "12.3%", '#,##0.0"%"'),
        ("1.20", 2, "1.2", "#,##0.0"),
        ("1177.80", 2, "1177.8", "0.0"),
        ("100.00", 2, "100%", '#,##0"%"'),
        ("12.3", 1, "约12.3", ""),
        ("12.345", 1, "12.3", ""),
        ("1234567890123456.7", 1, "1,234,567,890,123,456.7", ""),
    ],
)
def test_number_formats(value: str, decimals: int, text: str, expected: str) -> None:
    """The format under which the value prints exactly so; none where it would print otherwise."""
    one = replace(figure("率", "0", PERCENT), value=Decimal(value), decimals=decimals, text=text)
    assert expected == number_format(one, text)


def test_a_paper_without_tables_is_refused(tmp_path: Path) -> None:
    """An empty workbook is of no use."""
    empty = Paper("文", OFFICE, 2023, "", (Heading(1, "一"),))
    with pytest.raises(Unwritable, match="没有表也没有图"):
        write_xlsx(empty, tmp_path / "paper.xlsx")
    assert [] == list(tmp_path.iterdir())


def test_a_form_without_head_repeats_no_rows(tmp_path: Path) -> None:
    """Print titles that end before they begin are none."""
    path = tmp_path / "form.xlsx"
    form = replace(overview(), head=())
    write_xlsx(replace(paper(), parts=(form,)), path)
    assert not openpyxl.load_workbook(path).worksheets[0].print_title_rows
