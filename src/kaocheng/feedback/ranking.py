"""Ranking by a rate (排名): small numbers are not ranked, and every rate shows how far it may be off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from kaocheng.feedback.measures import Share, percent

_EXACT = Context(prec=28)
_TENTH = Decimal("0.1")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Interval:
    """Between which shares of one the true rate may lie (区间)."""

    low: Decimal
    high: Decimal

    @property
    def shown(self) -> str:
        """In per cent, one decimal: 82.3%–91.0%."""
        low, high = (
            (_HUNDRED * end).quantize(_TENTH, ROUND_HALF_UP) for end in (self.low, self.high)
        )
        return f"{low}%–{high}%"


@dataclass(frozen=True, slots=True)
class Ranked:
    """One window, department or item in a ranking (排名行); `place` is None when it has too few."""

    key: str
    share: Share
    interval: Interval | None
    place: int | None

    @property
    def shown(self) -> str:
        """The rate as printed."""
        return percent(self.share.part, self.share.whole)


def rank(shares: Iterable[tuple[str, Share]], least: int, z: Decimal) -> tuple[Ranked, ...]:
    """Best first; the same rate shares a place; those below `least` come last without one."""
    given = sorted(shares, key=lambda pair: pair[0])
    enough = [pair for pair in given if pair[1].whole >= max(least, 1)]
    few = [pair for pair in given if pair[1].whole < max(least, 1)]
    enough.sort(key=_rate, reverse=True)
    rows = [
        Ranked(key, share, wilson(share.part, share.whole, z), _place(share, enough))
        for key, share in enough
    ]
    few.sort(key=lambda pair: -pair[1].whole)
    rows += [Ranked(key, share, wilson(share.part, share.whole, z), None) for key, share in few]
    return tuple(rows)


def wilson(part: int, whole: int, z: Decimal) -> Interval | None:
    """Wilson's interval of a share; None without data."""
    if not whole:
        return None
    n, p, zz = Decimal(whole), Decimal(part) / whole, z * z
    middle = p + zz / (2 * n)
    reach = z * _EXACT.sqrt(p * (1 - p) / n + zz / (4 * n * n))
    below = 1 + zz / n
    return Interval(
        max((middle - reach) / below, Decimal(0)), min((middle + reach) / below, Decimal(1))
    )


def _rate(pair: tuple[str, Share]) -> Decimal:
    return pair[1].value or Decimal(0)


def _place(share: Share, enough: list[tuple[str, Share]]) -> int:
    """One more than how many are better, compared exactly."""
    return 1 + sum(other.part * share.whole > share.part * other.whole for _, other in enough)
