"""The door: lazily resolved commands and a quick start."""

from __future__ import annotations

import errno
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from kaocheng import __version__
from kaocheng.cli.main import COMMANDS, main

HEAVY = ("lxml", "pypdfium2", "python_calamine", "xlsxwriter", "charset_normalizer")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_resolves(command: str) -> None:
    """Each name in the table leads to a function that is there."""
    module, _, function = COMMANDS[command].partition(":")
    assert callable(getattr(import_module(module), function))


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` prints name and version and ends well."""
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert (caught.value.code, capsys.readouterr().out) == (0, f"考成 {__version__}\n")


@pytest.mark.parametrize("arguments", [["--version"], ["explain", "SUM001"], ["rules"]])
def test_a_quick_start_loads_no_reader(arguments: list[str]) -> None:
    """What reads no file loads no library for files; `bench/speed.py` measures the start-up."""
    code = (
        "import sys\nfrom kaocheng.cli.main import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        f"sys.stderr.write(','.join(set(sys.modules) & set({HEAVY!r})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stderr == b""


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    """`kaocheng rules | head -1` ends without a traceback."""
    script = f"{sys.executable} -m kaocheng.cli rules | head -1"
    done = subprocess.run(
        ["/bin/sh", "-c", script], capture_output=True, cwd=tmp_path, text=True, check=True
    )
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


def test_a_fault_of_ours_is_not_taken_for_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An exception nobody expected ends with 2 and its traceback, never with 1."""
    monkeypatch.setitem(COMMANDS, "rules", "kaocheng.cli.main:absent")
    assert 2 == main(["rules"])
    assert "AttributeError" in capsys.readouterr().err


def test_a_full_disk_is_said_in_chinese(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback and no English; exit code 2."""

    def full(_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", "问题.jsonl")

    monkeypatch.setattr("kaocheng.cli.listing.run", full)
    assert 2 == main(["rules"])
    assert "读写文件时出错：问题.jsonl，磁盘已满。\n" == capsys.readouterr().err
