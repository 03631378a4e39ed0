"""`kaocheng chain` shows each year's chain and where the next year begins otherwise."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kaocheng.cli.main import main
from kaocheng.money.records import CarryOver
from tests.cli.year_archives import archive
from tests.money.ledgers import BASIC, GENERAL, PROJECT, RUN, SPECIAL, small_year

_NEXT = replace(
    small_year(), year=2024, budget=(), adjustments=(), income=(), payments=(), contracts=(),
    instalments=(),
)  # fmt: skip


def _years(tmp_path: Path, opening: int) -> list[str]:
    carried = (
        CarryOver("301", GENERAL, BASIC, RUN, 1_400_00),
        CarryOver("301", GENERAL, PROJECT, SPECIAL, opening),
    )
    return [
        str(archive(tmp_path / "2024.jsonl", replace(_NEXT, carried=carried))),
        str(archive(tmp_path / "2023.jsonl", small_year())),
    ]


def test_a_chain_that_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both years in order, with their sums."""
    assert main(["chain", *_years(tmp_path, 20_000_00)]) == 0
    said = capsys.readouterr().out
    assert said.index("2023 年度") < said.index("2024 年度")
    assert "年初 10,000.00元 ＋ 收入 71,500.00元 － 支付 60,100.00元 ＝ 年末 21,400.00元" in said
    assert "与上年年末衔接，2 项相符" in said


def test_a_year_that_begins_otherwise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Which chain, both ends and the difference, to the cent."""
    assert main(["chain", *_years(tmp_path, 19_999_99)]) == 1
    said = capsys.readouterr().out
    assert (
        f"衔接不上  301 {GENERAL} 项目支出 2010302：上年年末 20,000.00元，"
        "本年年初 19,999.99元，相差 -0.01元"
    ) in said
    assert "相符" not in said


def test_for_machines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object a chain, amounts in 分, with what the year before ended with."""
    assert main(["chain", *_years(tmp_path, 20_000_00), "--format", "json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(2023, None), (2023, None), (2024, 1_400_00), (2024, 20_000_00)] == [
        (one["year"], one["before"]) for one in told
    ]
    assert 20_000_00 == told[1]["closing"]


def test_a_year_missing_between(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is judged over a gap, nor of the same year twice."""
    old = str(archive(tmp_path / "old.jsonl", small_year()))
    new = str(archive(tmp_path / "new.jsonl", replace(_NEXT, year=2025, carried=())))
    assert main(["chain", old, new]) == 2
    assert "2023 年之后是 2025 年" in capsys.readouterr().err
    assert main(["chain", old, old]) == 2
    assert "给了两份" in capsys.readouterr().err
