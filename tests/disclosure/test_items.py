"""Lines by 科目 with the amounts the text gives them."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.items import items, plain_name, row_names
from tests.disclosure.texts import taken

NAME = "住房保障支出（类）住房改革支出（款）住房公积金（项）"


@pytest.mark.parametrize(
    ("line", "amount", "budget"),
    [
        (f"1.{NAME}：支出决算为10.00万元，完成预算100%。", "10.00万元", None),
        (f"（1）{NAME}10.00万元，主要用于缴存。", "10.00万元", None),
        (f"{NAME}：年初预算为12.00万元，支出决算为10.00万元。", "10.00万元", "12.00万元"),
        (f"{NAME}：决算数与预算数持平。", None, None),
        (
            "住房保障支出（221类）住房改革支出（02款）住房公积金（01项）10.00万元。",
            "10.00万元",
            None,
        ),
    ],
)
def test_amounts(line: str, amount: str | None, budget: str | None) -> None:
    """Right behind the name, or called 支出决算; the budget by its own name."""
    (item,) = items(taken("一、支出情况\n" + line))
    assert ("住房保障", "住房改革", "住房公积金") == item.name
    assert (amount, budget) == (
        item.amount.figure.text if item.amount else None,
        item.budget.figure.text if item.budget else None,
    )


def test_the_section_is_the_one_around_the_lines() -> None:
    """A numbered line is no section of its own."""
    text = f"一、支出情况\n1.{NAME}：支出决算为10.00万元。\n2.{NAME}：支出决算为10.00万元。\n"
    assert [("支出情况",)] * 2 == [item.section for item in items(taken(text))]


def test_the_glossary_is_left_out() -> None:
    """It explains the names and states no amounts."""
    assert [] == list(items(taken(f"一、名词解释\n1.{NAME}：指单位缴存的公积金。\n")))


def test_names_for_comparison() -> None:
    """Brackets, quotes and a closing 支出 do not tell names apart."""
    assert "住房保障" == plain_name("“住房保障”支出")
    assert plain_name("政府办公厅（室）及相关机构事务") == plain_name("政府办公厅室及相关机构事务")


def test_rows_under_their_three_names() -> None:
    """Only 项 whose 类 and 款 are in the table."""
    (table,) = taken(
        "支出决算表\n\n功能分类科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n"
        "221\t住房保障支出\t9.00\t9.00\t\n22102\t住房改革支出\t9.00\t9.00\t\n"
        "2210201\t住房公积金\t9.00\t9.00\t\n2080505\t养老保险缴费\t1.00\t1.00\t\n"
    ).tables
    assert {("住房保障", "住房改革", "住房公积金"): "2210201"} == {
        name: row.code for name, row in row_names(table).items()
    }
