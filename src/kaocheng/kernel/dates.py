"""Days as official papers write them (公文日期)."""

from __future__ import annotations

from datetime import date

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)
"""Days anybody may write: what lies beyond is a slip of the keyboard, and no sum of days leaves the calendar."""


def official_date(day: date) -> str:
    """A day as GB/T 9704-2012 §7.3.5.4 writes it: 2026年9月1日, without leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"
