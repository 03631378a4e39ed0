"""Self-evaluation forms flattened one cell a line."""

from __future__ import annotations

from kaocheng.disclosure.flat_forms import flat_forms
from kaocheng.performance.readers import read_performance
from kaocheng.performance.records import SelfEvaluation
from tests.disclosure.texts import read_text

TOP = """项目支出绩效自评表
项目名称
大厅运行
项目资金（万元）
年初预算数
全年预算数
全年执行数
分值
执行率
得分
年度资金总额
90.00
80.00
76.00
10
95.00%
9.5
绩效指标
一级指标
二级指标
三级指标
年度指标值
实际完成值
分值
得分
偏差原因分析及改进措施
"""
ROWS = """产出指标（60分）
数量指标
窗口个数
30
30
20
20
受理办件
≥1000件
900件
40
36
停电两周
满意度指标
满意度指标
群众满意度
≥90%
95%
30
30
"""
TOTAL = "总分\n100\n95.5\n"


def forms(text: str) -> tuple[SelfEvaluation, ...]:
    """The forms of a flattened text."""
    return read_performance(flat_forms(read_text(text))).forms


def test_rows_end_with_points_and_score_and_perhaps_a_reason() -> None:
    """Merged levels are printed once, the reason only where there is one."""
    (form,) = forms(TOP + ROWS + TOTAL)
    assert [
        ("产出指标", "数量指标", "窗口个数", "30", "20", ""),
        ("产出指标", "数量指标", "受理办件", "900件", "36", "停电两周"),
        ("满意度指标", "满意度指标", "群众满意度", "95%", "30", ""),
    ] == [
        (i.level1, i.level2, i.name.words, i.actual.words, i.score.words, i.reason.words)
        for i in form.indicators
        if i.actual and i.score and i.reason
    ]
    assert form.total_score is not None
    assert "95.5" == form.total_score.words
    assert len((TOP + ROWS + TOTAL).splitlines()) == form.total_score.place.line
    assert form.fund is not None
    assert form.fund.rate is not None
    assert "95.00%" == form.fund.rate.words


def test_an_actual_value_left_blank_leaves_no_line() -> None:
    """The row is one line shorter."""
    (form,) = forms(TOP + ROWS.replace("900件\n", "") + TOTAL)
    assert [False, True, False] == [i.actual.blank for i in form.indicators if i.actual]


def test_without_money_rows_no_total_is_added_up() -> None:
    """Their points would be missing from the sum."""
    (form,) = forms(TOP.replace("76.00\n", "") + ROWS + TOTAL)
    assert form.total_score is None


def test_rows_that_do_not_come_out_leave_the_text_as_it_is() -> None:
    """Nothing is guessed."""
    text = TOP + ROWS.replace("40\n36\n", "40\n") + TOTAL
    assert () == forms(text)
    assert () == forms(TOP + ROWS)
