"""Which way an indicator is good follows from its nature, its class and its unit."""

from __future__ import annotations

import pytest

from kaocheng.kernel.documents import Cell, passage
from kaocheng.kernel.places import Place
from kaocheng.performance.directions import less_is_better, low_is_no_fault
from kaocheng.performance.records import Entry, Indicator


def _indicator(nature: str, level2: str, unit: str) -> Indicator:
    def entry(text: str) -> Entry:
        return Entry(Cell(passage(text, Place("甲.docx")), 0, 0))

    return Indicator(
        "产出指标", level2, entry("某项指标"), entry(nature), entry("8"), entry(unit), entry("7")
    )


@pytest.mark.parametrize(
    ("nature", "level2", "unit", "expected"),
    [
        ("≤", "数量指标", "件", True),
        ("＝", "时效指标", "月", True),
        ("＝", "经济成本指标", "元", True),
        ("＝", "数量指标", "天", False),
        ("≥", "时效指标", "天", False),
    ],
)
def test_a_target_met_from_below(nature: str, level2: str, unit: str, *, expected: bool) -> None:
    """≤ always; ＝ only of costs and times; a count of days is no time limit."""
    assert expected == less_is_better(_indicator(nature, level2, unit))


@pytest.mark.parametrize(
    ("level2", "unit", "expected"),
    [("时效指标", "工作日", True), ("经济成本指标", "套", True), ("数量指标", "件", False)],
)
def test_staying_below_money_and_time_is_no_fault(
    level2: str, unit: str, *, expected: bool
) -> None:
    """Money not spent and time not taken are not missed."""
    assert expected == low_is_no_fault(_indicator("＝", level2, unit))
