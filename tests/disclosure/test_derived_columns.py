"""Columns computed from columns beside them."""

from __future__ import annotations

from kaocheng.disclosure.derived_columns import derived
from kaocheng.disclosure.tables import tables
from kaocheng.kernel.relations import Relation
from tests.disclosure.grid_making import document

HEAD = "项目\t上年数\t本年数\t增减额\t增减幅度\n"
RIGHT = (
    "甲\t40.00\t42.00\t2.00\t5.00%\n乙\t48.00\t60.00\t12.00\t25.00%\n"
    "丙\t30.00\t27.00\t-3.00\t-10.00%\n丁\t10.00\t10.10\t0.10\t1.00%"
)


def said(body: str, head: str = HEAD) -> list[Relation]:
    """Every relation of a table."""
    (table,) = tables(document("支出对比表", "单位：元", head + body))
    return list(derived("RAT022", table))


def broken(found: list[Relation]) -> list[str]:
    """What is printed where a relation does not hold."""
    return [
        r.stated.text
        for r in found
        if (implied := r.implied(r.stated)) and not implied.meets(r.stated.interval)
    ]


def test_right_columns_bind_every_row() -> None:
    """Four differences and four rates, all of which hold."""
    found = said(RIGHT)
    assert (8, []) == (len(found), broken(found))


def test_the_row_that_does_not_follow_is_told() -> None:
    """One rate with its digits swapped."""
    assert ["52.00%"] == broken(said(RIGHT.replace("25.00%", "52.00%")))


def test_where_most_rows_do_not_follow_nothing_is_said() -> None:
    """Then the column means something else."""
    body = "甲\t40.00\t42.00\t7.00\t9.00%\n乙\t48.00\t60.00\t1.00\t8.00%\n丙\t30.00\t27.00\t5.00\t7.00%"
    assert [] == said(body)


def test_a_share_is_of_the_total_row() -> None:
    """Without a % sign, the heading tells that it is a rate."""
    body = "甲\t30.00\t30.00\n乙\t50.00\t50.00\n丙\t20.00\t20.00\n合计\t100.00\t100.00"
    found = said(body, "项目\t金额\t占比%\n")
    assert [] == broken(found)
    assert len(found) >= 3
