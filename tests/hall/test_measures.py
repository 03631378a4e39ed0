"""Measures: recomputed by hand on a small day, each with exactly the tickets that make it."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.hall.measures import (
    abandonment,
    by_hour,
    definitions,
    hall_measures,
    mean_service,
    mean_wait,
    median_wait,
    p90_wait,
    per_window_hour,
)
from kaocheng.hall.tickets import Ticket, TicketState
from tests.hall.examples import at, ticket

MINUTE = 60_000_000


def _done(label: str, minutes: float, waited: float, served: float = 6) -> Ticket:
    ended = at(minutes + waited + served)
    return ticket(
        label,
        minutes,
        state=TicketState.FINISHED,
        waited=int(waited * MINUTE),
        served=int(served * MINUTE),
        served_at=at(minutes + waited),
        ended_at=ended,
    )


def _gone(label: str, minutes: float) -> Ticket:
    return ticket(label, minutes, state=TicketState.ABANDONED, ended_at=at(minutes + 30))


DAY = [
    _done("A001", 0, 4),
    _done("A002", 10, 8, 12),
    _done("A003", 70, 6),
    _done("A004", 80, 30),
    _gone("A005", 85),
    ticket("A006", 90),
]


def test_waits_of_a_small_day() -> None:
    """Four were served after 4, 6, 8 and 30 minutes: mean 12, median 7, nine tenths within 30."""
    assert ("12.0分钟", "7.0分钟", "30.0分钟") == (
        mean_wait(DAY).text,
        median_wait(DAY).text,
        p90_wait(DAY).text,
    )
    assert {t.number for t in DAY[:4]} == set(mean_wait(DAY).tickets)


def test_service_throughput_and_abandonment() -> None:
    """6, 12, 6 and 6 minutes of work; four in two window-hours; one of five ended gave up."""
    assert Decimal("7.5") == mean_service(DAY).value
    assert "2.0张" == per_window_hour(DAY, 7200).text
    assert "20.0%" == abandonment(DAY).text
    assert (DAY[4].number,) == abandonment(DAY).tickets


def test_nothing_measured_is_not_zero() -> None:
    """No tickets, no hours: a dash, never a nought."""
    assert ["——"] * 6 == [measured.text for measured in hall_measures([], 0)]
    assert "——" == per_window_hour(DAY, 0).text


def test_a_cut_off_ticket_tells_nothing_of_service() -> None:
    """Ended by closing time: it counts as done, not in the mean of service."""
    left = ticket("A009", state=TicketState.FINISHED, cut_off=True, served=999 * MINUTE)
    assert mean_service(DAY).value == mean_service([*DAY, left]).value
    assert len(per_window_hour([*DAY, left], 60).tickets) == 5


def test_load_by_hour() -> None:
    """Two came after nine, four after ten; an hour without anything between stands as nothing."""
    hours = by_hour([*DAY, _done("A007", 185, 1, 1)])
    assert [9, 10, 11, 12] == [hour.hour for hour in hours]
    assert [2, 4, 0, 1] == [len(hour.taken) for hour in hours]
    assert [2, 2, 0, 1] == [len(hour.finished) for hour in hours]
    assert "6.0分钟" == hours[0].mean_wait.text
    assert () == by_hour([])


@given(st.lists(st.integers(0, 600), min_size=1, max_size=60))
def test_nine_tenths_really_wait_no_longer(waits: list[int]) -> None:
    """By a slow count: at least nine tenths are within, and with any shorter of the waits fewer are."""
    tickets = [_done(f"A{n:03d}", 0, wait) for n, wait in enumerate(waits)]
    value = p90_wait(tickets).value
    assert value is not None
    assert sum(wait <= value for wait in waits) * 10 >= 9 * len(waits)
    shorter = [wait for wait in waits if wait < value]
    assert len(shorter) * 10 < 9 * len(waits)


def test_every_measure_tells_its_formula() -> None:
    """What is printed beside the number stands in the data."""
    assert all(m.formula and m.name and m.unit for m in hall_measures(DAY, 3600))
    assert {"waiting", "serving"} == set(definitions())
