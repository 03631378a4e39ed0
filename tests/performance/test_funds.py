"""Money rows are read by their headings, also where flattening shifted them, and as pairs."""

from __future__ import annotations

from kaocheng.performance.funds import read_funds
from kaocheng.performance.records import FundRow
from tests.performance.builders import grid


def _amounts(row: FundRow) -> list[str]:
    entries = (row.initial, row.adjusted, row.executed, row.rate, row.weight, row.score)
    return [entry.words if entry else "-" for entry in entries]


def test_headings_without_a_column_for_the_label() -> None:
    """The flattened form whose rows stand one column to the right of their headings."""
    table = grid(
        [
            [
                "项目资金",
                "年初预算数",
                "全年预算数",
                "全年执行数",
                "分值",
                "执行率",
                "得分",
                "",
                "",
            ],
            ["", "年度资金总额", "", "45.00", "45.00", "10", "100.00", "10", ""],
        ]
    )
    (row,) = read_funds(table.rows, "")
    assert ["", "45.00", "45.00", "100.00", "10", "10"] == _amounts(row)
    assert row.initial is not None
    assert row.initial.blank
    assert row.initial.figure is None


def test_pairs() -> None:
    """预算数: and 执行数: with the amount and its unit in the next cell."""
    table = grid(
        [
            ["预算执行情况(万元)", "预算数:", "21.50万元", "执行数:", "21.50万元"],
            ["", "其它资金:", "0", "其它资金:", "0"],
        ]
    )
    first, other = read_funds(table.rows, "")
    assert ["-", "21.50万元", "21.50万元", "-", "-", "-"] == _amounts(first)
    assert "其它资金" == other.label


def test_no_money_rows() -> None:
    """A form without money gives none."""
    assert () == read_funds(grid([["项目名称", "甲"]]).rows, "")


def test_a_stored_fraction_is_the_whole() -> None:
    """1 without a sign is 100 %, as spreadsheets store it."""
    table = grid(
        [
            ["", "年初预算数", "全年预算数", "全年执行数", "执行率"],
            ["总额", "5.00", "5.00", "5.00", "1"],
        ]
    )
    (row,) = read_funds(table.rows, "")
    assert row.rate is not None
    assert row.rate.figure is not None
    assert 1 == row.rate.figure.base


def test_rows_that_lost_the_merged_box_before_them() -> None:
    """The box 项目资金 spans several rows; flattened, only the first of them keeps its cell."""
    table = grid(
        [
            ["项目资金", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
            ["年度资金总额", "325.00", "325.00", "285.66", "10", "87.90%", "8.79", ""],
        ]
    )
    (row,) = read_funds(table.rows, "")
    assert ["325.00", "325.00", "285.66", "87.90%", "10", "8.79"] == _amounts(row)
