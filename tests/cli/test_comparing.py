"""`kaocheng check` with several files of one office: what is said between them, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from kaocheng.cli.main import main

FIRST = "青禾县行政审批局2021年度单位决算\n一、收支决算情况\n2021年年末结转和结余12.50万元。\n"
SECOND = "青禾县行政审批局2022年度单位决算\n一、收支决算情况\n2022年年初结转和结余{}万元。\n"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(FIRST, "utf-8")
    Path("b.txt").write_text(SECOND.format("15.20"), "utf-8")
    Path("c.txt").write_text(SECOND.format("12.50"), "utf-8")


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["check", *arguments, "--no-progress"])
    return code, capsys.readouterr().out


def _lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    _, out = _run(capsys, *arguments, "--format", "json")
    return [json.loads(line) for line in out.splitlines()]


def test_json_names_both_files(capsys: pytest.CaptureFixture[str]) -> None:
    """The finding stands in the later file; the other place says which file it is in."""
    (found,) = [one for one in _lines(capsys, "a.txt", "b.txt") if one["code"] == "YEA001"]
    assert ("b.txt", 3, "15.20万元", "error") == (
        found["file"], found["line"], found["quote"], found["severity"],
    )  # fmt: skip
    places = found["places"]
    assert isinstance(places, list)
    assert [("a.txt", 3)] == [(place["file"], place["line"]) for place in places]


def test_the_exit_code_counts_it(capsys: pytest.CaptureFixture[str]) -> None:
    """An error between two files is an error of the run."""
    assert 1 == _run(capsys, "a.txt", "b.txt")[0]
    assert 0 == _run(capsys, "a.txt", "c.txt")[0]
    assert 0 == _run(capsys, "b.txt")[0]


def test_the_summary_tells_what_came_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    """How many figures were held against another file; the error counts in its file's line."""
    said = _run(capsys, "a.txt", "b.txt")[1]
    assert "文件之间核对 4 项：不符 1，不适用 3。" in said
    assert "共 2 份文件：1 处错误" in said
    assert "《a.txt》" in said
    assert "相符 1" in _run(capsys, "a.txt", "c.txt")[1]
    assert "文件之间" not in _run(capsys, "a.txt")[1]


@pytest.mark.parametrize("shape", ["sarif", "html", "md"])
def test_the_other_formats(shape: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each shows the finding, its value and the other document."""
    out = _run(capsys, "a.txt", "b.txt", "--format", shape)[1]
    for words in ("YEA001", "12.50万元", "a.txt"):
        assert words in out


def test_sarif_leads_to_the_other_file(capsys: pytest.CaptureFixture[str]) -> None:
    """A related location has its own address."""
    log = json.loads(_run(capsys, "a.txt", "b.txt", "--format", "sarif")[1])
    (found,) = [one for one in log["runs"][0]["results"] if one["ruleId"] == "YEA001"]
    other = found["relatedLocations"][0]["physicalLocation"]
    assert ("a.txt", 3) == (other["artifactLocation"]["uri"], other["region"]["startLine"])


def test_the_workbook_lists_it_once() -> None:
    """Among all findings; no second sheet of the inspector for the same document."""
    main(["check", "a.txt", "b.txt", "--format", "xlsx", "--out", "x.xlsx", "--no-progress"])
    book = openpyxl.load_workbook("x.xlsx")
    listed = [row for row in book["全部问题"].iter_rows(values_only=True) if "YEA001" in row]
    assert 1 == len(listed)
    assert 5 == len(book.sheetnames)


def test_baseline_and_suppression(capsys: pytest.CaptureFixture[str]) -> None:
    """Both know a finding between files as they know any other."""
    assert 0 == _run(capsys, "a.txt", "b.txt", "--write-baseline", "known.json")[0]
    assert 0 == _run(capsys, "a.txt", "b.txt", "--baseline", "known.json")[0]
    entry = '[[suppress]]\ncode = "YEA001"\nfile = "b.txt"\nreason = "已更正"\n'
    Path("borne.toml").write_text(entry, "utf-8")
    code, said = _run(capsys, "a.txt", "b.txt", "--suppress", "borne.toml")
    assert 0 == code
    assert "按抑制清单不报 1 条，理由：已更正" in said


def test_ignored_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """--ignore and --select hold between files too."""
    assert [] == _lines(capsys, "a.txt", "b.txt", "--ignore", "YEA")


def test_the_order_is_the_same_with_any_number_of_workers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whichever file is done first."""
    one = _lines(capsys, "a.txt", "b.txt", "c.txt", "--jobs", "1")
    assert one == _lines(capsys, "a.txt", "b.txt", "c.txt", "--jobs", "3")
