"""The levels of a plain table as sums."""

from __future__ import annotations

from kaocheng.disclosure.plain.summing import adds_up, levels, trusted
from kaocheng.disclosure.tables import Column, tables
from tests.disclosure.grid_making import document


def said(head: str, *rows: str) -> list[str]:
    """The sums that are believed, by what they state and take."""
    (table,) = tables(document("某项情况表", "\n".join([head, *rows])))
    found = [one for strip in levels(table, "X") for one in trusted(strip.claims)]
    return [f"{s.stated.text}={'+'.join(t.figure.text for t in s.terms)}" for s in found]


def test_each_column_is_added_but_rates() -> None:
    """增减（%） is none."""
    rows = ("一、甲\t5.00\t6.00\t20.00", "1、乙\t2.00\t2.50\t25.00", "2、丙\t3.00\t3.50\t16.67")
    assert ["5.00=2.00+3.00", "6.00=2.50+3.50"] == said("项目\t上年\t本年\t增减（%）", *rows)


def test_levels_that_never_add_up_are_no_sums() -> None:
    """Two columns in which the same addition fails."""
    rows = ("一、甲\t5.00\t6.00", "1、乙\t2.00\t2.50", "2、丙\t1.00\t1.50")
    assert [] == said("项目\t上年\t本年", *rows)


def test_the_column_that_alone_fails_is_claimed() -> None:
    """The same addition holds in the others."""
    rows = ("一、甲\t5.00\t6.00\t7.00", "1、乙\t2.00\t2.50\t3.00", "2、丙\t3.00\t3.50\t4.40")
    assert "7.00=3.00+4.40" in said("项目\t甲年\t乙年\t丙年", *rows)


def test_a_column_of_years_is_not_added() -> None:
    """2022年度 heads amounts, 项目年度 heads years."""
    assert not adds_up(Column(1, "项目年度", ("项目年度",)))
    assert adds_up(Column(1, "2022年度", ("2022年度",)))
