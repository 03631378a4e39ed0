"""Limits as people read them."""

from __future__ import annotations

from kaocheng.kernel.clocks import Budget, Span


def test_limits_in_words() -> None:
    """20个工作日, 3小时, 1个月."""
    assert str(Budget(20)) == "20个工作日"
    assert str(Budget(3, Span.HOUR)) == "3小时"
    assert str(Budget(1, Span.MONTH)) == "1个月"
    assert str(Budget(7, Span.DAY)) == "7自然日"
