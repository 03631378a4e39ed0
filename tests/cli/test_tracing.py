"""`kaocheng trace` shows the tree under a figure, for people and for machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kaocheng.cli.main import main
from tests.cli.tiny_package import package

SHARE = """\
kc000002  基本支出占比 33.33%  精确值 33.333333%
印在：正文“2023年度本年支出合计6万元，其中：基本支出2.00万元，占33.33%；比上年增长20%。”
＝ 基本支出÷本年支出合计
├─ 基本支出 20,000.00元  精确值 20000元  [kc000004]
│  ＝ 2条记录金额之和：编号 Z1、Z2
│  ├─ 支付 Z1 2023-03-01 12,345.67元 2010301 30101
│  └─ 支付 Z2 2023-03-01 7,654.33元 2010301 30201
└─ 本年支出合计 60,000.00元  精确值 60000元  [kc000006]
   ＝ 各项之和
   ├─ 基本支出 20,000.00元  精确值 20000元  [kc000004]（上面已展开）
   └─ 项目支出 40,000.00元  精确值 40000元  [kc000005]
      ＝ 2条记录金额之和：编号 Z3、Z4
      ├─ 支付 Z3 2023-03-01 30,000.00元 2010302 30201 P1
      └─ 支付 Z4 2023-03-01 10,000.00元 2010302 30299 P1
"""


def _told(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["trace", str(folder), *words]) == 0
    return capsys.readouterr().out


def test_the_tree_of_a_share(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Formula, figures, entries, in the words of the field."""
    folder = package(tmp_path)
    assert _told(folder, capsys, "33.33%") == SHARE
    assert _told(folder, capsys, "kc2") == SHARE


def test_the_same_for_machines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object; entries under the heads of the evidence."""
    tree = json.loads(_told(package(tmp_path), capsys, "33.33%", "--format", "json"))
    basic = tree["sources"][0]
    assert ["1/3", "[1]/[2]"] == [tree["exact"], tree["expression"]]
    assert ["1234567", "765433"] == [entry["金额（分）"] for entry in basic["entries"]]


def test_several_figures_are_offered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """When a name means more than one, the ids and places are listed."""
    told = _told(package(tmp_path), capsys, "支出")
    assert told.startswith("有 8 处印着它，请写编号：")
    assert "kc000006" in told


def test_what_is_not_printed_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a sentence that says what may be written."""
    assert main(["trace", str(package(tmp_path)), "77.77"]) == 2
    assert capsys.readouterr().err.startswith("没有找到“77.77”")
