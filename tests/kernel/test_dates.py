"""Days as official papers write them."""

from __future__ import annotations

from datetime import date

from kaocheng.kernel.dates import official_date


def test_days_have_no_leading_zeros() -> None:
    """GB/T 9704: 月、日不编虚位."""
    assert "2026年9月1日" == official_date(date(2026, 9, 1))
