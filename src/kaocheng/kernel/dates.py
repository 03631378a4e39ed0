"""Days as official papers write them (公文日期)."""

from __future__ import annotations

from datetime import date


def official_date(day: date) -> str:
    """A day as GB/T 9704-2012 §7.3.5.4 writes it: 2026年9月1日, without leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"
