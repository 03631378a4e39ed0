"""Deadlines of a bad rating are read from its ledgers and said in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from kaocheng.feedback.deadlines import budget, deadline, deadlines, is_overdue, pressing
from kaocheng.feedback.records import ClockKey
from kaocheng.kernel.clocks import SHANGHAI
from tests.feedback.making import CALENDAR, INSPECTOR, MANAGER, MONDAY, bad_rating
from tests.feedback.test_moving import go, run


def test_five_working_days_skip_the_holiday() -> None:
    """Opened on Monday 2 March; Friday is off: due on Tuesday 10 March."""
    found = deadline(bad_rating(), ClockKey.RECTIFY, CALENDAR, MONDAY)
    assert found is not None
    assert date(2026, 3, 10) == found.reading.due


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "3月10日到期，还有5个工作日"),
        (7, "3月10日到期，还有1个工作日"),
        (8, "今天到期（3月10日）"),
        (9, "已超期1个工作日（3月10日到期）"),
        (12, "已超期4个工作日（3月10日到期）"),
    ],
)
def test_what_the_clock_says(days: int, text: str) -> None:
    """How long still, today, or how late; the worked Saturday counts."""
    found = deadline(bad_rating(), ClockKey.RECTIFY, CALENDAR, MONDAY + timedelta(days=days))
    assert found is not None
    assert text == found.text


def test_late_on_a_day_off_has_no_working_days_over() -> None:
    """Due on Thursday; on the Friday off it is late, though no working day has gone by."""
    ticket = bad_rating()
    ticket = replace(ticket, allowed=replace(ticket.allowed, rectify_days=3))
    found = deadline(ticket, ClockKey.RECTIFY, CALENDAR, MONDAY + timedelta(days=4))
    assert found is not None
    assert "已超期（3月5日到期）" == found.text


def test_the_pressing_clock_is_the_one_that_ends_first() -> None:
    """核实 first, then 整改反馈, then nothing."""
    ticket = bad_rating()
    first = pressing(ticket, CALENDAR, MONDAY)
    verified = run(ticket, "claim", "mend_at_once")
    second = pressing(verified, CALENDAR, MONDAY)
    assert first is not None
    assert second is not None
    assert (ClockKey.VERIFY, ClockKey.RECTIFY) == (first.clock, second.clock)
    assert pressing(run(verified, "call_agreed"), CALENDAR, MONDAY) is None


def test_a_closed_ticket_says_whether_it_was_in_time() -> None:
    """And stays so however much later one looks."""
    for days, text in ((3, "按期完成"), (10, "超期完成")):
        ticket = run(bad_rating(), "claim", "mend_at_once")
        closed = go(ticket, "call_agreed", at=MONDAY + timedelta(days=days))
        found = deadline(closed, ClockKey.RECTIFY, CALENDAR, MONDAY + timedelta(days=90))
        assert found is not None
        assert text == found.text


def test_under_review_it_stands() -> None:
    """Paused: neither running nor getting late."""
    ticket = go(bad_rating(), "appeal", MANAGER)
    later = MONDAY + timedelta(days=30)
    found = {d.clock: d for d in deadlines(ticket, CALENDAR, later)}
    assert not found[ClockKey.RECTIFY].running
    assert "已暂停" in found[ClockKey.RECTIFY].text
    assert is_overdue(ticket, ClockKey.REVIEW, CALENDAR, later)
    assert not is_overdue(ticket, ClockKey.RECTIFY, CALENDAR, later)


def test_without_the_local_rule_a_review_pauses_nothing() -> None:
    """The switch appeal_pauses is kept with the ticket."""
    ticket = bad_rating()
    ticket = replace(ticket, allowed=replace(ticket.allowed, appeal_pauses=False))
    reviewed = go(ticket, "appeal", MANAGER)
    upheld = go(reviewed, "uphold", INSPECTOR)
    assert is_overdue(upheld, ClockKey.RECTIFY, CALENDAR, MONDAY + timedelta(days=20))


def test_a_year_not_announced_is_said_not_guessed() -> None:
    """At the end of the last year known."""
    ticket = bad_rating(at=datetime(2026, 12, 30, 9, 0, tzinfo=SHANGHAI))
    found = deadline(ticket, ClockKey.RECTIFY, CALENDAR, ticket.opened_at)
    assert found is not None
    assert "2027年放假安排未公布，暂不能推算" == found.text
    assert 5 == budget(ticket, ClockKey.RECTIFY).amount
