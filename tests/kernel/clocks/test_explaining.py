"""Explanations: every day of a worked ledger, and that the lines always add up to the reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import assume, given

from kaocheng.kernel.clocks import (
    SHANGHAI,
    Budget,
    Entry,
    Line,
    Span,
    Turn,
    explain_clock,
    read_clock,
)
from tests.kernel.clocks.ledgers import CALENDAR, at, ledgers

START = Entry(Turn.START, at("02-11 10:00"), "受理", "受理通知书1号")
PAUSE = Entry(Turn.PAUSE, at("02-12 10:00"), "专家评审", "特别程序告知书2号")
RESUME = Entry(Turn.RESUME, at("02-25 10:00"), "评审结束")


def told(lines: tuple[Line, ...]) -> dict[str, str]:
    """Day and reason, as they are printed."""
    return {f"{line.day.day:%m-%d}": line.why for line in lines}


def test_every_day_of_a_worked_ledger() -> None:
    """Over the Spring Festival of 2026: notice, pause and week each give their reason."""
    lines = explain_clock(Budget(3), [START, PAUSE, RESUME], CALENDAR, at("02-26 09:00"))
    notice = "《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）"
    pause = "暂停：专家评审（特别程序告知书2号）"
    found = told(lines)
    assert found["02-11"] == "起算当日不计入"
    assert found["02-12"] == "第1日"
    assert found["02-13"] == pause
    assert found["02-14"] == pause, "a Saturday that is worked, but the clock stood still"
    assert found["02-16"] == f"春节放假，{notice}"
    assert found["02-22"] == f"春节放假，{notice}"
    assert found["02-24"] == pause
    assert found["02-25"] == "第2日"
    assert found["02-26"] == "第3日"
    assert list(found)[-1] == "02-26"
    assert [line for line in lines if line.entries][1].entries == (PAUSE,)


def test_days_ahead_are_marked_and_a_worked_saturday_cites_its_notice() -> None:
    """Read on the first day, the rest is ahead; 28 February 2026 is a Saturday that counts."""
    begun = replace(START, at=at("02-26 10:00"))
    lines = explain_clock(Budget(3), [begun], CALENDAR, at("02-26 11:00"))
    assert [False, True, True, True, True] == [line.ahead for line in lines]
    assert told(lines)["02-28"].startswith("第2日，春节调休上班，《国务院办公厅关于2026年")
    assert told(lines)["03-01"] == "休息日"
    assert lines[-1].day.day == date(2026, 3, 2)


def test_late_days_are_counted_on() -> None:
    """After the last day the lines go on to the day it is read."""
    lines = explain_clock(Budget(1), [START], CALENDAR, at("02-14 09:00"))
    assert list(told(lines).values())[1:3] == ["第1日", "逾期第1日"]
    assert told(lines)["02-14"].startswith("逾期第2日，春节调休上班")


def test_a_reset_begins_anew() -> None:
    """The day of the reset stands at the head."""
    reset = Entry(Turn.RESET, at("02-25 10:00"), "补正材料收齐")
    lines = explain_clock(Budget(1), [START, PAUSE, reset], CALENDAR, at("02-25 11:00"))
    assert told(lines) == {"02-25": "重新起算当日不计入", "02-26": "第1日"}


def test_the_day_of_grace_says_so() -> None:
    """Paused on the last day: the day it resumes is the last and not counted."""
    lines = explain_clock(Budget(1), [START, PAUSE, RESUME], CALENDAR, at("02-25 11:00"))
    assert told(lines)["02-25"] == "时限最后一日暂停，恢复当日为到期日，不另计"


def test_a_limit_that_moves_says_under_what() -> None:
    """A last day on a Saturday moves to Monday and cites the provision."""
    begun = replace(START, at=at("03-02 10:00"))
    moving = Budget(5, Span.DAY, "《民法典》第二百零三条")
    found = told(explain_clock(moving, [begun], CALENDAR, at("03-02 11:00")))
    assert found["03-07"] == "第5日"
    assert found["03-08"] == "最后一日顺延（《民法典》第二百零三条）"
    assert list(found)[-1] == "03-09"


def test_minutes_by_day() -> None:
    """Each day says how many minutes of opening time it took."""
    begun = replace(START, at=at("03-06 16:00"))
    lines = explain_clock(Budget(3, Span.HOUR), [begun], CALENDAR, at("03-09 10:00"))
    assert [(60, 60), (0, 60), (0, 60), (60, 120)] == [(line.amount, line.number) for line in lines]
    assert told(lines)["03-07"] == "休息日"


def test_a_clock_that_waits_has_nothing_to_explain() -> None:
    """No start, no days; an entry in the future is none."""
    assert explain_clock(Budget(3), [START], CALENDAR, at("02-10 09:00")) == ()


def test_where_the_announced_years_end_the_explanation_ends() -> None:
    """The days of the year that is known, and not one more."""
    late = replace(START, at=datetime(2026, 12, 29, 9, tzinfo=SHANGHAI))
    lines = explain_clock(Budget(20), [late], CALENDAR, late.at)
    assert lines[-1].day.day == date(2026, 12, 31)


@given(ledgers())
def test_the_lines_add_up_to_the_reading(
    given_: tuple[Budget, tuple[Entry, ...], datetime],
) -> None:
    """What counted so far is what is used; up to the last day it is the whole limit; no day is missing."""
    budget, entries, now = given_
    reading = read_clock(budget, entries, CALENDAR, now)
    assume(reading.due is not None)
    lines = explain_clock(budget, entries, CALENDAR, now)
    assert reading.used == sum(line.amount for line in lines if not line.ahead)
    assert reading.total == sum(line.amount for line in lines if line.day.day <= reading.due)
    days = [line.day.day for line in lines]
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]
    assert all(line.why for line in lines)
    assert all(line.number == sum(x.amount for x in lines[: n + 1]) for n, line in enumerate(lines))


def test_paused_on_the_last_day_the_day_of_resuming_is_no_further_day() -> None:
    """One day, paused on it: it is used up, and the day it resumes is shown as the last, not as a second."""
    begun, paused = replace(START, at=at("02-25 10:00")), replace(PAUSE, at=at("02-26 10:00"))
    now = at("02-27 09:00")
    reading = read_clock(Budget(1), [begun, paused], CALENDAR, now)
    lines = explain_clock(Budget(1), [begun, paused], CALENDAR, now)
    assert 1 == reading.total == sum(line.amount for line in lines)
    assert told(lines)["02-27"].startswith("时限最后一日暂停")
