"""Titles, units and years above a grid or in its first rows."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.table_captions import caption, forms_titled, plain_title
from tests.disclosure.grid_making import document, grid


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("一、收入支出决算总表", "income_and_expenditure"),
        ("财政拨款收入支出决算总表", "appropriation"),
        ("甲县乙局2020年度支出决算表", "expenditure"),
        ("2026年预算单位收入预算总表", "budget_income"),
        ("2025年部门财务收支预算总表", "budget_income_and_expenditure"),
        ("2026年单位“三公”经费和机关运行经费预算表", "budget_three_public"),
    ],
)
def test_titles_are_known_with_year_and_office_before_them(line: str, kind: str) -> None:
    """The longest title that ends the line decides."""
    assert {kind} == {form.kind for form in forms_titled(line)}


@pytest.mark.parametrize(
    "line", ["政府性基金支出决算表", "支出决算表说明", "本表为支出决算表的附表", "项目支出决算表"]
)
def test_a_title_inside_another_is_not_taken(line: str) -> None:
    """支出决算表 ends many a title that is another table's."""
    assert () == forms_titled(line)


def test_title_unit_and_year_are_found_above() -> None:
    """The nearest lines count."""
    blocks = document("2026年支出预算总表", "单位：万元", "a\tb").blocks
    found = caption(blocks, 2)
    assert ("2026年支出预算总表", "万元", 2026, 0) == (
        found.title.text, found.unit.name, found.year, found.rows,
    )  # fmt: skip


def test_the_currency_may_stand_before_the_unit() -> None:
    """单位：人民币万元."""
    blocks = document("支出预算总表", "单位：人民币万元", "a\tb").blocks
    assert "万元" == caption(blocks, 2).unit.name


def test_title_and_unit_may_stand_in_the_grid() -> None:
    """As in a worksheet."""
    blocks = (grid("支出决算表\t\t\n公开03表\t\t\n部门：甲局\t\t金额单位：元\n项目\t金额\t"),)
    found = caption(blocks, 0)
    assert ("支出决算表", "元", 3) == (found.title.text, found.unit.name, found.rows)


def test_what_stands_above_the_grid_before_is_not_looked_at() -> None:
    """A title belongs to the first grid below it."""
    blocks = document("支出决算表", "a\tb", "c\td").blocks
    assert None is caption(blocks, 2).title


def test_numbering_is_no_part_of_a_title() -> None:
    """Nor is the number of the table."""
    assert "支出决算表" == plain_title("三、支出决算表 公开03表")
    assert "支出决算表" == plain_title("支出决算表（按功能分类科目）")
    assert "支出决算表" == plain_title("支出决算表（表3）")


def test_only_a_grid_has_a_caption() -> None:
    """Anything else is a slip of the caller."""
    with pytest.raises(TypeError):
        caption(document("支出决算表").blocks, 0)
