"""The calendar of 2004 to 2026 against an independent slow count and two published packages."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import chinese_calendar
import pytest
from holidays import CN
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.workdays import Unannounced
from kaocheng.law.calendar import loading, notices, work_calendar

FIRST, LAST, LONGEST = date(2004, 1, 1), date(2026, 12, 31), 120
FILES = sorted(Path(loading.__file__).parent.glob("[0-9]*.toml"))
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
LATER_CONFIRMED = date(2005, 12, 31)
"""chinesecalendar leaves it a day off; the notice for 2006 made it a working day."""


def _raw() -> list[dict[str, Any]]:
    """The notices as their files write them, in order, read without the code under test."""
    return [raw for path in FILES for raw in tomllib.loads(path.read_text("utf-8"))["notice"]]


def _works() -> dict[date, bool]:
    """Each day judged straight from the data: the week, then what every notice says in turn."""
    works = {day: day.isoweekday() <= 5 for day in DAYS}
    for raw in _raw():
        for holiday in raw["holiday"]:
            works.update(dict.fromkeys(holiday["off"], False))
            works.update(dict.fromkeys(holiday.get("make_up", []), True))
    return works


WORKS = _works()


def test_due_days_of_every_start_and_length() -> None:
    """8,401 start days and 1 to 120 working days: equal to walking from day to day; beyond 2026 an error."""
    calendar = work_calendar()
    ahead: list[date] = []  # the next working days after the start, nearest first
    for start in reversed(DAYS):
        assert ahead == [calendar.due(start, n) for n in range(1, len(ahead) + 1)], start
        if len(ahead) < LONGEST:
            with pytest.raises(Unannounced):
                calendar.due(start, len(ahead) + 1)
        if WORKS[start]:
            ahead = [start, *ahead[: LONGEST - 1]]


@given(st.sampled_from(DAYS), st.integers(1, LONGEST))
def test_due_day_counted_one_by_one(start: date, length: int) -> None:
    """The same, counted in the most simple-minded way."""
    day, left = start, length
    while left and day < LAST:
        day += timedelta(days=1)
        left -= WORKS[day]
    if left:
        with pytest.raises(Unannounced):
            work_calendar().due(start, length)
    else:
        assert day == work_calendar().due(start, length)


def test_every_day_against_holidays() -> None:
    """The package `holidays` judges every day of the 23 years the same."""
    other = CN(years=range(2004, 2027))
    assert [] == [d for d in DAYS if work_calendar().is_workday(d) != other.is_working_day(d)]


def test_every_day_against_chinesecalendar() -> None:
    """The package `chinesecalendar` judges every day the same but the one of which it does not know."""
    calendar = work_calendar()
    differing = [d for d in DAYS if calendar.is_workday(d) != chinese_calendar.is_workday(d)]
    assert [LATER_CONFIRMED] == differing
    assert calendar.is_workday(LATER_CONFIRMED)
    assert "2006年" in str(calendar.why(LATER_CONFIRMED).notice)


def test_every_notice_says_what_it_is() -> None:
    """One file a year from 2004 on; each notice has a title, and a number exactly where it is confirmed."""
    assert [path.stem for path in FILES] == [str(year) for year in range(2004, 2027)]
    for raw in _raw():
        assert "放假" in raw["title"] or "节假日" in raw["title"] or "假期" in raw["title"]
        assert bool(raw.get("number")) == raw["number_confirmed"]
        assert ("issued" in raw) == raw["number_confirmed"]
        assert raw["days_confirmed"]


def test_days_of_a_notice_are_near_its_year_and_make_sense() -> None:
    """Days off and make-up days lie in the year or the December before; make-up days are weekend days."""
    for notice in notices():
        for day, occasion in (*notice.days_off, *notice.make_ups):
            assert day.year == notice.year or (day.year, day.month) == (notice.year - 1, 12)
            assert occasion
        assert all(day.isoweekday() > 5 for day, _ in notice.make_ups)
        assert not {d for d, _ in notice.days_off} & {d for d, _ in notice.make_ups}


def test_a_change_within_the_year_goes_before() -> None:
    """2020: the Saturday that was to be worked became a day off when the Spring Festival was prolonged."""
    why = work_calendar().why(date(2020, 2, 1))
    assert (False, "国办发明电〔2020〕1号") == (why.works, why.notice.number if why.notice else "")
