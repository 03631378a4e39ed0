"""A form laid over a grid."""

from __future__ import annotations

from kaocheng.disclosure.table_captions import forms_titled
from kaocheng.disclosure.table_forms import fit, row_names
from kaocheng.disclosure.table_headers import header
from kaocheng.disclosure.table_shapes import lines, strips
from kaocheng.kernel.documents import Grid
from tests.disclosure.grid_making import grid

GOOD = grid("编码\t科目名称\t合计\t基本支出\t项目支出\n201\t一般公共服务支出\t1.00\t1.00\t")


def fitted(made: Grid, title: str) -> tuple[str, list[str]]:
    """Kind and column names."""
    head = header(made, 0)
    fitting = fit(forms_titled(title), title, head, strips(made, head))
    names = [column.name for _, column in sorted(fitting.columns.items())]
    return (fitting.form.kind if fitting.form else "", names)


def test_columns_get_their_canonical_names() -> None:
    """合计 of this table is 本年支出."""
    expected = ("general_public", ["本年支出", "基本支出", "项目支出"])
    assert expected == fitted(GOOD, "一般公共预算财政拨款支出决算表")


def test_columns_of_another_table_do_not_fit() -> None:
    """A title alone does not make the table."""
    other = grid("编码\t科目名称\t车辆\t人数\t批次\n201\t一般公共服务支出\t1.00\t1.00\t")
    assert ("", []) == fitted(other, "一般公共预算财政拨款支出决算表")


def test_without_form_rows_have_no_names() -> None:
    """Rows keep what is printed."""
    head = header(GOOD, 0)
    assert {} == row_names(None, list(lines(GOOD, head, strips(GOOD, head))), ("",))
