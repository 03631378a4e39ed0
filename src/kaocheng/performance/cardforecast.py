"""A scorecard forecast (评分表预测): each item as it stands and as it will be at the pace so far.

What is told by evidence of the year's end only keeps its whole range; it is open, not in danger.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.intervals import Interval
from kaocheng.performance.funding import Funding
from kaocheng.performance.lifecycle import WHOLE, PerformanceYear, Planned
from kaocheng.performance.measuring import measurements, target_value
from kaocheng.performance.outlooks import (
    LEVELS,
    MONTHS,
    OPEN,
    Outlook,
    ends_of,
    last_reading,
    rises,
)
from kaocheng.performance.results import Scored
from kaocheng.performance.scorecarding import item_scored, maxima
from kaocheng.performance.undone import given_up_by

_ZERO = Decimal(0)
_PACED = frozenset({
    "全年预算调剂金额", "追加预算数", "控制科目决算数", "三公经费决算数", "公用经费决算数",
    "项目支出执行数", "部门支出执行数",
})  # fmt: skip
"""What grows through the year (按序时推算): the rest stands as it is."""

Seen = tuple[Outlook, Scored]


def card_outlooks(
    year: PerformanceYear, card: Mapping[str, Any], funding: Funding, month: int
) -> tuple[Seen, ...]:
    """What each item of a scorecard of the department will earn, as seen at the end of a month."""
    then = _as_of(year, month)
    now = measurements(then, funding, WHOLE)
    worlds = (_left(now, now), _left(now, _paced(now, month)))
    own = (raw for raw in card["items"] if raw.get("self", True))
    return tuple(_seen(then, raw, worlds, month) for raw in own)


def card_points(card: Mapping[str, Any], found: tuple[Seen, ...]) -> Interval:
    """The whole score from worst to best, no group above its own maximum."""
    most = dict(maxima([item for _, item in found], card))
    low = high = _ZERO
    for group, limit in most.items():
        inside = [one.points for one, item in found if item.path[0] == group]
        low += min(sum((points.low for points in inside), _ZERO), limit.value)
        high += min(sum((points.high for points in inside), _ZERO), limit.value)
    return Interval(low, high)


def _as_of(year: PerformanceYear, month: int) -> PerformanceYear:
    """The year with the evidence and the readings there were at the end of a month."""
    after = date(year.year + month // MONTHS, month % MONTHS + 1, 1)
    return replace(
        year,
        evidence=tuple(item for item in year.evidence if item.cutoff < after),
        monitoring=tuple(reading for reading in year.monitoring if reading.on < after),
    )


def _paced(now: Mapping[str, Figure], month: int) -> dict[str, Figure]:
    """The figures at the year's end if it goes on as it did; progress is never above the whole."""
    found = {
        name: replace(one, value=one.value * MONTHS / month) if name in _PACED else one
        for name, one in now.items()
    }
    share = now.get(f"{month}月执行进度")
    for later in range(month + 1, MONTHS + 1):
        name = f"{later}月执行进度"
        if share is not None and name in now:
            value = min(share.value * later / month, Decimal(1) / share.unit.factor)
            found[name] = replace(now[name], value=round(value, 2))
    return found


def _left(now: Mapping[str, Figure], then: Mapping[str, Figure]) -> Mapping[str, Figure]:
    """年末结转: what of the budget as it stands will not have been paid, if it is asked for at all."""
    names = ("上年结转", "年初预算数", "追加预算数")
    paid, left = then.get("部门支出执行数"), now.get("年末结转")
    if paid is None or left is None or not all(name in now for name in names):
        return then
    means = sum((now[name].value for name in names), _ZERO)
    known = {name: now[name] for name in names}
    return {**then, **known, "年末结转": replace(left, value=max(_ZERO, means - paid.value))}


def _seen(
    year: PerformanceYear,
    raw: dict[str, Any],
    worlds: tuple[Mapping[str, Figure], Mapping[str, Figure]],
    month: int,
) -> Seen:
    if raw.get("method", {}).get("kind") == "share_reached":
        return _reached(year, raw, month)
    now, paced = (item_scored(year, WHOLE, raw, figures) for figures in worlds)
    if now.computed is None or paced.computed is None:
        return _open(now), now
    every = [now, paced, *_crossing(year, raw, worlds)]
    points = [item.computed.value for item in every if item.computed]
    most = now.maximum.value
    danger = 0 if points[1] == most else 1 if most in points else 2
    why = f"{month}月底：{now.why}"
    why += f"；按序时推算：{paced.why}" if paced.why != now.why else ""
    span = Interval(min(points), max(points))
    return Outlook(None, now.name, span, most, LEVELS[danger], why), now


def _open(item: Scored) -> Outlook:
    most = item.maximum.value
    return Outlook(None, item.name, Interval(_ZERO, most), most, LEVELS[0], OPEN)


def _crossing(
    year: PerformanceYear, raw: dict[str, Any], worlds: tuple[Mapping[str, Figure], ...]
) -> list[Scored]:
    """A deviation passes through nothing where the budget lies between what is and what will be."""
    if raw.get("measure") != "deviation":
        return []
    one, base = raw["inputs"][:2]
    wanted = worlds[0][base].value
    if not worlds[0][one].value <= wanted <= worlds[1][one].value:
        return []
    met = replace(worlds[0][one], value=wanted)
    return [item_scored(year, WHOLE, raw, {**worlds[0], one: met})]


def _reached(year: PerformanceYear, raw: dict[str, Any], month: int) -> Seen:
    """目标实现: how many quantities of the projects will reach their target and not lie far off it."""
    item = item_scored(year, WHOLE, raw, {})
    quantities = [
        one
        for one in year.indicators
        if one.subject != WHOLE and one.level2.startswith("数量") and target_value(one)
    ]
    if not quantities:
        return _open(item), item
    limit, most = Decimal(raw["method"]["deviation"]), item.maximum.value
    levels = [_level(year, one, month, limit) for one in quantities]
    off = [one.name for one, level in zip(quantities, levels, strict=True) if level.danger]
    sure = sum(one.sure for one in levels)
    maybe = sum(one.danger < len(LEVELS) - 1 for one in levels)
    span = Interval(most * sure / len(levels), most * maybe / len(levels))
    danger = max(one.danger for one in levels)
    told = f"{len(levels)}项数量指标中{len(off)}项可能达不到或偏离过大"
    why = f"{told}：{'、'.join(off)}" if off else f"{len(levels)}项数量指标都按序时进度"
    return Outlook(None, item.name, span, most, LEVELS[danger], why), item


@dataclass(frozen=True, slots=True)
class _Level:
    """How an indicator stands: the place of its danger in LEVELS, and whether it counts in any case."""

    danger: int
    sure: bool


def _level(year: PerformanceYear, planned: Planned, month: int, limit: Decimal) -> _Level:
    """How near an indicator is to counting as reached: at its target, and not far off it."""
    if given_up_by(year, planned.subject, month):
        return _Level(len(LEVELS) - 1, sure=False)
    wanted, reading = target_value(planned), last_reading(year, planned, month)
    if wanted is None or reading is None:
        return _Level(1, sure=False)
    low, high = wanted, wanted * (1 + limit)
    if planned.nature in ("≤", "<"):
        low, high = wanted * (1 - limit), wanted
    ends = ends_of(planned, reading)
    inside = [low <= end <= high for end in ends]
    sure = all(inside)
    if all(inside[1:] if rises(planned) else inside):
        return _Level(0, sure)
    passes = min(ends) <= high and low <= max(ends)
    return _Level(1 if passes else 2, sure)
