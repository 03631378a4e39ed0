"""The bar is for people: silent in a pipe, gone when it is done."""

from __future__ import annotations

import io
import sys

import pytest

from kaocheng.cli.progress import watched


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_silent_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """In a pipe nothing is drawn, and the things pass through."""
    assert list(watched("abc", 3)) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""


def test_drawn_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """It counts to the end and clears its line behind it."""
    monkeypatch.setattr(sys, "stderr", terminal := _Terminal())
    assert list(watched("abc", 3)) == ["a", "b", "c"]
    assert "3/3" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(("total", "wanted"), [(1, True), (3, False)])
def test_not_drawn_for_one_file_or_when_unwanted(
    monkeypatch: pytest.MonkeyPatch, total: int, *, wanted: bool
) -> None:
    """One file needs no bar, and `--no-progress` is obeyed."""
    monkeypatch.setattr(sys, "stderr", terminal := _Terminal())
    assert len(list(watched("abc"[:total], total, wanted=wanted))) == total
    assert terminal.getvalue() == ""
