"""Shares in words (比率的写法): a share never looks like all or nothing unless it is exactly that."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

NO_DATA = "无数据"
_HUNDRED = Decimal(100)
_MOST_DECIMALS = 8


def percent(part: Decimal | int, whole: Decimal | int) -> str:
    """A share in per cent with two decimals, more where two would say 0% or 100%; 无数据 without a whole."""
    if not whole:
        return NO_DATA
    exact = _HUNDRED * part / whole
    for decimals in range(2, _MOST_DECIMALS):
        shown = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        if shown not in (0, _HUNDRED) or part in (0, whole):
            return f"{shown}%"
    return f"{exact}%"
