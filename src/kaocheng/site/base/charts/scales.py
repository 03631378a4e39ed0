"""Scales (刻度): round marks along an axis, and figures as people read them."""

from __future__ import annotations

import math
from collections.abc import Iterable

Number = int | float


def marks(values: Iterable[Number], most: int = 5) -> list[float]:
    """Round numbers from zero that reach over every value; at most so many steps."""
    given = [float(value) for value in values]
    top, bottom = max([0.0, *given]), min([0.0, *given])
    if top == bottom:
        return [0.0, 1.0]
    step = _round_step((top - bottom) / most)
    first, last = math.floor(bottom / step), math.ceil(top / step)
    return [number * step for number in range(first, last + 1)]


def _round_step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(f * power for f in (1.0, 2.0, 2.5, 5.0, 10.0) if f * power >= rough * (1 - 1e-9))


def shown(value: Number) -> str:
    """A figure with thousands marked; two decimals at most; 万 and 亿 are the caller's business."""
    if isinstance(value, int) or float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")
