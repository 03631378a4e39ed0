"""Codes, names, running numbers and values of a grid."""

from __future__ import annotations

from kaocheng.disclosure.table_headers import header
from kaocheng.disclosure.table_shapes import Line, lines, name_in, strips
from kaocheng.kernel.documents import Cell, Grid, passage
from kaocheng.kernel.places import Place
from tests.disclosure.grid_making import grid


def read(made: Grid) -> list[Line]:
    """All lines of a grid."""
    head = header(made, 0)
    return list(lines(made, head, strips(made, head)))


def test_three_code_columns_make_one_code() -> None:
    """类 201, 款 13, 项 01."""
    found = read(
        grid("类\t款\t项\t科目名称\t合计\n201\t13\t01\t行政运行\t1.00\n201\t13\t\t商贸\t1.00")
    )
    assert [("2011301", "行政运行"), ("20113", "商贸")] == [
        (line.code, line.name) for line in found
    ]


def test_a_blank_class_is_the_one_above() -> None:
    """Some print the 类 once only."""
    found = read(grid("类\t款\t科目名称\t合计\n301\t\t工资\t1.00\n\t01\t基本工资\t1.00"))
    assert ["301", "30101"] == [line.code for line in found]


def test_running_numbers_are_no_values() -> None:
    """With or without their heading."""
    made = grid("项目\t行次\t金额\n甲\t1\t1.00\n乙\t2\t2.00")
    assert [2] == strips(made, header(made, 0))[0].values
    made = grid("项目\t\t金额\n甲\t7\t1.00\n乙\t8\t2.00\n丙\t9\t\n丁\t10\t")
    assert [2] == strips(made, header(made, 0))[0].values


def test_two_names_make_two_strips() -> None:
    """As on the two sides of a balance."""
    made = grid("项目\t金额\t项目\t金额\n甲\t1.00\t乙\t2.00")
    assert [[1], [3]] == [strip.values for strip in strips(made, header(made, 0))]


def test_the_subject_stands_right_of_the_code() -> None:
    """Where each row is a project, its 科目 has a name of its own."""
    found = read(grid("项目\t科目编码\t科目名称\t合计\n物业费\t2010305\t专项业务\t1.00"))
    assert ("物业费", "专项业务") == (found[0].name, name_in(found[0].subject))


def test_a_merged_value_counts_once() -> None:
    """The cell is seen in both columns."""
    plain = grid("项目\t甲\t乙\n合计\t1.00\t")
    wide = Cell(passage("1.00", Place("a")), 1, 1, column_span=2)
    merged = Grid((plain.rows[0], (plain.rows[1][0], wide, wide)), plain.place)
    assert [[1]] == [[column for column, _ in line.values] for line in read(merged)]


def test_codes_beside_a_row_that_lost_its_merged_cells() -> None:
    """公用经费合计 52.22 slid under the codes; the column holds codes all the same."""
    rows = [
        "科目编码\t科目名称\t决算数\t \t \t决算数",
        "301\t工资福利支出\t9.00\t302\t商品和服务支出\t5.00",
        "30101\t基本工资\t4.00\t30201\t办公费\t2.00",
        "30102\t津贴补贴\t3.00\t30205\t水费\t2.00",
        "30103\t奖金\t2.00\t30206\t电费\t1.00",
        "人员经费合计\t9.00\t公用经费合计\t5.00\t\t",
    ]
    made = grid("\n".join(rows))
    assert [[2], [5]] == [strip.values for strip in strips(made, header(made, 0))]


def test_numbers_of_offices_are_no_codes_of_accounts() -> None:
    """301 is an office here, not 工资福利支出."""
    made = grid("单位编码\t单位名称\t合计\n301\t甲局\t5.00\n301001\t甲局机关\t5.00")
    assert ["", ""] == [line.code for line in read(made)]


def test_codes_in_brackets_before_the_name() -> None:
    """[201]一般公共服务支出 and 20103-政府办公厅."""
    found = read(grid("科目\t合计\n[201]一般公共服务支出\t1.00\n20103-政府办公厅\t1.00"))
    assert [("201", "一般公共服务支出"), ("20103", "政府办公厅")] == [
        (line.code, line.name) for line in found
    ]
