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


def test_the_sum_that_stops_fitting_to_the_digit_tells_which_is_wrong() -> None:
    """Two columns print one amount: the one whose column no longer adds up exactly is wrong."""
    rows = [
        ("甲项", "500.00", "500.01"),
        ("乙项", "580.00", "580.00"),
        ("丙项", "960.00", "960.00"),
    ]
    lines = "".join(f"{name}\t2010305\t专项业务及机关事务管理\t{a}\t{b}\n" for name, a, b in rows)
    report = checked(
        "专项资金汇总表\n单位：千元\n项目\t功能科目编码\t功能科目名称\t合计\t经费拨款\n"
        f"合计\t\t\t2040.00\t2040.00\n{lines}"
    )
    assert [("500.01", "500.00千元")] == [(f.written, f.expected) for f in causes(report, "ART")]


SCORES = (
    "项目支出绩效自评表\n项目名称\t示例大厅运行费\n"
    "年度预算数（万元）\t年初预算\t调整后预算数\t预算执行数\t预算执行率\t权重\t得分\t原因\n"
    "总额\t100.00\t100.00\t100.00\t100.00%\t10\t10\t\n"
    "一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t完成值\t权重\t得分\t数据来源\n"
    "产出指标\t数量指标\t受理办件\t≥\t1000\t件\t1100\t{}\t{}\t系统\n"
    "效益指标\t社会效益指标\t营商环境\t定性\t有所改善\t\t有所改善\t40\t40\t调查\n合计\t100\t100\n"
)


def test_points_beside_a_score_tell_which_points_are_wrong() -> None:
    """Points of 60 where the score is 50 and all others agree."""
    (found,) = causes(checked(SCORES.format(60, 50)), "PER001")
    assert ("60", "50分") == (found.written, found.expected)


def test_a_lowered_score_may_be_right_and_its_total_forgotten() -> None:
    """The total is shown, and the lowered score as one that may be wrong instead."""
    report = checked(SCORES.format(50, 45))
    (found,) = causes(report, "PER014")
    assert "不能断定" in found.message
    others = [f.written for f in report.findings if f.code == "PER014" and f.cause is found]
    assert "45" in others


def test_a_sum_that_would_fit_worse_speaks_against_a_figure() -> None:
    """Both could be off by 0.03; mending the income would pull its own list further apart."""
    text = (
        "一、收支情况\n"
        "年初结转和结余171.71万元，本年收入210.86万元，"
        "其中：财政拨款收入150.61万元，事业收入15.97万元，其他收入44.27万元。\n"
        "本年支出292.45万元，其中：基本支出241.87万元，项目支出50.58万元。"
        "年末结转和结余90.09万元。\n"
    )
    assert ["90.09万元"] == [f.written for f in causes(checked(text), "SUM")]


def test_a_sum_that_is_off_anyway_does_not_keep_a_figure() -> None:
    """The income is printed again elsewhere; that its list misses by 0.01 either way says nothing."""
    text = (
        "一、收支情况\n"
        "上年结转36.71万元，财政拨款收入166.57万元，"
        "其中：一般公共预算财政拨款120.61万元，政府性基金预算财政拨款45.97万元。\n"
        "财政拨款支出156.48万元，其中：一般公共预算财政拨款110.49万元，"
        "政府性基金预算财政拨款45.98万元。年末财政拨款结转和结余46.82万元。\n"
        "二、预算执行情况\n上年结转36.71万元，年末结转46.82万元，财政拨款收入166.59万元。\n"
    )
    found = causes(checked(text), "RND")
    assert [("166.57万元", "166.59万元")] == [(f.written, f.expected) for f in found]


def test_a_value_printed_elsewhere_is_the_one_meant() -> None:
    """Of the values a sum allows, the one the document prints elsewhere; not the middle one."""
    text = (
        "一、收支情况\n"
        "财政拨款收入166.59万元，其中：一般公共预算财政拨款120.60万元，"
        "政府性基金预算财政拨款71.89万元。\n"
        "政府性基金预算财政拨款支出45.98万元。\n"
    )
    found = causes(checked(text), "SUM001")
    assert [("71.89万元", "45.98万元")] == [(f.written, f.expected) for f in found]
