"""`kaocheng spot-check` sets each spot check beside the self-score and tells what it costs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kaocheng.cli.main import main

EXAMPLE = Path(__file__).parents[2] / "examples" / "year"
HEADS = "对象,日期,抽查单位,抽查得分,发现问题,整改措施,整改完成日期,反馈日期\n"


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """The example year, checked afterwards: 73.5 where it gave itself 78.92."""
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "year"))
    row = "部门整体,2024-04-10,青禾县财政局评价组,73.5,验收记录不全,补齐记录,2024-05-20,\n"
    (folder / "绩效抽查.csv").write_text(HEADS + row, "utf-8")
    return folder


def test_the_difference_and_its_cost(year: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """7.37 % lies between 5 and 10 %: four points off, six are left."""
    assert main(["spot-check", str(year)]) == 1
    said = capsys.readouterr().out
    assert "部门整体 2024-04-10 青禾县财政局评价组" in said
    assert "自评得分 78.92，抽查得分 73.5，差异 7.37%" in said
    assert "自评准确扣 4 分，自评准确得 6 分" in said
    assert "发现问题：验收记录不全" in said
    assert "2024-05-20 整改完成，还没有写反馈日期" in said


def test_for_machines(year: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object a spot check."""
    assert main(["spot-check", str(year), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert ("7.37%", "4", "6") == (told["difference"], told["deduction"], told["accuracy"])
    assert ("2024-05-20", None) == (told["mended"], told["reported"])


def test_checks_that_cannot_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing vanishes: an unknown project keeps the year out, a score of 0 is set off in full."""
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "year"))
    register = folder / "绩效抽查.csv"
    register.write_text(f"{HEADS}XM9999,2024-03-20,评价组,195,,,,\n", "utf-8")
    assert main(["check-year", str(folder)]) == 1
    assert "没有这个对象的绩效目标" in capsys.readouterr().out
    register.write_text(f"{HEADS}部门整体,2024-03-20,评价组,0,,,,\n", "utf-8")
    assert main(["spot-check", str(folder)]) == 1
    said = capsys.readouterr().out
    assert "自评得分 78.92，抽查得分 0，差异 100.00%" in said
    assert "自评准确扣 10 分，自评准确得 0 分" in said


def test_no_spot_check_yet(capsys: pytest.CaptureFixture[str]) -> None:
    """Where to write it when it comes."""
    assert main(["spot-check", str(EXAMPLE)]) == 0
    assert "写在登记表“绩效抽查”里" in capsys.readouterr().out
