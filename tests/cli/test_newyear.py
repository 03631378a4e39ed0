"""A new year is a folder of templates, made whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kaocheng.cli.main import main
from kaocheng.money.registers import all_registers
from kaocheng.performance import folder as performance


def test_a_new_year_is_a_folder_of_templates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every register has its template; what is still empty is a short, clear list."""
    folder = tmp_path / "2023年度账"
    assert 0 == main(["new-year", str(folder), "--edition", "sichuan_2023"])
    assert "check-year" in capsys.readouterr().out
    names = {path.name for path in folder.iterdir()}
    wanted = {
        f"{register.name}.xlsx" for register in (*all_registers(), *performance.all_registers())
    }
    assert wanted | {"year.toml"} == names
    assert 1 == main(["check-year", str(folder), "--format", "json"])
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ["year.toml", "单位.xlsx", "年初预算.xlsx", "收入.xlsx", "支付.xlsx"] == [
        fault["file"] for fault in told
    ]


@pytest.mark.parametrize("edition", ["yunnan_2020", "sichuan_2023", "shanghai_2024"])
def test_every_edition_has_a_new_year(tmp_path: Path, edition: str) -> None:
    """The year is the edition's own unless another is wished."""
    assert 0 == main(["new-year", str(tmp_path / "a"), "--edition", edition])
    assert f"year = {edition[-4:]}\n" in (tmp_path / "a/year.toml").read_text("utf-8")
    more = ["--year", "2022", "--department", "青山县行政审批局"]
    assert 0 == main(["new-year", str(tmp_path / "b"), "--edition", edition, *more])
    text = (tmp_path / "b/year.toml").read_text("utf-8")
    assert "year = 2022\n" in text
    assert 'department = "青山县行政审批局"\n' in text


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with something in it, an edition nobody knows: refused, and nothing changed."""
    (tmp_path / "支付.xlsx").write_bytes(b"mine")
    assert 2 == main(["new-year", str(tmp_path), "--edition", "sichuan_2023"])
    assert 2 == main(["new-year", str(tmp_path / "b"), "--edition", "hunan_1999"])
    assert "yunnan_2020" in capsys.readouterr().err
    assert ["支付.xlsx"] == [path.name for path in tmp_path.iterdir()]
