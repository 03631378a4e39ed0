"""Scorecards B and D against the scores printed in the published documents, and where these slip."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kaocheng.performance.lifecycle import WHOLE, Evidence, Goal, PerformanceYear
from kaocheng.performance.results import CardScored, Evaluations
from kaocheng.performance.selfscore import evaluations
from tests.performance.years import CODE, evidence, funding, planned, whole, year

COMMON = {
    "程序严密": "4", "规划合理": "4", "分配合理": "4", "使用合规": "4", "执行有效": "4", "预算完成": "4",
    "目标完成": "4", "违规记录": "2",
}  # fmt: skip
SHARED = {
    "产业发展项目": {"符合性": "20", "成长性": "10"},
    "民生保障项目": {"区域均衡性": "5", "对象公平性": "5", "社会满意度": "10"},
    "基础设施（设备购置）项目": {"功能性": "10", "配套性": "10"},
}
PROOFS = (
    evidence("程序严密", level="完善"), evidence("规划合理", level="合理"), evidence("分配合理", level="是"),
    evidence("资金使用不合规处数", "0", "处"), evidence("实施管理不合规处数", "0", "处"),
    evidence("违规记录", level="合规"), evidence("项目实施符合的点位数", "6", "个"),
    evidence("选点总数", "6", "个"), evidence("成长性", "100", "%"), evidence("区域均衡性", level="均衡"),
    evidence("对象公平性", level="公平"), evidence("实际满意度", "98", "%"),
    evidence("满意度标准值", "95", "%"), evidence("未实现的功能项数", "0", "项"),
    evidence("配套性", level="好"), evidence("Q1", "1000"),
)  # fmt: skip


def _project(scope: str, *other: Evidence) -> CardScored:
    """Scorecard B of one project, its evidence as above but for what `other` says instead."""
    said = {item.about for item in other}
    proofs = (*(item for item in PROOFS if item.about not in said), *other)
    goals = (Goal(CODE, "大厅运转", "保障大厅运转", scope=scope),)
    made = evaluations(
        year(goals=goals, indicators=(planned("Q1", weight="90"),), evidence=proofs), funding()
    )
    return next(card for card in made.cards if card.subject == CODE)


def _scores(card: CardScored) -> dict[str, str]:
    return {item.name: item.text for item in card.items}


@pytest.mark.parametrize("scope", SHARED)
def test_scorecard_b_as_printed(scope: str) -> None:
    """004, five times: every item at its most; 通用 30, 共性 20 of the one scope that applies."""
    card = _project(scope)
    assert COMMON | SHARED[scope] | {"项目绩效指标": "50"} == _scores(card)
    assert ["30", "20", "50"] == [figure.text for _, figure in card.parts]
    assert card.total is not None
    assert "100" == card.total.text


@pytest.mark.parametrize(
    ("proof", "name", "points"),
    [
        (evidence("程序严密", level="较完善"), "程序严密", "2.4"),
        (evidence("分配合理", level="否"), "分配合理", "0"),
        (evidence("资金使用不合规处数", "3", "处"), "使用合规", "2.5"),
        (evidence("实施管理不合规处数", "9", "处"), "执行有效", "0"),
        (evidence("违规记录", level="1处不合规"), "违规记录", "1.6"),
        (evidence("违规记录", level="3处及以上不合规"), "违规记录", "0.6"),
        (evidence("对象公平性", level="一般"), "对象公平性", "3"),
        (evidence("实际满意度", "76", "%"), "社会满意度", "8"),
        (evidence("Q1", "500"), "目标完成", "0"),
    ],
)
def test_scorecard_b_below_its_most(proof: Evidence, name: str, points: str) -> None:
    """0, 0.3, 0.6, 0.8 and 1 of the points; half a point a fault; ratios; a task missed is not done."""
    assert points == _scores(_project("民生保障项目", proof))[name]


def test_scorecard_b_deducts_for_what_does_not_work() -> None:
    """功能性 is called a ratio where it is printed, and is a deduction of one point each."""
    card = _project("基础设施（设备购置）项目", evidence("未实现的功能项数", "2", "项"))
    assert "8" == _scores(card)["功能性"]


WHOLE_D = (
    planned("D1", target="100000", unit="件", weight="15", subject=WHOLE, name="行政审批事项办理数量"),
    planned("D2", target="13000", unit="件", weight="15", subject=WHOLE, name="一站式惠民服务"),
    planned("D3", "定性", "提升", "", "30", level="社会效益指标", subject=WHOLE, name="社会效益"),
    planned("D4", ">", "95", "%", "30", level="服务对象满意度指标", subject=WHOLE, name="服务对象满意度"),
)  # fmt: skip
DONE_D = (
    whole("D1", "133183", unit="件"), whole("D2", "27664", unit="件"),
    whole("D3", "30", unit="分", level="达成年度指标", note="查阅台账"), whole("D4", "99.8", unit="%"),
)  # fmt: skip
MONEY_D = {"年度预算总额": "9243004.53", "部门支出执行数": "9243004.53"}


def _department(*proofs: Evidence, money: dict[str, str] | None = None) -> Evaluations:
    goals = (Goal(WHOLE, "某县政务服务管理局", "保障大厅运转"),)
    made = PerformanceYear(
        2020, "yunnan_2020", "某县政务服务管理局", goals, WHOLE_D, evidence=proofs
    )
    return evaluations(made, funding(MONEY_D if money is None else money))


def test_scorecard_d_as_printed() -> None:
    """001: 15 + 15 + 30 + 30 = 90, 优; the ten points for execution that it leaves out make a hundred."""
    form = _department(*DONE_D).department
    assert form is not None
    assert ["15", "15", "30", "30"] == [item.text for item in form.indicators]
    assert Decimal(90) == sum(item.score.value for item in form.indicators if item.score)
    assert form.total is not None
    assert ("100", "优") == (form.total.text, form.grade)


@pytest.mark.parametrize(
    ("satisfied", "paid", "total", "grade"),
    [("95", "9243004.53", "100", "优"), ("94", "9243004.53", "99.68", "优"),
     ("50", "4621502.27", "80.79", "良"), ("5", "924300.45", "62.58", "中"),
     ("1", "0", "60.32", "中")],
)  # fmt: skip
def test_scorecard_d_where_it_falls_short(
    satisfied: str, paid: str, total: str, grade: str
) -> None:
    """Satisfaction and execution by ratio; the grades of a hundred points."""
    proofs = (*DONE_D[:3], whole("D4", satisfied, unit="%"))
    form = _department(*proofs, money={**MONEY_D, "部门支出执行数": paid}).department
    assert form is not None
    assert form.total is not None
    assert (total, grade) == (form.total.text, form.grade)
