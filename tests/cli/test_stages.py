"""Steps are shown to a person at a terminal and to nobody else."""

from __future__ import annotations

import sys

import pytest

from kaocheng.cli.stages import Stages


def test_nothing_is_written_where_nobody_sits(capsys: pytest.CaptureFixture[str]) -> None:
    """A log file gets no control characters."""
    with Stages().shown("读账"):
        pass
    assert ("", "") == tuple(capsys.readouterr())


def test_a_person_sees_the_step(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """While it goes on; afterwards the line is empty again."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    stages = Stages()
    with stages.shown("读账"):
        assert "1 读账……" in capsys.readouterr().err
    assert capsys.readouterr().err.endswith("\x1b[K")
