"""Tickets, windows and hours the tests of the hall share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from kaocheng.hall.hours import OpeningHours, Span
from kaocheng.hall.tickets import Ticket

ZONE = ZoneInfo("Asia/Shanghai")
DAY = date(2026, 11, 20)
NINE = datetime(2026, 11, 20, 9, 0, tzinfo=ZONE)
MORNING = Span(time(9), time(12))
AFTERNOON = Span(time(14), time(17))
HOURS = OpeningHours(((MORNING, AFTERNOON),) * 5 + ((MORNING,), ()))


def at(minutes: float) -> datetime:
    """So many minutes after nine o'clock."""
    return NINE + timedelta(minutes=minutes)


def ticket(label: str, minutes: float = 0, **changed: Any) -> Ticket:
    """A waiting ticket of the group its letter names, taken so many minutes after nine."""
    taken = at(minutes)
    plain = Ticket(f"D1-20261120-{label}", "D1", DAY, label[0], label, taken, taken, taken)
    return replace(plain, **changed)
