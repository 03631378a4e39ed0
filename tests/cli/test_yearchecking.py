"""The answer of check-year: everything at once, in the clerk's words."""

from __future__ import annotations

import json
import shutil
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
        (
            "共 3 处错误，0 处提示。改好以后再核对一次；有错误时一笔也不会收，"
            "公开以前还要补什么也要等改好以后才知道。"
        ),
    ] == list(said(Loaded(None, None, faults)))


YEAR = Path(__file__).parents[2] / "examples" / "year"


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A copy of the example year that may be spoilt."""
    return Path(shutil.copytree(YEAR, tmp_path / "year"))


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8-sig")


def test_the_example_year_is_ready(capsys: pytest.CaptureFixture[str]) -> None:
    """Every register is counted, those of performance too, and no sum that means nothing."""
    assert 0 == main(["check-year", str(YEAR)])
    told = capsys.readouterr().out
    for line in ("绩效目标 6 条", "绩效监控 105 条", "事前绩效评估 5 条", "上年数 11 条\n"):
        assert line in told
    assert told.endswith("可以公开。\n")


def test_all_that_publishing_wants_is_told_beforehand(
    year: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Reasons, texts, last year's figures, weights, cost direction: in one list, by their files."""
    (year / "原因说明.csv").unlink()
    _change(year / "year.toml", "部门职责", "部门职能")
    _change(year / "上年数.csv", "收支总计", "收支总数")
    _change(year / "绩效指标.csv", "≤,0.2,元/份,10", "≥,0.2,元/份,12")
    assert 1 == main(["check-year", str(year)])
    told = capsys.readouterr().out
    for wanted in (
        "缺“收支总计”的上年数",
        "缺“部门职责”一段文字",
        "请在“原因说明”表中写明主要原因",
        "各指标分值之和是92分",
        "方向反了",
    ):
        assert wanted in told
    assert "绩效指标.csv\n" in told
    assert ".xlsx" not in told
    assert 1 == main(["check-year", str(year), "--format", "json"])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ["收支总数"] == [row["written"] for row in rows if row["keeps_out_of"] == "year"]


def test_a_register_that_does_not_meet_the_payments_is_named_by_its_file(
    year: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A csv is not called a workbook."""
    _change(year / "公务接待.csv", ",否", ",否,")
    text = (year / "公务接待.csv").read_text("utf-8-sig").splitlines(keepends=True)
    (year / "公务接待.csv").write_text("".join(text[:-1]).replace(",否,", ",否"), "utf-8-sig")
    main(["check-year", str(year)])
    assert "公务接待.csv\n" in capsys.readouterr().out


def test_a_file_copied_twice_is_a_short_list(
    year: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two hundred and fifty payments entered twice: the first of them and a count."""
    shutil.copy(year / "支付-01月.csv", year / "支付-01月 副本.csv")
    assert 1 == main(["check-year", str(year)])
    told = capsys.readouterr().out.splitlines()
    assert len(told) < 20
    assert any("同样的问题还有" in line for line in told)


def test_a_spot_check_is_told_with_its_difference(
    year: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """70 against 78.92: 12.74 % apart, and what it costs."""
    (year / "绩效抽查.csv").write_text(
        "对象,日期,抽查单位,抽查得分,发现问题,整改措施\n"
        "部门整体,2024-03-20,县财政局评价组,70,指标偏低,重新设定\n",
        "utf-8-sig",
    )
    assert 0 == main(["check-year", str(year)])
    assert (
        "抽查 部门整体 2024-03-20：抽查得分 70，自评得分 78.92，相差 12.74%，自评准确扣 8 分"
        in capsys.readouterr().out
    )


def test_names_nobody_asks_for_are_refused_at_the_door(
    year: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In 上年数 and in 原因说明, at their rows, also while other rows are at fault; once each."""
    _change(year / "上年数.csv", "收支总计", "收支总数")
    _change(year / "原因说明.csv", "本年支出合计,", "本年支出合计、没有的数,")
    _change(year / "支付-01月.csv", "2023-01-", "2022-01-")
    out = year.parent / "year.jsonl"
    assert 1 == main(["import", str(year), "--out", str(out)])
    told = capsys.readouterr().out
    assert "上年数.csv\n  错误  第2行 数字名称：收支总数" in told
    assert "原因说明.csv\n  错误  第3行 说明的数字：本年支出合计、没有的数" in told
    assert 1 == told.count("没有“收支总数”这个数")
    assert not out.exists()


def test_receptions_that_contradict_are_refused_at_the_door(
    year: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Told once, with the file, and what publishing wants besides is told all the same."""
    _change(year / "year.toml", "部门职责", "部门职能")
    lines = (year / "公务接待.csv").read_text("utf-8-sig").splitlines()
    (year / "公务接待.csv").write_text("\n".join(lines[:-1]), "utf-8-sig")
    assert 1 == main(["check-year", str(year)])
    told = capsys.readouterr().out
    assert "公务接待.csv\n  错误  金额（元）" in told
    assert 1 == told.count("对不上，请核对") + told.count("对不上。请核对")
    assert "缺“部门职责”一段文字" in told
