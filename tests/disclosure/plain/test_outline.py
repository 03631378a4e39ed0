"""Levels of the names of rows."""

from __future__ import annotations

from kaocheng.disclosure.plain.outline import outlines
from kaocheng.disclosure.tables import tables
from tests.disclosure.grid_making import document


def depths(*names: str) -> list[list[int | str]]:
    """For each reading the depth of every row; a total is 合."""
    body = "\n".join(f"{name}\t1.00" for name in names)
    (table,) = tables(document("某项情况表", "项目\t金额\n" + body))
    return [["合" if line.total else line.depth for line in o] for o in outlines(table.rows)]


def test_numbering_tells_levels_whatever_is_left_out() -> None:
    """1、 stands right below 一、 where no （一） is used."""
    assert [[0, 1, 2, 1, 0, "合"]] == depths("一、甲", "1、乙", "(1)丙", "2、丁", "二、戊", "合计")


def test_rows_without_number_are_parts_or_stand_beside() -> None:
    """Both are tried; after a total they stand beside."""
    found = depths("一、甲", "乙", "二、丙", "本年收入合计", "上年结转", "收入总计")
    assert [[0, 1, 0, "合", 0, "合"], [0, 0, 0, "合", 0, "合"]] == found


def test_a_row_named_as_a_sum_has_no_level() -> None:
    """Wherever it stands."""
    assert [["合", 0, 0]] == depths("合计", "甲", "乙")
