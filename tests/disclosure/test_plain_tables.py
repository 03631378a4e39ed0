"""Tables that have no checks of their own."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.disclosure.checking import statement
from kaocheng.disclosure.plain_tables import plain_tables
from kaocheng.performance.readers import read_performance
from tests.disclosure.grid_making import document

HEAD = "青禾县行政审批局2023年度部门决算公开"
PLAIN = "项目\t金额\n大厅维护\t48.00\n信息化建设\t30.00\n合计\t78.00"
FORM = (
    "项目名称\t示例大厅运行费\n"
    "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
    "产出指标\t数量指标\t受理办件\t≥1000件\t1100件\t100\t100\n总分\t\t\t\t\t100\t100"
)


def test_a_form_is_not_a_plain_table() -> None:
    """Its points have rules of their own; the table beside it is plain."""
    papers = document(HEAD, "项目支出情况表", PLAIN, "项目支出绩效自评表", FORM)
    taken = replace(statement(papers), performance=read_performance(papers))
    found = list(plain_tables(taken))
    assert [["大厅维护", "信息化建设", "合计"]] == [[r.name for r in t.rows] for t in found]
