"""“三公”经费 tables of any layout."""

from __future__ import annotations

from kaocheng.disclosure.plain.threepublic import public_funds
from kaocheng.disclosure.tables import tables
from tests.disclosure.grid_making import document


def items(*rows: str) -> list[dict[str, str]]:
    """The items of each set, as printed."""
    (table,) = tables(document("某项情况表", "\n".join(rows)))
    return [{k: e.cell.text for k, e in funds.items.items()} for funds in public_funds(table)]


def test_columns_of_two_years_make_two_sets() -> None:
    """小计 under 公务用车 is that of the cars, the lone 合计 the whole."""
    heads = "合计\t因公出国（境）费\t公务用车购置及运行费\t\t公务接待费"
    head = (
        "2022年\t\t\t\t\t2023年\t\t\t\t",
        f"{heads}\t{heads}",
        "\t\t小计\t公务用车运行费\t\t\t\t小计\t公务用车运行费\t",
    )
    found = items(*head, "5.00\t0.00\t2.00\t2.00\t3.00\t6.00\t0.00\t2.50\t2.50\t3.50")
    assert ["5.00", "6.00"] == [one["合计"] for one in found]
    assert ["2.00", "2.50"] == [one["公务用车购置及运行维护费"] for one in found]


def test_rows_make_a_set_a_column() -> None:
    """Rates are no amounts, 保有量 no item."""
    rows = (
        "项目\t上年\t本年\t增减（%）",
        "“三公”经费合计\t5.00\t6.00\t20.00",
        "1、因公出国（境）费\t0.00\t0.00\t",
        "2、公务用车购置及运行维护费\t2.00\t2.50\t25.00",
        "3、公务接待费\t3.00\t3.50\t16.67",
        "公务用车保有量（辆）\t1\t1\t",
    )
    assert [("5.00", "3.00"), ("6.00", "3.50")] == [
        (one["“三公”经费合计"], one["公务接待费"]) for one in items(*rows)
    ]


def test_other_tables_have_no_items() -> None:
    """A list with 会议费 is none."""
    assert [] == items("项目\t金额", "会议费\t1.00", "培训费\t2.00", "合计\t3.00")
