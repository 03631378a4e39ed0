"""Scoring methods (评分方法): intervals in, interval of points out, from 0 to the maximum.

A closed set; which one an item uses, and with what figures, is data of the editions.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kaocheng.kernel.intervals import Interval, exact

_ZERO = Decimal(0)
_ONE = exact(Decimal(1))


@dataclass(frozen=True, slots=True)
class Band:
    """One band (档): values up to and including `upto` earn `share` of the maximum."""

    upto: Decimal | None
    share: Decimal


def within(points: Interval, maximum: Decimal) -> Interval:
    """Points kept between 0 and the maximum."""
    low, high = (min(max(end, _ZERO), maximum) for end in (points.low, points.high))
    return Interval(low, high)


def ratio(share: Interval, maximum: Decimal) -> Interval:
    """比率分值法: the share of the maximum, never above it."""
    return within(share.scaled(maximum), maximum)


def deduction(count: Interval, step: Decimal, maximum: Decimal) -> Interval:
    """缺（错）项扣分法: so many points off for each occurrence, down to 0."""
    return within(exact(maximum) - count.scaled(step), maximum)


def yes_no(*, answer: bool, maximum: Decimal) -> Interval:
    """是否评分法: all or nothing."""
    return exact(maximum if answer else _ZERO)


def graded(level: int, shares: tuple[Decimal, ...], maximum: Decimal) -> Interval:
    """分级评分法: the share printed for that level; raises IndexError for an unknown level."""
    return within(exact(shares[level] * maximum), maximum)


def bands(value: Interval, steps: tuple[Band, ...], maximum: Decimal) -> Interval:
    """分档评分: the share of the band the value lies in; a value over an edge gives both bands."""
    ends = [_band(end, steps) * maximum for end in (value.low, value.high)]
    return within(Interval(min(ends), max(ends)), maximum)


def _band(value: Decimal, steps: tuple[Band, ...]) -> Decimal:
    return next((b.share for b in steps if b.upto is None or value <= b.upto), _ZERO)


def tapered(share: Interval, slope: Decimal, limit: Decimal, maximum: Decimal) -> Interval:
    """(1 - slope × share) × maximum, and 0 above the limit (编制准确、结余注销)."""
    high = _ZERO if share.low > limit else (1 - slope * share.low) * maximum
    low = _ZERO if share.high > limit else (1 - slope * share.high) * maximum
    return within(Interval(min(low, high), max(low, high)), maximum)


def checkpoints(
    progress: tuple[Interval, ...], goals: tuple[Decimal, ...], points: tuple[Decimal, ...]
) -> Interval:
    """执行进度: at each month the points, or the progress's share of its goal."""
    total = exact(_ZERO)
    for reached, goal, most in zip(progress, goals, points, strict=True):
        total = total + ratio(reached.scaled(1 / goal), most)
    return total


def average(scores: tuple[Interval, ...], maximum: Decimal) -> Interval:
    """平均分 of several scores; raises ZeroDivisionError when there is none."""
    total = exact(_ZERO)
    for score in scores:
        total = total + score
    return within(total.scaled(1 / Decimal(len(scores))), maximum)


def adjustment(
    cancelled: Interval, written_off: Interval, budget: Interval, slope: Decimal, maximum: Decimal
) -> Interval | None:
    """动态调整 by case: 监控调整取消额, 结余注销额, 年度预算总额; None when it cannot be told."""
    if written_off.high == 0:
        return exact(maximum)
    if cancelled.high == 0:
        share = written_off.over(budget)
        return None if share is None else tapered(share, slope, 1 / slope, maximum)
    if cancelled.low <= 0 or written_off.low <= 0:
        return None
    rest = (written_off.over(cancelled) or _ONE) + _ONE
    share = _ONE.over(rest)
    return None if share is None else ratio(share, maximum)


def deviation(target: Interval, actual: Interval) -> Interval | None:
    """偏离度: by what share the actual value lies above its target; None for a target of 0."""
    quotient = actual.over(target)
    return None if quotient is None else quotient - _ONE


def steps(excess: Interval, each: Decimal, off: Decimal, maximum: Decimal) -> Interval:
    """每超过（低于）一档扣分: `off` points for each whole `each` of the excess; none below 0."""
    counts = (int(max(end, _ZERO) / each) for end in (excess.low, excess.high))
    low, high = (Decimal(count) for count in counts)
    return deduction(Interval(low, high), off, maximum)


def rank(place: int, entrants: int, maximum: Decimal) -> Interval:
    """排名计分: the first earns all, the last a share of one in all; ValueError off the list."""
    if not 1 <= place <= entrants:
        raise ValueError(f"{place}/{entrants}")
    return exact(maximum * (entrants - place + 1) / entrants)


def against_last_year(change: Interval, slope: Decimal, maximum: Decimal) -> Interval:
    """与上年比: no worse earns all; each share by which it fell costs `slope` times the maximum."""
    ends = ((1 + slope * min(end, _ZERO)) * maximum for end in (change.low, change.high))
    low, high = ends
    return within(Interval(low, high), maximum)


def judged(share: Interval, low: Decimal, high: Decimal, maximum: Decimal) -> Interval | None:
    """凭证据评定: the share given, when it lies in the range of its level; None when outside."""
    if not low <= share.low <= share.high <= high:
        return None
    return within(share.scaled(maximum), maximum)
