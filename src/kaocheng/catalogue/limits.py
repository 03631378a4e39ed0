"""Comparing limits (时限比较): exactly in one unit, by bounds in different ones, or not at all."""

from __future__ import annotations

from decimal import Decimal

from kaocheng.kernel.clocks import Budget, Span

_MINUTES = {Span.MINUTE: 1, Span.HOUR: 60}
_HOLIDAYS = 10
"""Days off a stretch of working days can meet beside weekends: the longest holiday and its make-up."""


def longer(one: Budget, other: Budget) -> bool | None:
    """Whether the first limit is longer than the second; None where the units do not tell."""
    if one.span is other.span:
        return one.amount > other.amount
    if one.span in _MINUTES and other.span in _MINUTES:
        return one.amount * _MINUTES[one.span] > other.amount * _MINUTES[other.span]
    (least, most), (other_least, other_most) = _days(one), _days(other)
    if least > other_most:
        return True
    return False if most <= other_least else None


def compression(statutory: Budget | None, promised: Budget, *, immediate: bool) -> Decimal | None:
    """The share of the statutory limit that is saved (时限压缩率): 1 − 承诺 ÷ 法定.

    None where there is no statutory limit or the units differ. 即办件 promised in minutes or hours
    counts as no day at all.
    """
    if statutory is None or statutory.amount == 0:
        return None
    if promised.span is statutory.span:
        return 1 - Decimal(promised.amount) / statutory.amount
    if immediate and promised.span in _MINUTES and statutory.span not in _MINUTES:
        return Decimal(1)
    return None


def _days(limit: Budget) -> tuple[int, int]:
    """The fewest and the most calendar days a limit can take."""
    amount = limit.amount
    if limit.span in _MINUTES:
        return 0, amount * _MINUTES[limit.span] // 60 + 1
    if limit.span is Span.MONTH:
        return 28 * amount, 31 * amount
    if limit.span is Span.DAY:
        return amount, amount
    weekends = 2 * (amount // 5 + 1)
    return amount, amount + weekends + _HOLIDAYS * (amount // 60 + 1)
