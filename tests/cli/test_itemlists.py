"""`kaocheng items`: a template to fill in, and what is wrong with it before it is taken in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kaocheng.cli.main import main
from tests.catalogue.versions import immediate, ordinary
from tests.catalogue.workbooks import csv_files, workbook


def test_the_template_can_be_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Empty, so nothing is wrong with it."""
    path = tmp_path / "事项模板.xlsx"
    assert 0 == main(["items", "template", str(path)])
    assert 0 == main(["items", "check", str(path)])
    assert "读出 0 个事项；0 处错误" in capsys.readouterr().out


def test_sound_sheets_are_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A workbook, and csv files together; departments are taken as they are written."""
    versions = [ordinary(), immediate()]
    assert 0 == main(["items", "check", str(workbook(tmp_path / "目录.xlsx", versions))])
    paths = [str(path) for path in csv_files(tmp_path, versions, dict.copy)]
    assert 0 == main(["items", "check", *paths])
    assert 2 == capsys.readouterr().out.count("读出 2 个事项；0 处错误")


@pytest.mark.parametrize("form", ["text", "json"])
def test_faults_are_told_with_place_and_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    """For people and for machines."""
    path = workbook(tmp_path / "目录.xlsx", [ordinary(conditions="")])
    assert 1 == main(["items", "check", str(path), "--format", form])
    said = capsys.readouterr().out
    if form == "json":
        told = [json.loads(line) for line in said.splitlines()]
        faults = [one for one in told if one["severity"] == "error"]
        assert [("受理条件", 2)] == [(one["column"], one["row"]) for one in faults]
    else:
        assert "错误  目录.xlsx 工作表“事项”第2行“受理条件”：没有填写受理条件（ITM001）" in said


def test_what_cannot_be_read_or_written_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is not there, one that is no table, a template that is no workbook."""
    (tmp_path / "x.xlsx").write_bytes(b"no workbook")
    for arguments in (["check", "nowhere.xlsx"], ["check", "x.xlsx"], ["template", "x.txt"]):
        what, name = arguments
        assert 2 == main(["items", what, str(tmp_path / name)])
    assert capsys.readouterr().err.strip()
