"""Ranking by a rate (排名): small numbers are not ranked, and every rate shows how far it may be off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from kaocheng.feedback.measures import Share
from kaocheng.kernel.shares import percent

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
    place: int | None
    z: Decimal

    @property
    def shown(self) -> str:
        """The rate as printed."""
        return percent(self.share.part, self.share.whole)

    @property
    def interval(self) -> Interval | None:
        """Between which shares the true rate may lie; None without data."""
        return wilson(self.share.part, self.share.whole, self.z)


def rank(shares: Iterable[tuple[str, Share]], least: int, z: Decimal) -> tuple[Ranked, ...]:
    """Best first; the same rate shares a place; those below `least` come last without one."""
    given = sorted(shares, key=lambda pair: pair[0])
    enough = [pair for pair in given if pair[1].whole >= max(least, 1)]
    few = [pair for pair in given if pair[1].whole < max(least, 1)]
    enough.sort(key=lambda pair: Fraction(pair[1].part, pair[1].whole), reverse=True)
    few.sort(key=lambda pair: -pair[1].whole)
    rows: list[Ranked] = []
    for number, (key, share) in enumerate(enough, start=1):
        same = rows and _same(rows[-1].share, share)
        rows.append(Ranked(key, share, rows[-1].place if same else number, z))
    return (*rows, *(Ranked(key, share, None, z) for key, share in few))


def wilson(part: int, whole: int, z: Decimal) -> Interval | None:
    """Wilson's interval of a share; None without data."""
    if not whole:
        return None
    n, p, zz = Decimal(whole), Decimal(part) / whole, z * z
    middle = p + zz / (2 * n)
    reach = z * _EXACT.sqrt(p * (1 - p) / n + zz / (4 * n * n))
    below = 1 + zz / n
    low, high = (middle - reach) / below, (middle + reach) / below
    return Interval(max(low, Decimal(0)), min(high, Decimal(1)))


def _same(one: Share, other: Share) -> bool:
    """Whether two rates are equal, exactly and not as printed."""
    return one.part * other.whole == other.part * one.whole
