"""Units in the name of a row."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.table_units import row_unit


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
