"""A clean year is stored whole, a year at fault not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kaocheng.cli.main import main
from kaocheng.cli.years import load, write
from tests.money.ledgers import payment, small_year


def test_a_clean_year_is_stored_and_restored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The archive holds the same year, and what came in is summed up."""
    write(tmp_path / "y", small_year())
    out = tmp_path / "2023.jsonl"
    assert 0 == main(["import", str(tmp_path / "y"), "--out", str(out)])
    said = capsys.readouterr().out
    assert "支付 2 条，60,100.00元" in said
    assert "没有错误，0 处提示。" in said
    assert small_year() == load(out).accounts


def test_an_archive_that_was_touched_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One digit changed by hand, or another file altogether."""
    write(tmp_path / "y", small_year())
    out = tmp_path / "2023.jsonl"
    main(["import", str(tmp_path / "y"), "--out", str(out)])
    out.write_text(out.read_text("utf-8").replace("10000", "20000"), "utf-8")
    assert 2 == main(["check-year", str(out)])
    out.write_bytes(b"\xff\xfe\x00")
    assert 2 == main(["check-year", str(out)])
    assert "存档" in capsys.readouterr().err


def test_a_year_at_fault_is_not_stored(tmp_path: Path) -> None:
    """One payment over its line, and the old archive stays as it was."""
    over = payment("Z3", amount=9_999_00)
    year = replace(small_year(), payments=(*small_year().payments, over))
    write(tmp_path / "y", year)
    out = tmp_path / "2023.jsonl"
    out.write_text("old")
    assert 1 == main(["import", str(tmp_path / "y"), "--out", str(out)])
    assert "old" == out.read_text()
    assert {"y", "2023.jsonl"} == {path.name for path in tmp_path.iterdir()}
