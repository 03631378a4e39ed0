"""Where a figure is wrong it is named with the value that mends most; what is right is left alone."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from kaocheng.kernel.findings import Finding
from tests.disclosure.texts import causes, checked

HEAD = "支出决算表\n\n金额单位：元\n部门：青禾县行政审批局\n\n"
COLUMNS = "功能分类科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n"
FIRST = 8  # line of the 合计 row, the title included
Amounts = list[list[int]]

LEAVES = st.lists(
    st.lists(st.tuples(st.integers(1, 10**8), st.integers(1, 10**8)), min_size=2, max_size=3),
    min_size=2,
    max_size=3,
)


def _rows(classes: list[list[tuple[int, int]]]) -> tuple[list[str], Amounts]:
    """Codes with names, and 合计, 基本, 项目 of each row, levels added up."""
    names, amounts = ["\t合计"], [_total([leaf for leaves in classes for leaf in leaves])]
    for number, leaves in enumerate(classes, 1):
        for code in (f"20{number}", f"20{number}01"):
            names.append(f"{code}\t科目{code}")
            amounts.append(_total(leaves))
        for index, leaf in enumerate(leaves, 1):
            names.append(f"20{number}01{index:02}\t科目{number}{index}")
            amounts.append(_total([leaf]))
    return names, amounts


def _total(leaves: list[tuple[int, int]]) -> list[int]:
    basic, project = (sum(column) for column in zip(*leaves, strict=True))
    return [basic + project, basic, project]


def _show(cents: int) -> str:
    return f"{Decimal(cents) / 100:.2f}"


def _errors(names: list[str], amounts: Amounts, text: str = "") -> list[Finding]:
    lines = [
        "\t".join([name, *(_show(cents) for cents in row)])
        for name, row in zip(names, amounts, strict=True)
    ]
    report = checked(HEAD + COLUMNS + "\n".join(lines) + "\n" + text)
    return [f for f in causes(report) if f.code.startswith(("ART", "CON"))]


@settings(max_examples=25, deadline=None)
@given(LEAVES)
def test_a_table_that_adds_up_gives_no_finding(classes: list[list[tuple[int, int]]]) -> None:
    """Whatever its amounts."""
    assert [] == _errors(*_rows(classes))


@settings(max_examples=60, deadline=None)
@given(LEAVES, st.integers(0, 10**6), st.integers(0, 2), st.integers(1, 10**8))
def test_one_changed_cell_is_named_with_its_right_value(
    classes: list[list[tuple[int, int]]], row: int, column: int, off: int
) -> None:
    """Exactly that cell, at any level, and nothing else."""
    names, amounts = _rows(classes)
    row %= len(amounts)
    right = amounts[row][column]
    amounts[row][column] += off
    found = [(f.place.line, f.place.column, f.written, f.expected) for f in _errors(names, amounts)]
    wrong = _show(right + off)
    assert [(FIRST + row, column + 3, wrong, _show(right) + "元")] == found


def test_a_copy_of_the_wrong_figure_is_named_too() -> None:
    """The text repeats the wrong total: it agrees with the table and is wrong all the same."""
    names, amounts = _rows([[(700, 200), (100, 0)], [(50, 30), (20, 10)]])
    amounts[0][0] += 90
    wrong = _show(amounts[0][0])
    found = _errors(names, amounts, f"\n一、支出情况\n本年支出合计{wrong}元。\n")
    assert [wrong, wrong + "元"] == [finding.written for finding in found]
    assert 1 == len({finding.expected for finding in found})


def test_where_nothing_decides_all_are_to_be_looked_at() -> None:
    """One sum alone does not tell which of its figures is wrong."""
    report = checked(
        "一、政府采购情况\n政府采购支出总额46.00万元，"
        "其中：货物支出15.00万元，工程支出6.50万元，服务支出20.00万元。\n"
    )
    (found,) = causes(report, "SUM")
    assert ("46.00万元", "41.50万元") == (found.written, found.expected)
    assert "不能断定" in found.message
    assert 3 == len(found.related)


def test_a_percentage_alone_does_not_make_an_amount_wrong() -> None:
    """Of amount and share the share is named."""
    report = checked(
        "一、支出情况\n本年支出合计240.00万元。"
        "一般公共预算财政拨款支出210.00万元，占本年支出合计的86.20%。\n"
    )
    assert ["86.20%"] == [finding.written for finding in causes(report)]
