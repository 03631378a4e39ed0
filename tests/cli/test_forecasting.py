"""`kaocheng forecast` tells the year's score by month and names the indicators in danger."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kaocheng.cli.main import main
from tests.cli.year_archives import archive
from tests.money.ledgers import small_year
from tests.performance.years import year

EXAMPLE = str(Path(__file__).parents[2] / "examples" / "year")


def test_what_is_in_danger_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence of the goal, then the indicator with its points and its reading."""
    assert main(["forecast", EXAMPLE, "--month", "9"]) == 1
    said = capsys.readouterr().out
    assert "“政务服务大厅运转经费”按9月监控，全年预计87.81至99.67分，2项须关注。" in said
    assert "  难以完成  报修当日响应率（10分，预计9.8分）：9月完成93.1%，指标值95%" in said
    assert "按6月监控" not in said
    assert "“青禾县行政审批局”（区级部门整体支出绩效评价自评得分）按9月监控" in said
    assert "  难以完成  预算完成（10分" in said


def test_the_months_reported_are_taken(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --month: June, September and November, as far as there are readings."""
    main(["forecast", EXAMPLE, "--format", "json"])
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [6, 9, 11] == sorted({one["month"] for one in told})
    first = told[0]["indicators"]
    assert {"正常", "有风险", "难以完成"} >= {one["danger"] for one in first}
    assert (None, "预算执行率") == (first[0]["number"], first[0]["name"])


def test_nothing_to_forecast(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Accounts alone are refused with what to fill in; goals without indicators are said."""
    alone = archive(tmp_path / "alone.jsonl", small_year())
    assert main(["forecast", str(alone)]) == 2
    assert "没有绩效登记表" in capsys.readouterr().err
    bare = archive(tmp_path / "bare.jsonl", small_year(), year("yunnan_2020", indicators=()))
    assert main(["forecast", str(bare)]) == 0
    assert "无从预测" in capsys.readouterr().out


def test_a_year_at_fault_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty folder is no year; the clerk is sent to check-year."""
    assert main(["forecast", str(tmp_path)]) == 2
    assert "kaocheng check-year" in capsys.readouterr().err
