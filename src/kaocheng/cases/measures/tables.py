"""Measures as a table and as JSON (指标表): the same rows on the site, in files and on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from kaocheng.cases.measures.definitions import Kind
from kaocheng.cases.measures.periods import Period
from kaocheng.cases.measures.reckoning import Result
from kaocheng.kernel.clocks import SHANGHAI

HEAD = (
    "统计期间", "部门", "指标", "结果", "数值", "单位", "分子", "分母", "计算式", "说明", "依据", "统计时间",
)  # fmt: skip
WHOLE = "全部"
"""What stands for the department where all are counted together."""


def rows(
    results: Mapping[str, Result], period: Period, at: datetime, unit: str = WHOLE
) -> Iterator[tuple[str, ...]]:
    """A row a measure, in the order of publishing; without a number the cells stay empty."""
    for result in results.values():
        measure, (top, bottom) = result.measure, sides(result)
        number = "" if result.number is None else f"{result.number}"
        yield (
            period.title, unit, measure.name, result.shown, number, measure.unit, top, bottom,
            measure.said, result.because or measure.about, measure.basis, moment(at),
        )  # fmt: skip


def told(result: Result) -> dict[str, Any]:
    """A measure for machines (JSON): `value` is text with all its decimals, null where there is none."""
    measure = result.measure
    return {
        "key": measure.key,
        "name": measure.name,
        "value": None if result.number is None else str(result.number),
        "unit": measure.unit,
        "numerator": None if measure.cannot else result.top,
        "denominator": result.bottom if _has_bottom(result) else None,
        "cases": None if measure.cannot else result.whole if measure.sums else result.part,
        "formula": measure.said,
        "about": measure.about,
        "because": result.because,
        "basis": measure.basis,
        "since": measure.since.isoformat(),
    }


def sides(result: Result) -> tuple[str, str]:
    """Numerator and denominator in words (分子、分母): "" where there is none."""
    if result.measure.cannot:
        return "", ""
    return f"{result.top}", f"{result.bottom}" if _has_bottom(result) else ""


def moment(at: datetime) -> str:
    """When it was counted, by the watch of Beijing (统计时间)."""
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def _has_bottom(result: Result) -> bool:
    return result.measure.kind is not Kind.COUNT and not result.measure.cannot
