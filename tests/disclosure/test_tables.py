"""Recognised tables: kinds, units, names of rows and columns, blanks and dashes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kaocheng.disclosure.tables import UNSTATED, Table, tables
from kaocheng.kernel.numerals import is_dash
from tests.disclosure.grid_making import document

EXPENDITURE = (
    "支出决算表",
    "金额单位：元",
    (
        "项 目\t\t\t\t本年支出合计\t基本支出\t项目支出\n"
        "类\t款\t项\t栏次\t1\t2\t3\n"
        "\t\t\t合计\t9.00\t9.00\t\n"
        "201\t\t\t一般公共服务支出\t9.00\t9.00\t\n"
        "20103\t\t\t政府办公厅（室）及相关机构事务\t9.00\t9.00\t\n"
        "2010301\t\t\t行政运行\t9.00\t9.00\t—"
    ),
)


def one(*blocks: str) -> Table:
    """The only table of a document."""
    (table,) = tables(document(*blocks))
    return table


def test_a_known_form_is_named_with_its_unit() -> None:
    """Kind by the title, unit by the line above."""
    table = one(*EXPENDITURE)
    assert ("expenditure", "支出决算表", "元") == (table.kind, table.name, table.unit.name)


def test_figures_are_named_by_row_and_column() -> None:
    """The name in the field's words, the code beside, the phase of the form."""
    figure = one(*EXPENDITURE).entries[5, 5].figure
    assert ("行政运行 / 基本支出", "2010301", "决算数") == (figure.name, figure.code, figure.phase)


def test_blank_and_dash_have_no_figure_but_stay_apart() -> None:
    """A blank is not 0, and — is not a blank."""
    table = one(*EXPENDITURE)
    blank, dash = table.entries[4, 6], table.entries[5, 6]
    assert (None, None) == (blank.figure, dash.figure)
    assert (False, True) == (is_dash(blank.cell.text), is_dash(dash.cell.text))


def test_codes_and_column_numbers_are_never_figures() -> None:
    """Only amounts are read."""
    table = one(*EXPENDITURE)
    assert {Decimal("9.00")} == {e.figure.value for e in table.entries.values() if e.figure}


def test_ragged_tabs_do_not_move_the_amounts() -> None:
    """The header stands one column left of the amounts; the numbered row tells by how much."""
    moved = EXPENDITURE[2].replace("项 目\t\t\t\t", "项 目\t\t\t").replace("栏次\t1", "1")
    figure = one(*EXPENDITURE[:2], moved).entries[5, 4].figure
    assert "行政运行 / 本年支出合计" == figure.name


def test_a_code_may_stand_in_the_cell_of_the_name() -> None:
    """As in 公开02表, where three code columns are left blank."""
    table = one(
        "收入决算表",
        "金额单位：元",
        "科目编码\t科目名称\t本年收入合计\t财政拨款收入\n类\t款\t1\t2\n"
        "\t201 一般公共服务支出\t1.00\t1.00\n\t2010301 行政运行\t1.00\t1.00",
    )
    assert [("201", "一般公共服务支出"), ("2010301", "行政运行")] == [
        (row.code, row.name) for row in table.rows
    ]


def test_two_sides_have_their_own_rows() -> None:
    """Income left, expenditure right, each 类 with its code."""
    table = one(
        "收入支出决算总表",
        "单位：万元",
        "收入\t\t支出\t\n项目\t决算数\t项目\t决算数\n"
        "一、一般公共预算财政拨款收入\t5.00\t一、一般公共服务支出\t4.00\n"
        "总计\t5.00\t总计\t5.00",
    )
    names = [(row.side, row.name, row.code) for row in table.rows]
    assert ("收入", "一般公共预算财政拨款收入", "") == names[0]
    assert ("支出", "一般公共服务支出", "201") == names[1]
    assert ["收入总计", "支出总计"] == [name for _, name, _ in names[2:]]


def test_labels_that_come_twice_are_told_apart_by_order() -> None:
    """一般公共预算财政拨款 is first this year's income, then what was carried over."""
    table = one(
        "财政拨款收入支出决算总表",
        "单位：万元",
        "收入\t\t支出\t\t\t\t\n"
        "项目\t决算数\t项目\t合计\t一般公共预算财政拨款\t政府性基金预算财政拨款\t国有资本经营预算财政拨款\n"
        "一、一般公共预算财政拨款\t5.00\t一、一般公共服务支出\t5.00\t5.00\t\t\n"
        "本年收入合计\t5.00\t本年支出合计\t5.00\t5.00\t\t\n"
        "年初财政拨款结转和结余\t1.00\t年末财政拨款结转和结余\t1.00\t1.00\t\t\n"
        "一、一般公共预算财政拨款\t1.00\t\t\t\t\t",
    )
    names = [row.name for row in table.rows if row.side == "收入"]
    assert "一般公共预算财政拨款收入" == names[0]
    assert "年初一般公共预算财政拨款" == names[3]


def test_a_total_may_go_on_in_the_next_strip() -> None:
    """The amount of 公用经费合计 stands in the last of three strips."""
    table = one(
        "一般公共预算财政拨款基本支出决算表",
        "单位：元",
        "科目编码\t科目名称\t金额\t科目编码\t科目名称\t金额\t科目编码\t科目名称\t金额\n"
        "301\t工资福利支出\t3.00\t302\t商品和服务支出\t2.00\t310\t资本性支出\t\n"
        "30101\t基本工资\t3.00\t30201\t办公费\t2.00\t31002\t办公设备购置\t\n"
        "人员经费合计\t\t3.00\t公用经费合计\t\t\t\t\t2.00",
    )
    totals = {
        e.row.name: e.figure.value for e in table.entries.values() if e.row.index == 3 and e.figure
    }
    assert {"人员经费合计": Decimal("3.00"), "公用经费合计": Decimal("2.00")} == totals


def test_counts_have_the_unit_in_their_name() -> None:
    """A row of vehicles is not money."""
    table = one(
        "“三公”经费、行政参公单位机关运行经费情况表",
        "金额单位：元",
        "项目\t行次\t预算数\t决算统计数\n栏次\t\t1\t2\n"
        "（一）支出合计\t2\t9.00\t3.00\n4．公务用车保有量（辆）\t15\t—\t2",
    )
    assert ["元", "元", "辆"] == [e.figure.unit.name for e in table.entries.values() if e.figure]


def test_an_unknown_layout_still_has_codes_and_totals() -> None:
    """Kind "", rows by their codes, the unit left open where none is printed."""
    table = one("某项经费安排情况表", "科目\t名称\t安排数\n2010301\t行政运行\t5.00\n合计\t\t5.00")
    assert ("", None) == (table.kind, table.unit)
    assert ["2010301", ""] == [row.code for row in table.rows]
    assert [False, True] == [row.total for row in table.rows]
    assert UNSTATED == table.entries[1, 2].figure.unit


@pytest.mark.parametrize(
    "text", ["", "\t", "a\tb", "1\t2\n3\t4", "栏次\t1", "合计\t", "类\t款\t项\t1\t2\t3"]
)
def test_any_grid_becomes_a_table(text: str) -> None:
    """No grid, however poor, stops the reading."""
    assert 1 == len(tables(document("表", text + "\t")))
