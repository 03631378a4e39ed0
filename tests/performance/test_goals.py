"""Goals judged as they are written, by the rulebook's own rules and by the edition's weights."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kaocheng.kernel.findings import Severity
from kaocheng.performance.goals import review
from kaocheng.performance.lifecycle import Planned
from tests.performance.years import GOAL, INDICATORS, funding, planned, year


def _said(*indicators: Planned, edition: str = "sichuan_2023") -> str:
    return "\n".join(f.message for f in review(year(edition, indicators=indicators), funding()))


def test_a_good_set_of_goals() -> None:
    """Ninety points, every first level, clear directions: nothing to say."""
    assert () == review(year(), funding())


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (planned("X", "≥", "0.2", "元/份", level="经济成本指标"), "方向反了"),
        (planned("X", "定性", "100", "%", level="社会效益指标"), "定为“定性”"),
        (planned("X", "＝", "推进改革", "年", level="社会效益指标"), "无法计量"),
        (planned("X", "＝", "1", "年", name="预计完成时间"), "应为时效指标"),
        (planned("X", "＝", "349.16", "万元", level="经济成本指标", name="成本节约率"), "是比率"),
        (planned("X", "＝", "1292400", "元", name="装修工程"), "列在数量指标下"),
    ],
)
def test_faults_of_writing(wrong: Planned, says: str) -> None:
    """Each fault is told while it can still be mended, with the row it stands in."""
    found = [
        f for f in review(year(indicators=(*INDICATORS, wrong)), funding()) if says in f.message
    ]
    assert [2] == [f.row for f in found]
    assert all(f.remedy for f in found)


def test_weights_by_edition() -> None:
    """Sichuan asks for ninety points; Yunnan also for 1 to 30 points each."""
    heavy = replace(INDICATORS[0], weight=Decimal(40))
    said = review(year("yunnan_2020", indicators=(heavy, *INDICATORS[1:])), funding())
    grave = [f.message for f in said if f.severity is Severity.ERROR]
    assert [
        "“大厅运转”各指标分值之和是110分，本版式规定90分",
        "“公共区域消毒”：每项指标应在1至30分之间",
    ] == grave


def test_levels_and_sources() -> None:
    """A first level of another edition, no satisfaction, a work report as evidence: notes."""
    odd = replace(planned("X"), level1="项目完成指标", source="2023年工作总结")
    said = _said(odd)
    assert "没有这个一级指标" in said
    assert "没有满意度指标" in said
    assert "不是可以核对的原始记录" in said


def test_promises_need_indicators() -> None:
    """A number promised in the goal that no indicator takes up."""
    goal = replace(GOAL, text="全年受理业务13000件以上。")
    found = review(year(goals=(goal,)), funding())
    assert any("13000件" in f.message and f.column == "年度目标" for f in found)


def test_no_indicators_at_all() -> None:
    """A goal without indicators is an error."""
    assert ["“大厅运转”没有设绩效指标"] == [f.message for f in review(year(indicators=()))]
