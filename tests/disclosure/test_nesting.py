"""Parts of the row above, told by their numbers."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.nesting import outermost
from kaocheng.disclosure.tables import tables
from tests.disclosure.grid_making import document

HEAD = "项目\t上年数\t本年数\n"


def names(body: str) -> list[str] | None:
    """The names of the outermost rows of a table."""
    (table,) = tables(document("支出情况表", "单位：元", HEAD + body))
    found = outermost(table, table.rows)
    return None if found is None else [row.name for row in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("甲\t9.00\t8.00\n其中：乙\t4.00\t5.00\n丙\t5.00\t3.00\n丁\t2.00\t1.00", ["甲", "丁"]),
        ("甲\t9.00\t8.00\n乙\t4.00\t5.00\n丙\t5.00\t3.00\n丁\t2.00\t1.00", ["甲", "丁"]),
        ("甲\t9.00\t8.00\n乙\t4.00\t5.00\n丙\t4.00\t3.00\n丁\t2.00\t1.00", ["甲", "乙", "丙", "丁"]),
        ("甲\t9.00\t8.00\n其中：乙\t1.00\t1.00\n丙\t2.00\t3.00\n丁\t2.00\t1.00", None),
        (
            "甲\t9.00\t8.00\n乙\t12.00\t9.00\n丙\t-3.00\t-1.00\n丁\t2.00\t1.00",
            ["甲", "丁"],
        ),  # past the whole, and brought back by what is taken off
        ("甲\t0.00\t0.00\n乙\t0.00\t0.00\n丙\t0.00\t0.00", ["甲", "乙", "丙"]),
    ],
)  # fmt: skip
def test_rows_that_add_up_to_the_one_above_are_its_parts(
    body: str, expected: list[str] | None
) -> None:
    """With 其中 or without; nothings add up to nothing and say nothing."""
    assert expected == names(body)


def test_one_wrong_number_does_not_free_the_parts() -> None:
    """Most columns decide: the wrong one is for the checks to find."""
    head = "项目\t一月\t二月\t三月\n"
    body = "甲\t9.00\t8.00\t7.00\n其中：乙\t4.00\t5.00\t4.00\n丙\t5.00\t3.00\t9.00\n丁\t1.00\t1.00\t1.00"
    (table,) = tables(document("支出情况表", "单位：元", head + body))
    assert ["甲", "丁"] == [row.name for row in outermost(table, table.rows) or ()]
