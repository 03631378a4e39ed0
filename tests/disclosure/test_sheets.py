"""Cells looked up by words."""

from __future__ import annotations

from kaocheng.disclosure.sheets import sets, sheet
from kaocheng.disclosure.tables import tables
from tests.disclosure.grid_making import document

TABLE = (
    "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
    "201\t一般公共服务支出\t3.00\t3.00\t\n合计\t\t3.00\t3.00\t"
)


def test_a_row_is_found_by_name_or_code_and_the_total_by_its_word() -> None:
    """Without a column the first one is meant."""
    (table,) = tables(document("支出决算表", "单位：元", TABLE))
    looked = sheet(table)
    assert looked.entry("201", "基本支出") is looked.entry("一般公共服务支出", "基本支出")
    assert looked.entry("合计", "") is table.entries[2, 2]
    assert (True, False) == (looked.missing("204", ""), looked.missing("201", "项目支出"))
    assert (("201",), ()) == (looked.codes("类"), looked.group("支出各类"))


def test_a_kind_that_comes_again_begins_another_set() -> None:
    """Two offices in one document."""
    found = tables(document("支出决算表", TABLE, "支出决算表", TABLE))
    assert [{"expenditure"}, {"expenditure"}] == [set(group) for group in sets(found)]
