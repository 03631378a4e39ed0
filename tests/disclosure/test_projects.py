"""Amounts of a project in the text, beside its self-evaluation form."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.disclosure.projects import core_name, shortened, spoken_amounts
from kaocheng.disclosure.statement import Statement
from kaocheng.performance.readers import read_performance
from tests.disclosure.texts import taken

FORM = """
项目支出绩效自评表
项目名称\t530100210000000012345-2023年办事大厅标准化改造项目
主管部门\t青禾县行政审批局
年度预算数（万元）\t年初预算\t调整后预算数\t预算执行数\t预算执行率\t权重\t得分\t原因
总额\t100.00\t120.00\t114.00\t95.00%\t10\t9.5\t年中追加
一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t完成值\t权重\t得分\t数据来源
产出指标\t数量指标\t受理办件\t≥\t1000\t件\t1100\t50\t50\t审批系统
"""


def _statement(text: str) -> Statement:
    statement = taken(text + FORM)
    return replace(statement, performance=read_performance(statement.document))


def _spoken(text: str) -> list[tuple[str, str, str]]:
    return [
        (spoken.role, spoken.mention.figure.text, spoken.figure.text)
        for spoken in spoken_amounts(_statement(text))
    ]


def test_the_core_of_a_name() -> None:
    """Without code, year and 项目."""
    performance = _statement("").performance
    assert performance is not None
    assert ["办事大厅标准化改造"] == [core_name(form) for form in performance.forms]


def test_amounts_of_a_named_project() -> None:
    """Each with the column of the form it repeats."""
    said = (
        "办事大厅标准化改造项目年初预算安排100.00万元，全年预算数120.00万元，执行数114.00万元。\n"
    )
    assert [
        ("initial", "100.00万元", "100.00"),
        ("adjusted", "120.00万元", "120.00"),
        ("executed", "114.00万元", "114.00"),
    ] == _spoken(said)


def test_a_heading_names_the_project_of_what_follows() -> None:
    """Until the next part begins."""
    said = "一、办事大厅标准化改造项目\n执行数114.00万元。\n第二部分 其他\n执行数7.00万元。\n"
    assert [("executed", "114.00万元", "114.00")] == _spoken(said)


def test_other_amounts_are_left_alone() -> None:
    """Changes, other projects, amounts of no known column."""
    said = "办事大厅标准化改造项目比上年增加3.00万元，设备费2.00万元。系统维护执行数7.00万元。\n"
    assert [] == _spoken(said)


def test_a_name_with_its_middle_left_out() -> None:
    """At least half of it is kept, both its head and its end."""
    short = shortened("镇街道便民服务中心标准化建设")
    assert "镇街道标准化建设" in short
    assert "镇街建设" not in short
    assert () == shortened("大厅运行")


def test_a_report_may_shorten_the_name_in_its_title() -> None:
    """But a shortened name elsewhere may be another project."""
    said = "办事标准化改造项目2023年执行数{}万元。\n"
    title = "附件 办事大厅标准化改造项目评价报告\n"
    assert [("executed", "114.00万元", "114.00")] == _spoken(title + said.format("114.00"))
    assert [] == _spoken(said.format("9.00"))
