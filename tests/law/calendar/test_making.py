"""The files of the calendar are what the tool writes; a year added by hand would be seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaocheng.law.calendar import loading
from tools import make_calendar

FOLDER = Path(loading.__file__).parent


def test_the_packages_agree() -> None:
    """But for the one day that is decided in the tool."""
    assert make_calendar.differing() == []


@pytest.mark.parametrize("year", make_calendar.YEARS)
def test_the_file_is_what_the_tool_writes(year: int) -> None:
    """Word for word."""
    assert make_calendar.page(year) == (FOLDER / f"{year}.toml").read_text("utf-8")
