"""Units in the name of a row."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.table_units import column_unit, row_unit


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("公务用车保有量（辆）", "辆"),
        ("人次(人)", "人"),
        ("国（境）外接待费", None),
        ("维修（护）费", None),
    ],
)
def test_only_a_unit_in_brackets_at_the_end_counts(name: str, unit: str | None) -> None:
    """（境） is no unit."""
    found = row_unit(name)
    assert unit == (found.name if found else None)


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("单价（元）", "元"), ("完成预算%", "%"), ("占比（％）", "%"), ("增减幅度", "%"), ("执行率", "%"),
        ("数量", ""), ("决算数", None), ("比率说明", None),
    ],
)  # fmt: skip
def test_a_heading_tells_rates_counts_and_units(heading: str, unit: str | None) -> None:
    """A rate is no amount, whatever the table's caption says."""
    found = column_unit(heading)
    assert unit == (found.name.replace("％", "%") if found else None)
