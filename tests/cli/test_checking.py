"""`kaocheng check` as a whole: what is written where, what it ends with, and that nothing is lost.

Reading and checking are replaced by small made-up ones, so that only the command is under test.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import openpyxl
import pytest

from kaocheng.cli import checking, reviewing
from kaocheng.cli.main import main
from kaocheng.kernel.documents import Document, Unreadable
from kaocheng.kernel.reports import Report
from kaocheng.reading.opening import Misnamed
from tests.cli.reports import RULES, document, in_sentence, report


def _read(path: Path, *, trust_content: bool) -> Document:
    """What a file is to do stands in its name."""
    if "misnamed" in path.name and not trust_content:
        raise Misnamed("请改名为 .pdf 后再查。")
    if "torn" in path.name:
        raise Unreadable("文件不完整。")
    if "deadly" in path.name:
        os._exit(9)
    if "slow" in path.name:
        time.sleep(60)
    if "bug" in path.name:
        raise KeyError("ours")
    if not path.exists():
        raise Unreadable("没有这个文件。")
    return document(str(path))


def _check(taken: Document, *, edition: str | None, select: tuple, ignore: tuple) -> Report:
    """A file with an error, a note, or nothing."""
    name = Path(taken.file).name
    assert edition in (None, "yunnan_2020")
    if "error" in name and "SUM" not in ignore and (not select or "SUM001" in select):
        return report(taken, in_sentence(taken))
    if "note" in name:
        return report(taken, in_sentence(taken, code="TYP001"))
    return report(taken)


@pytest.fixture(autouse=True)
def _stubs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reviewing, "read", _read)
    monkeypatch.setattr(reviewing, "check", _check)
    monkeypatch.setattr(checking, "rulebook", lambda: RULES)
    monkeypatch.setattr("kaocheng.kernel.rulebook.Rule.page", lambda _: {})
    for name in ("clean", "note", "error", "torn", "deadly", "slow", "bug"):
        (tmp_path / f"{name}.txt").write_text("x")
    monkeypatch.chdir(tmp_path)


CODES = [
    (["clean.txt"], 0),
    (["clean.txt", "note.txt"], 0),
    (["clean.txt", "error.txt"], 1),
    (["error.txt", "--ignore", "SUM"], 0),
    (["error.txt", "--select", "typ"], 0),
    (["error.txt", "--edition", "yunnan_2020"], 1),
    (["error.txt", "torn.txt"], 2),
    (["gone.txt", "clean.txt"], 2),
]


@pytest.mark.parametrize(("arguments", "code"), CODES)
def test_exit_codes(arguments: list[str], code: int) -> None:
    """0 without errors, 1 with, 2 when something could not be read."""
    assert code == main(["check", *arguments])


def test_one_bad_file_never_stops_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    """Torn, deadly, slow or met by a fault of ours: each a sentence, the others as always."""
    names = ["error", "torn", "deadly", "slow", "bug", "note"]
    arguments = [f"{name}.txt" for name in names]
    assert 2 == main(["check", *arguments, "--format", "json", "--time-limit", "1"])
    captured = capsys.readouterr()
    records = [json.loads(line) for line in captured.out.splitlines()]
    assert arguments == [record["file"] for record in records]
    said = {record["file"]: record["message"] for record in records}
    assert "文件不完整" in said["torn.txt"]
    assert "意外结束" in said["deadly.txt"]
    assert "时间上限 1 秒" in said["slow.txt"]
    assert "程序出错（KeyError" in said["bug.txt"]
    assert "无法读取 torn.txt：文件不完整。" in captured.err


def test_the_summary_leaves_the_output_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """With --out it goes to the screen; without, JSON lines stay JSON lines."""
    main(["check", "error.txt", "note.txt", "--format", "json"])
    captured = capsys.readouterr()
    assert 2 == len([json.loads(line) for line in captured.out.splitlines()])
    assert "共 2 份文件" in captured.err
    main(["check", "error.txt", "note.txt", "--format", "json", "--out", "out.jsonl"])
    kept = capsys.readouterr()
    assert "共 2 份文件" in kept.out
    assert "报告已写入 out.jsonl" in kept.out
    assert Path("out.jsonl").read_text("utf-8") == captured.out


def test_nothing_but_the_output_is_written() -> None:
    """The folder holds one file more, whatever happened."""
    before = set(Path().iterdir())
    main(["check", ".", "--format", "json", "--out", "out.jsonl", "--time-limit", "1"])
    assert {Path("out.jsonl")} == set(Path().iterdir()) - before


REFUSED = [
    (["clean.txt", "--out", "clean.txt"], "不能被输出盖掉"),
    (["clean.txt", "--format", "xlsx"], "请用 --out"),
    (["clean.txt", "--select", "ABC"], "没有编号为 ABC"),
    (["clean.txt", "--suppress", "gone.toml"], "打不开"),
    (["clean.txt", "--baseline", "clean.txt"], "不是考成写出的基线"),
    (["clean.txt", "--write-baseline", "clean.txt"], "不能被输出盖掉"),
    (["clean.txt", "--out", "no/where.txt"], "不存在"),
]


@pytest.mark.parametrize(("arguments", "sentence"), REFUSED)
def test_nonsense_is_refused_before_any_work(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence, exit code 2, no output, and the files as they were."""
    before = {path: path.read_bytes() for path in Path().iterdir()}
    assert 2 == main(["check", *arguments])
    captured = capsys.readouterr()
    assert ("", True) == (captured.out, sentence in captured.err)
    assert before == {path: path.read_bytes() for path in Path().iterdir()}


def test_a_baseline_makes_old_findings_silent(capsys: pytest.CaptureFixture[str]) -> None:
    """Written once, it hides what stood there then, and says how much."""
    assert 0 == main(["check", "error.txt", "--write-baseline", "known.json"])
    capsys.readouterr()
    assert 0 == main(["check", "error.txt", "--baseline", "known.json"])
    assert "基线中已有、不再报 1 条" in capsys.readouterr().out


def test_suppression_needs_its_reason_and_says_it(capsys: pytest.CaptureFixture[str]) -> None:
    """What is borne is counted with its reason."""
    entry = '[[suppress]]\ncode = "SUM001"\nfile = "error.txt"\n'
    Path("s.toml").write_text(entry)
    assert 2 == main(["check", "error.txt", "--suppress", "s.toml"])
    assert "s.toml 第1行：缺少 reason" in capsys.readouterr().err
    Path("s.toml").write_text(f'{entry}reason = "已书面更正"\n', "utf-8")
    assert 0 == main(["check", "error.txt", "--suppress", "s.toml"])
    assert "按抑制清单不报 1 条，理由：已书面更正" in capsys.readouterr().out


def test_one_job_and_many_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """The output does not depend on how the work was shared out."""
    for number in range(20):
        Path(f"error{number:02}.txt").touch()
    arguments = ["check", ".", "--ignore", "TYP", "--time-limit", "1", "--format", "json"]
    outputs = []
    for jobs in ("1", "4"):
        main([*arguments, "--jobs", jobs])
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]


@pytest.mark.parametrize("form", ["text", "json", "sarif", "html", "md"])
def test_every_text_format_streams(form: str) -> None:
    """Bad and good files in one output of each format."""
    arguments = ["check", "error.txt", "torn.txt", "note.txt", "--format", form]
    assert 2 == main([*arguments, "--out", "out"])
    text = Path("out").read_text("utf-8")
    assert "error.txt" in text
    assert "torn.txt" in text


def test_a_workbook_holds_every_file() -> None:
    """A sheet a document, and the unreadable one among the rest; written whole."""
    arguments = ["check", "error.txt", "torn.txt", "note.txt", "--format", "xlsx"]
    assert 2 == main([*arguments, "--out", "out.xlsx"])
    book = openpyxl.load_workbook("out.xlsx", read_only=True)
    texts = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {"error.txt", "torn.txt", "note.txt"} <= texts
    assert [] == list(Path().glob(".*part"))


def test_a_misnamed_file_is_refused_unless_its_content_is_trusted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2 with what to do; --trust-content reads it."""
    (tmp_path / "misnamed.docx").write_text("x")
    assert 2 == main(["check", "misnamed.docx"])
    assert "请改名为 .pdf 后再查。不改名也可以加 --trust-content" in capsys.readouterr().out
    assert 0 == main(["check", "misnamed.docx", "--trust-content"])


def test_an_unknown_edition_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, the known ones are listed, nothing is checked."""
    assert 2 == main(["check", "clean.txt", "--edition", "mars"])
    told = capsys.readouterr()
    assert "" == told.out
    assert told.err.startswith("没有版式 mars，可选：national、hunan_2019、")


def test_a_pipe_is_never_replaced_by_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--out onto a pipe ends with a sentence, exit code 2, and the pipe is still one."""
    os.mkfifo(tmp_path / "pipe")
    assert 2 == main(["check", "clean.txt", "--out", "pipe"])
    assert "不是普通文件" in capsys.readouterr().err
    assert (tmp_path / "pipe").is_fifo()
