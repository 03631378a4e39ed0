"""`kaocheng audit`: whole, tampered, unreadable; for people and for machines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection

from kaocheng.cli import auditing
from kaocheng.cli.main import main
from kaocheng.site.audit.models import StoredEvent, StoredSeal
from kaocheng.site.audit.services import append, seal_events
from kaocheng.site.audit.triggers import allow_changes

BEGIN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
COUNTY = "510904"
filled = pytest.mark.usefixtures("db", "store")


@pytest.fixture
def store() -> None:
    """Two streams of three events, sealed, and the triggers off."""
    allow_changes(connection)
    for stream in ("matter/甲", "matter/乙"):
        for step in range(3):
            append(
                county=COUNTY, stream=stream, kind="办理", facts={"步": step}, actor="clerk", role="",
                at=BEGIN,
            )  # fmt: skip
    seal_events(county=COUNTY, at=BEGIN)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Exit code and what was said."""
    code = main(["audit", *arguments])
    return code, capsys.readouterr().out


@filled
def test_a_whole_store(capsys: pytest.CaptureFixture[str]) -> None:
    """0, with counts and the seal to be noted."""
    code, said = run(capsys, "verify")
    seal = StoredSeal.objects.get()
    assert code == 0
    assert "核验事件 6 条，事件流 2 条，封存 1 次；尚未封存的事件 0 条" in said
    assert f"封存 1:{seal.digest}" in said
    assert said.endswith("全部相符。\n")


@filled
def test_a_tampered_store(capsys: pytest.CaptureFixture[str]) -> None:
    """1, with stream, serial and kind of each; the same as JSON lines."""
    StoredEvent.objects.filter(stream="matter/甲", serial=2).update(facts='{"步":9}')
    StoredEvent.objects.filter(stream="matter/乙", serial=3).delete()
    code, said = run(capsys, "verify")
    assert code == 1
    assert f"{COUNTY} matter/甲 第2条：内容与摘要不符（内容被改）" in said
    assert f"{COUNTY} matter/乙 第3条：封存之后被截去（尾部被截）" in said
    assert "发现 2 处改动" in said
    code, said = run(capsys, "verify", "--format", "json")
    *breaks, summary = [json.loads(line) for line in said.splitlines()]
    assert code == 1
    assert {("matter/甲", 2, "内容被改"), ("matter/乙", 3, "尾部被截")} == {
        (found["stream"], found["first"], found["kind"]) for found in breaks
    }
    assert summary["summary"]["events"] == 5


@filled
def test_many_breaks_are_not_all_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """The first fifty, and how many more."""
    for number in range(60):
        append(
            county=COUNTY, stream=f"matter/{number}", kind="受理", facts={}, actor="a", role="", at=BEGIN
        )  # fmt: skip
    StoredEvent.objects.filter(serial=1).update(kind="改")
    code, said = run(capsys, "verify")
    assert code == 1
    assert "另有 12 处，见 --format json" in said
    assert "发现 62 处改动" in said


@filled
def test_a_seal_noted_outside(capsys: pytest.CaptureFixture[str]) -> None:
    """What was noted holds; what was cut off since does not."""
    noted = f"1:{StoredSeal.objects.get().digest[:10]}"
    assert run(capsys, "verify", "--anchor", noted)[0] == 0
    StoredSeal.objects.all().delete()
    code, said = run(capsys, "verify", "--anchor", noted, "--county", COUNTY)
    assert code == 1
    assert "现在没有这一次封存" in said


@pytest.mark.parametrize("anchor", ["x:ab", "12", "1:", ":ab"])
def test_an_anchor_is_number_and_digest(anchor: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Anything else is told how to write it."""
    with pytest.raises(SystemExit) as found:
        main(["audit", "verify", "--anchor", anchor])
    assert found.value.code == 2
    assert "封存号:摘要" in capsys.readouterr().err


@filled
def test_sealing(capsys: pytest.CaptureFixture[str]) -> None:
    """What grew is sealed; a second time there is nothing to do."""
    append(
        county=COUNTY, stream="matter/甲", kind="办理", facts={}, actor="clerk", role="", at=BEGIN
    )  # fmt: skip
    code, said = run(capsys, "seal")
    assert code == 0
    assert f"{COUNTY}：封存 2:{StoredSeal.objects.get(number=2).digest}" in said
    assert "没有新的事件" in run(capsys, "seal", "--county", COUNTY)[1]


@filled
def test_a_county_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """Another county's tampering is not looked at."""
    append(county="510905", stream="matter/1", kind="办", facts={}, actor="a", role="", at=BEGIN)
    StoredEvent.objects.filter(county="510905").update(kind="改")
    assert run(capsys, "verify", "--county", COUNTY)[0] == 0
    assert run(capsys, "verify")[0] == 1


def test_a_folder_that_is_no_store(tmp_path: Path) -> None:
    """2, with a sentence: no such folder; a folder without a database."""
    for folder, says in ((tmp_path / "none", "没有这个文件夹"), (tmp_path, "数据库读不出来")):
        given = {k: v for k, v in os.environ.items() if not k.startswith(("KAOCHENG", "DJANGO"))}
        done = subprocess.run(
            [sys.executable, "-m", "kaocheng.cli", "audit", "verify", "--store", str(folder)],
            capture_output=True, text=True, encoding="utf-8", env=given, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stdout) == (2, "")
        assert says in done.stderr
        assert "Traceback" not in done.stderr


def test_without_the_site_part(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """2, and what to install."""
    monkeypatch.setattr(auditing, "find_spec", lambda _: None)
    assert main(["audit", "verify"]) == 2
    assert "kaocheng[site]" in capsys.readouterr().err


def test_progress_is_for_people_at_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every twenty thousand events, on the error stream; not for a file, not for a small store, not unwanted."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    for total, wanted in ((1_000_000, True), (1_000_000, False), (10, True)):
        step = auditing._bar(total, wanted=wanted)
        for done in (2_000, 20_000, 500_000):
            step(done)
    told = capsys.readouterr().err
    assert told == "\r核验 20,000/1,000,000（2%）\r核验 500,000/1,000,000（50%）"
    monkeypatch.setattr("sys.stderr.isatty", lambda: False)
    auditing._bar(1_000_000, wanted=True)(20_000)
    assert capsys.readouterr().err == ""
