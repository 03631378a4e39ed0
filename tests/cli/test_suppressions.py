"""Suppression needs a reason; it covers what it says and no more."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kaocheng.cli.refusals import Refused
from kaocheng.cli.suppressions import Suppression, suppressions
from tests.cli.reports import document, in_sentence

TODAY = date(2026, 5, 4)
GOOD = '[[suppress]]\ncode = "sum001"\nfile = "*.txt"\nreason = "已更正"\n'


def _read(tmp_path: Path, text: str) -> tuple[Suppression, ...]:
    path = tmp_path / "suppress.toml"
    path.write_text(text, "utf-8")
    return suppressions(path, TODAY)


def test_an_entry_is_read(tmp_path: Path) -> None:
    """Codes may be typed in small letters."""
    assert _read(tmp_path, GOOD) == (Suppression("SUM001", "*.txt", "已更正"),)


@pytest.mark.parametrize(("until", "runs"), [("2026-05-03", 0), ("2026-05-04", 1)])
def test_an_entry_runs_until_its_day(tmp_path: Path, until: str, runs: int) -> None:
    """The last day counts, the next does not."""
    assert len(_read(tmp_path, f"{GOOD}until = {until}\n")) == runs


BAD = {
    "nothing": ("[[suppress]]\n", "缺少 code（编号）、file（文件）、reason（理由）"),
    "two lacking": (
        '[[suppress]]\ncode = "A"\n',
        "第6行：缺少 file（文件）、reason（理由）；",
    ),
    "no reason": ('[[suppress]]\ncode = "A"\nfile = "*"\n', "第6行：缺少 reason"),
    "blank reason": ('[[suppress]]\ncode = "A"\nfile = "*"\nreason = " "\n', "第6行：缺少 reason"),
    "unknown key": ('[[suppress]]\ncod = "A"\n', "第6行：不认识的项 cod"),
    "no date": (f'{GOOD}until = "morgen"\n', "第6行：until 要写成日期"),
    "not TOML": ("[[suppress]\n", "不是正确的 TOML：第6行第11列"),
    "cut off": ("[[suppress]]\ncode =", r"TOML：第7行第7列（文件末尾）写法不对"),
    "other table": ("[other]\n", "只能有"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_entry_is_refused_with_its_line(tmp_path: Path, case: str) -> None:
    """A good entry before it does not hide the bad one."""
    text, sentence = BAD[case]
    with pytest.raises(Refused, match=sentence):
        _read(tmp_path, f"{GOOD}\n{text}")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """A suppression file that is not there is not silently empty."""
    with pytest.raises(Refused, match="打不开：没有这个文件或文件夹。"):
        suppressions(tmp_path / "gone.toml", TODAY)


@pytest.mark.parametrize(
    ("entry", "covered"),
    [
        (Suppression("SUM001", "a.txt", "r"), True),
        (Suppression("SUM001", "docs/*", "r"), True),
        (Suppression("SUM001", "b.txt", "r"), False),
        (Suppression("SUM002", "a.txt", "r"), False),
        (Suppression("SUM001", "a.txt", "r", "5.00万元"), True),
        (Suppression("SUM001", "a.txt", "r", "5.00"), False),
    ],
)
def test_what_an_entry_covers(entry: Suppression, *, covered: bool) -> None:
    """Code and quote exactly, the file by path or name."""
    assert entry.covers(in_sentence(document())) is covered
