"""Forecasts: ranges that hold, and dangers named with their numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.performance.forecast import checkpoint, forecasts
from kaocheng.performance.lifecycle import Monitoring, PerformanceYear, Planned
from kaocheng.performance.outlooks import outlook
from tests.performance.years import funding, planned, year


def _reading(
    value: str, month: int = 6, expected: str | None = None, reason: str = ""
) -> Monitoring:
    return Monitoring(
        "ZB1",
        date(2023, month, 30),
        Decimal(value),
        None if expected is None else Decimal(expected),
        reason,
    )


def _year(item: Planned, *readings: Monitoring) -> PerformanceYear:
    return year(indicators=(item,), evidence=(), monitoring=readings)


@pytest.mark.parametrize(
    ("value", "expected", "danger"),
    [("550", None, "正常"), ("400", None, "难以完成"), ("400", "1200", "有风险"),
     ("600", "1000", "有风险")],
)  # fmt: skip
def test_counts_by_pace(value: str, expected: str | None, danger: str) -> None:
    """1100 a year: 550 by June is on pace, 400 is not unless the unit expects to catch up."""
    item = planned("ZB1", target="1100")
    assert danger == outlook(_year(item, _reading(value, expected=expected)), item, 6).danger


def test_range_of_points() -> None:
    """From what is there already to what the pace gives."""
    item = planned("ZB1", target="1000")
    seen = outlook(_year(item, _reading("400", reason="设备检修")), item, 6)
    assert ["4.00", "8.07"] == [f"{end:.2f}" for end in (seen.points.low, seen.points.high)]
    assert "6月完成400次，指标值1000次，完成40.0%，序时进度50.0%；原因：设备检修" == seen.why


def test_rates_stay_and_costs_grow() -> None:
    """A rate is not extrapolated; money spent is."""
    rate = planned("ZB1", "≥", "95", "%", level="服务对象满意度指标")
    assert "难以完成" == outlook(_year(rate, _reading("94")), rate, 6).danger
    cost = planned("ZB1", "≤", "100", "万元", level="经济成本指标")
    assert "有风险" == outlook(_year(cost, _reading("60")), cost, 6).danger


def test_no_reading_is_the_whole_range() -> None:
    """Nothing known: anything may come, and it is said."""
    item = planned("ZB1")
    seen = outlook(_year(item), item, 9)
    assert (Decimal(0), Decimal(10), "有风险") == (seen.points.low, seen.points.high, seen.danger)
    assert "没有9月以前的监控数据" == seen.why


def test_checkpoints_of_the_edition() -> None:
    """Sichuan asks for 40, 67.5 and 82.5 %; elsewhere the year's pace."""
    months = (6, 9, 11)
    assert [Decimal(x) for x in ("0.4", "0.675", "0.825")] == [
        checkpoint("sichuan_2023", month) for month in months
    ]
    assert Decimal("0.5") == checkpoint("yunnan_2020", 6)


def test_execution_and_words() -> None:
    """Payments of 38.7 % by June lie behind 40 %; the sentence counts what is in danger."""
    item = planned("ZB1", target="1000", weight="90")
    made = forecasts(_year(item, _reading("400")), funding(), 6)[0]
    assert ["公共区域消毒", "预算执行率"] == [o.name for o in made.endangered]
    assert "“大厅运转”按6月监控，全年预计39.87至80.33分，2项须关注" == made.words


def test_months_of_the_calendar() -> None:
    """There is no thirteenth month."""
    with pytest.raises(ValueError, match="13"):
        forecasts(year(), funding(), 13)


@given(st.decimals(0, 2000, places=1), st.decimals(0, 2000, places=1), st.integers(1, 12))
def test_range_holds_the_points_of_what_was_expected(
    value: Decimal, expected: Decimal, month: int
) -> None:
    """Low is never above high, both between 0 and the maximum."""
    item = planned("ZB1")
    reading = Monitoring("ZB1", date(2023, month, 28), value, expected)
    seen = outlook(_year(item, reading), item, 12)
    assert 0 <= seen.points.low <= seen.points.high <= seen.maximum
