"""`kaocheng measures`: the year's measures, the cases of one, in every format; refusals in whole sentences."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kaocheng.cli.main import main
from tests.catalogue.versions import HOUSING
from tests.site.cases.conftest import desk
from tests.site.cases.people import Desk
from tests.site.conftest import account_of, county

__all__ = ["account_of", "county", "desk"]
YEAR = ("measures", "--year", "2026")


@pytest.fixture
def hall(desk: Desk) -> Desk:
    """Three cases: one closed, one accepted, one only registered."""
    row = desk.open("P002")
    for move in ("accept", "grant", "close"):
        desk.move(row, move, desk.clerk)
    desk.move(desk.open("P001"), "accept", desk.clerk)
    desk.open("P001")
    return desk


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command that can be carried out says."""
    assert 0 == main([*YEAR, *arguments])
    return capsys.readouterr().out


@pytest.mark.usefixtures("db", "hall")
def test_people_read_value_and_formula(capsys: pytest.CaptureFixture[str]) -> None:
    """Every measure with both sides and how it is reckoned; no data and no answer with the reason."""
    text = said(capsys)
    assert text.startswith("2026年 全部，统计时间 ")
    assert (
        "办结率：50.00%（1／2）\n    办结率 = 截至期末已办结的件数 ÷ 期间内受理的件数 × 100%"
        in text
    )
    assert "收件量：3件" in text
    assert "平均办理时长：无数据（0／0）" in text
    assert "期间内没有应计的办件" in text
    assert "材料免提交率：无法判断" in text


@pytest.mark.django_db
def test_machines_read_json(hall: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """One object; the cases of one measure on both sides."""
    told = json.loads(said(capsys, "--format", "json"))
    found = {one["key"]: one for one in told["measures"]}
    assert (2026, hall.county, "全部") == (told["year"], told["county"], told["department"])
    assert ("50.00", 1, 2) == tuple(
        found["closing_rate"][name] for name in ("value", "numerator", "denominator")
    )
    one = json.loads(said(capsys, "--cases", "办结率", "--format", "json"))
    assert (1, 2) == (len(one["part"]), len(one["whole"]))
    assert set(one["part"]) < set(one["whole"])


@pytest.mark.usefixtures("db", "hall")
def test_offices_read_files(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A csv on the screen, a workbook in a file; the list of cases says who is in the numerator."""
    rows = list(csv.DictReader(StringIO(said(capsys, "--format", "csv").removeprefix("\ufeff"))))
    assert {"全部"} == {row["部门"] for row in rows}
    out = tmp_path / "指标.xlsx"
    said(capsys, "--format", "xlsx", "--out", str(out))
    assert len(rows) + 1 == load_workbook(out).active.max_row
    text = said(capsys, "--cases", "closing_rate", "--format", "csv").removeprefix("\ufeff")
    assert ["否", "是"] == sorted(row["分子"] for row in csv.DictReader(StringIO(text)))
    assert said(capsys, "--cases", "受理量").startswith("受理量 = 期间内受理的办件数：2／—\n")


@pytest.mark.usefixtures("db", "hall")
def test_one_department(capsys: pytest.CaptureFixture[str]) -> None:
    """By code or by full name; another is refused with those there are."""
    whole = json.loads(said(capsys, "--format", "json"))["measures"]
    for word in (HOUSING, "住房和城乡建设局"):
        own = json.loads(said(capsys, "--department", word, "--format", "json"))
        assert "住房和城乡建设局" == own["department"]
        assert (3, 0) == (whole[0]["numerator"], own["measures"][0]["numerator"])
    assert 2 == main([*YEAR, "--department", "没有局"])
    assert "行政审批局" in capsys.readouterr().err


@pytest.mark.usefixtures("db", "desk")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--cases", "没有率"), "没有指标“没有率”。有：收件量、"),
        (("--format", "xlsx"), "xlsx 格式不能写到屏幕"),
        (("--store", "nowhere"), "没有这个文件夹：nowhere"),
        (("--year", "99999"), "没有99999年"),
        (("--evidence", "nowhere"), "没有 nowhere"),
    ],
)
def test_refusals(
    arguments: tuple[str, str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two for what cannot be done, and why."""
    assert 2 == main([*YEAR, *arguments])
    assert sentence in capsys.readouterr().err


def test_a_folder_that_is_no_store(tmp_path: Path) -> None:
    """Without tables: said in a sentence, in a process of its own."""
    made = subprocess.run(
        [sys.executable, "-m", "kaocheng.cli", *YEAR, "--store", str(tmp_path)],
        capture_output=True, text=True, check=False,
        env={"PATH": "", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": ":".join(sys.path)},
    )  # fmt: skip
    assert 2 == made.returncode
    assert "数据库读不出来" in made.stderr
