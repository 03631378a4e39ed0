"""The answer of check-year: everything at once, in the clerk's words."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from kaocheng.cli.main import main
from kaocheng.cli.yearchecking import said
from kaocheng.cli.years import Loaded, write
from kaocheng.kernel.faults import Fault
from tests.money.ledgers import small_year


def test_a_half_filled_template_gives_a_clear_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A clerk began to fill in: each cell that is missing is named, by file, row and column."""
    folder = tmp_path / "y"
    write(folder, small_year())
    book = openpyxl.load_workbook(folder / "支付.xlsx")
    book["支付"].append(["Z3", "2023年7月1日", "301"])
    book.save(folder / "支付.xlsx")
    assert 1 == main(["check-year", str(folder)])
    said = capsys.readouterr().out
    assert "支付.xlsx\n" in said
    for head in ("收款人", "用途", "功能科目", "经济科目", "支出性质", "资金来源", "金额（元）"):
        assert f"  错误  第4行 {head}\n        没有填写。" in said
    assert "共 7 处错误，0 处提示。" in said


def test_a_torn_file_costs_the_year_but_not_the_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The torn file is named, the others are checked all the same, and the exit code is 2."""
    folder = tmp_path / "y"
    write(folder, small_year(), separated=frozenset({"income"}))
    (folder / "编制.xlsx").write_bytes((folder / "编制.xlsx").read_bytes()[:500])
    text = (folder / "收入.csv").read_text("utf-8-sig")
    (folder / "收入.csv").write_text(text.replace("基本支出", "基本"), "utf-8")
    assert 2 == main(["check-year", str(folder)])
    said = capsys.readouterr().out
    assert "无法读取  编制.xlsx" in said
    assert "第2行 支出性质：基本" in said


def test_no_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong path is a sentence, not a traceback."""
    assert 2 == main(["check-year", str(tmp_path / "nothing")])
    assert "new-year" in capsys.readouterr().err


def test_files_stand_together_and_rows_rise() -> None:
    """However the faults were found, a clerk goes through them file by file."""
    faults = tuple(
        Fault(file, sheet, row, "金额（元）", "1万", "写不得", "请改")
        for file, sheet, row in (("b.xlsx", "二月", 9), ("a.csv", "", 2), ("b.xlsx", "二月", 3))
    )
    assert [
        "b.xlsx",
        "  错误  “二月” 第3行 金额（元）：1万",
        "        写不得。请改。",
        "  错误  “二月” 第9行 金额（元）：1万",
        "        写不得。请改。",
        "",
        "a.csv",
        "  错误  第2行 金额（元）：1万",
        "        写不得。请改。",
        "",
        "共 3 处错误，0 处提示。改好以后再核对一次；有错误时一笔也不会收。",
    ] == list(said(Loaded(None, None, faults)))
