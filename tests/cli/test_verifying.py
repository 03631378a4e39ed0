"""`kaocheng verify` says what was verified and what does not agree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kaocheng.cli.main import main
from kaocheng.cli.packages import EVIDENCE, FIGURES
from tests.cli.tiny_package import package


def _told(folder: Path, capsys: pytest.CaptureFixture[str], code: int, *more: str) -> str:
    assert main(["verify", str(folder), *more]) == code
    return capsys.readouterr().out


def test_a_good_package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """How much was verified, and the fingerprint."""
    told = _told(package(tmp_path), capsys, 0)
    assert "数字 8 个，证据 5 条，已逐个重算" in told
    assert "全部相符。台账指纹 " in told


def test_altered_evidence_and_ledger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both seals, the entry, and the figures that print what no longer follows."""
    folder = package(tmp_path)
    for name, old, new in ((EVIDENCE, "3000000", "3100000"), (FIGURES, '"33.33"', '"33.34"')):
        text = (folder / name).read_text("utf-8")
        (folder / name).write_text(text.replace(old, new), "utf-8")
    told = _told(folder, capsys, 1)
    assert "证据“Z3”的内容与它的摘要不符" in told
    assert "写着“60,000.00”，应为“61,000.00”" in told
    assert "figures.json 与它末尾的摘要不符" in told
    assert "evidence.csv 与公布时的摘要不符" in told


def test_lost_and_strange_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is gone, one that cannot be read, one outside the folder."""
    folder = package(tmp_path, "gone.docx", "torn.docx", "../out.docx")
    (folder / "torn.docx").write_bytes(b"PK\x03\x04torn")
    told = _told(folder, capsys, 1, "--format", "json")
    *faults, last = map(json.loads, told.splitlines())
    assert ["gone.docx", "torn.docx", "../out.docx"] == [fault["file"] for fault in faults]
    assert last["summary"]["faults"] == 3
