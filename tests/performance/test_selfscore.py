"""Scores from evidence: the worked scores of real documents, and what they should have been."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.performance.lifecycle import (
    WHOLE,
    Evidence,
    Goal,
    Override,
    PerformanceYear,
    SpotCheck,
)
from kaocheng.performance.results import NO_DATA, CardScored, Evaluated, Evaluations
from kaocheng.performance.selfscore import evaluations
from kaocheng.performance.spotcheck import accuracy_score
from tests.performance.years import CODE, END, EVIDENCE, evidence, funding, planned, whole, year

_PRINTED_A = {
    "目标制定": "10", "目标实现": "10", "编制准确": "10", "支出控制": "10", "动态调整": "10",
    "执行进度": "9", "预算完成": "10", "违规记录": "10", "自评公开": "2", "结果整改": "4",
    "应用反馈": "4",
}  # fmt: skip
_PRINTED_C = {
    "绩效目标合理性": "3", "绩效指标明确性": "3", "在职人员控制率": "3", "“三公经费”变动率": "4",
    "预算完成率": "5", "预算控制率": "3", "新建楼堂馆所面积控制率": "5",
    "新建楼堂馆所投资概算控制率": "5", "公用经费控制率": "8", "“三公经费”控制率": "0",
    "政府采购执行率": "6", "管理制度健全": "8", "资金使用合规性": "6", "预决算信息公开性": "5",
    "重点工作实际完成率": "8", "履职效益": "18",
}  # fmt: skip
_MONEY_C = {
    "上年结转": "1367300", "年初预算数": "2532100", "追加预算数": "133800", "年末结转": "468400",
    "公用经费预算数": "64000", "公用经费决算数": "64000", "三公经费预算数": "10000",
    "三公经费上年预算数": "10000", "三公经费决算数": "17000", "政府采购预算数": "0",
    "政府采购决算数": "0",
}  # fmt: skip


def _card(made: Evaluations, key: str, subject: str = WHOLE) -> CardScored:
    return next(c for c in made.cards if c.key.endswith(key) and c.subject == subject)


def _total(made: CardScored | Evaluated) -> str:
    assert made.total is not None
    return made.total.text


def _score(card: CardScored, name: str) -> str:
    return next(item.text for item in card.items if item.name == name)


def _department_c() -> PerformanceYear:
    manual = ("绩效目标合理性 3", "绩效指标明确性 3", "管理制度健全 8", "资金使用合规性 6",
              "预决算信息公开性 5", "履职效益 18")  # fmt: skip
    judged = [
        whole(name, points, unit="分", note="按台账评定")
        for name, points in (text.split() for text in manual)
    ]
    counted = [
        whole("在职人数", "7"), whole("编制数", "8"), whole("重点工作完成数", "12"),
        whole("重点工作任务数", "12"), whole("新建楼堂馆所实际面积", "0"),
        whole("新建楼堂馆所批准面积", "0"), whole("新建楼堂馆所实际投资", "0"),
        whole("新建楼堂馆所批准概算", "0"),
    ]  # fmt: skip
    return PerformanceYear(2019, "hunan_2019", "某县政务服务中心", evidence=(*judged, *counted))


def test_scorecard_c_as_it_should_have_been() -> None:
    """002: completion 88.39 % cannot be full, control 5.28 % earns 4, 170 % earns nothing."""
    card = _card(evaluations(_department_c(), funding(_MONEY_C)), "whole_department")
    assert "1" == _score(card, "预算完成率")
    assert "4" == _score(card, "预算控制率")
    assert "0" == _score(card, "“三公经费”控制率")
    assert "3" == _score(card, "在职人员控制率")
    assert "4" == _score(card, "“三公经费”变动率")
    assert "8" == _score(card, "公用经费控制率")
    assert "87" == _total(card)
    assert "良好" == card.grade


def test_scorecard_c_as_printed_adds_up_to_ninety() -> None:
    """002 prints 13 + 53 + 26 = 92; its items make 13 + 51 + 26 = 90."""
    by_hand = tuple(
        Override(WHOLE, name, Decimal(score), "公开文件所印", "自评小组组长")
        for name, score in _PRINTED_C.items()
    )
    base = _department_c()
    made = evaluations(
        PerformanceYear(2019, "hunan_2019", base.department, evidence=base.evidence,
                        overrides=by_hand),
        funding(_MONEY_C),
    )  # fmt: skip
    card = _card(made, "whole_department")
    assert ["13", "51", "26"] == [figure.text for _, figure in card.parts]
    assert "90" == _total(card)
    assert () == made.faults


def _department_a(overrides: tuple[Override, ...] = ()) -> PerformanceYear:
    about = {
        "目标制定": whole("目标制定", "10", unit="分", note="要素齐全"),
        "违规": whole("违纪违规问题数", "0"),
        "公开": whole("自评公开", level="是"),
        "整改": whole("结果整改", "4", unit="分", note="已整改"),
        "反馈": whole("应用反馈", level="是"),
        "注销": whole("结余注销额", "0", unit="元"),
        "取消": whole("监控调整取消额", "0", unit="元"),
        "六月": whole("6月执行进度", "36", unit="%"),
        "九月": whole("9月执行进度", "67.5", unit="%"),
        "十一月": whole("11月执行进度", "90", unit="%"),
    }
    projects = (
        planned("Q1", target="500", unit="套", name="刻制印章"),
        planned("Q2", target="1100", name="公共场所消毒"),
    )
    proofs = (evidence("Q1", "1092", "套"), evidence("Q2", "1150"))
    return year(indicators=projects, evidence=(*about.values(), *proofs), overrides=overrides)


_WHOLE_MONEY = {"年度预算总额": "100", "部门支出执行数": "99.6"}
_MONEY_A = {
    "年初部门预算数": "11794700", "全年预算调剂金额": "2095200", "年度预算总额": "11794700",
    "控制科目年初预算数": "1000000", "控制科目决算数": "1090000",
    "项目支出全年预算数": "3869500", "项目支出执行数": "3869500",
}  # fmt: skip


def test_scorecard_a_as_it_should_have_been() -> None:
    """004: 209.52 of 1179.47 万元 was moved, so 编制准确 is 0; 1092 seals for 500 are not reached."""
    card = _card(evaluations(_department_a(), funding(_MONEY_A)), "whole_department")
    assert "0" == _score(card, "编制准确")
    assert "5" == _score(card, "目标实现")
    assert "10" == _score(card, "支出控制")
    assert "10" == _score(card, "动态调整")
    assert "9.7" == _score(card, "执行进度")
    assert "10" == _score(card, "违规记录")
    assert ["64.7", "10"] == [figure.text for _, figure in card.parts]
    assert "90" == card.maximum.text
    assert ["自评准确"] == [item.name for item in card.later]


def test_scorecard_a_as_printed_makes_eighty_nine() -> None:
    """004 prints 89 of 90; only by hand, and each score by hand shows its reason."""
    by_hand = tuple(
        Override(WHOLE, name, Decimal(score), "公开文件所印", "财务负责人")
        for name, score in _PRINTED_A.items()
    )
    card = _card(evaluations(_department_a(by_hand), funding(_MONEY_A)), "whole_department")
    assert "89" == _total(card)
    accurate = next(item for item in card.items if item.name == "编制准确")
    assert "人工调整：公开文件所印（财务负责人）" == accurate.note
    assert accurate.computed is not None
    assert "0" == accurate.computed.text


def test_no_data_never_scores() -> None:
    """Without evidence and money every item is marked, nothing is earned, and no grade is given."""
    made = evaluations(year(evidence=(), goals=year().goals), funding({}))
    card = _card(made, "whole_department")
    assert {NO_DATA} == {item.text for item in card.items}
    form = made.projects[0]
    assert {NO_DATA} == {item.text for item in form.indicators}
    assert [(None, ""), (None, "")] == [(one.total, one.grade) for one in (card, form)]


def test_one_part_missing_is_no_score_of_the_whole() -> None:
    """The sum of the other parts is no score; the scorecard that takes them up has none either."""
    made = evaluations(year(evidence=EVIDENCE[1:]), funding())
    assert (None, "") == (made.projects[0].total, made.projects[0].grade)
    assert None is _card(made, "/project", CODE).total


def test_execution_alone_is_no_score() -> None:
    """A goal without indicators is not scored by the money that was spent."""
    form = evaluations(year(indicators=(), evidence=()), funding()).projects[0]
    assert form.execution is not None
    assert ("10", None, "") == (form.execution.text, form.total, form.grade)


def test_a_department_without_form_or_indicators_is_not_evaluated() -> None:
    """Where an edition scores the whole by its scorecard, no form invents another score of it."""
    goals = (Goal(WHOLE, "青河县行政审批局", "保障大厅运转"), *year().goals)
    assert None is evaluations(year(goals=goals), funding()).department
    yunnan = evaluations(year("yunnan_2020", goals=goals), funding(_WHOLE_MONEY)).department
    assert yunnan is not None
    assert (None, "") == (yunnan.total, yunnan.grade)


def test_scores_of_indicators() -> None:
    """Reached is full, short by ratio, dear by the inverse ratio, judged as given in its range."""
    form = evaluations(year(), funding()).projects[0]
    assert ["10", "20", "9", "9.95", "10", "17", "10", "8"] == [i.text for i in form.every]
    assert "93.95" == _total(form)
    assert "优" == form.grade


def test_execution_by_rate() -> None:
    """Half of the budget paid earns half of the points."""
    form = evaluations(year(), funding(executed="646200")).projects[0]
    assert form.execution is not None
    assert "5" == form.execution.text
    assert form.execution.actual is not None
    assert "50.00%" == form.execution.actual.text


def test_project_scorecard_takes_one_scope() -> None:
    """Only the items of the chosen 适用范围 appear; own indicators fill the remaining half."""
    proofs = (
        *EVIDENCE,
        evidence("程序严密", level="较完善"),
        evidence("资金使用不合规处数", "3", ""),
        evidence("分配合理", level="否"),
    )
    card = _card(evaluations(year(evidence=proofs), funding()), "/project", CODE)
    assert "2.4" == _score(card, "程序严密")
    assert "2.5" == _score(card, "使用合规")
    assert "0" == _score(card, "分配合理")
    assert "4" == _score(card, "预算完成")
    assert "46.64" == _score(card, "项目绩效指标")
    assert NO_DATA == _score(card, "区域均衡性")
    assert not [item for item in card.items if item.name in ("功能性", "符合性")]
    assert "100" == card.maximum.text


def test_override_needs_reason_post_and_evidence() -> None:
    """Without a reason, with a person's name, above the maximum or full without data: refused."""
    for number, made in enumerate((
        Override(CODE, "ZB1", Decimal(20), "", "财务负责人"),
        Override(CODE, "ZB1", Decimal(20), "漏记", "某某某"),
        Override(CODE, "ZB1", Decimal(21), "漏记", "财务负责人"),
        Override(CODE, "ZB9", Decimal(5), "漏记", "财务负责人"),
    )):  # fmt: skip
        result = evaluations(year(overrides=(made,)), funding())
        assert 1 == len(result.faults), number
    bare = year(evidence=(), overrides=(Override(CODE, "ZB1", Decimal(20), "漏记", "财务负责人"),))
    assert 1 == len(evaluations(bare, funding()).faults)
    part = year(evidence=(), overrides=(Override(CODE, "ZB1", Decimal(15), "漏记", "财务负责人"),))
    item = evaluations(part, funding()).projects[0].indicators[0]
    assert "15" == item.text
    assert NO_DATA in item.note
    assert "漏记（财务负责人）" in item.note


def _checked(score: str) -> Evaluations:
    base = _department_a()
    check = SpotCheck(WHOLE, date(2024, 3, 20), "评价组", Decimal(score))
    return evaluations(
        year(indicators=base.indicators, evidence=base.evidence, checks=(check,)),
        funding(_MONEY_A),
    )


def test_spot_check_deduction() -> None:
    """Self 74.7: 72 is within 5 %, 68 within 10 %, 64 within 20 %, 50 beyond: 0, 4, 8, 10 off."""
    lost = []
    for score in ("72", "68", "64", "50"):
        made = _checked(score)
        done = made.checks[0]
        assert done.deduction is not None
        lost.append(done.deduction.text)
    assert ["0", "4", "8", "10"] == lost


def test_a_spot_check_that_gives_nothing() -> None:
    """A score of 0 lies as far off as can be: 100 % of the self-score, all ten points."""
    [done] = _checked("0").checks
    assert ("0", "100.00%") == (done.theirs.text, done.difference.text)
    assert done.deduction is not None
    assert "10" == done.deduction.text


def test_accuracy_after_a_spot_check() -> None:
    """What is left of the ten points of 自评准确."""
    made = _checked("68")
    left = accuracy_score(_card(made, "whole_department"), made.checks[0])
    assert left is not None
    assert "6" == left.text


@given(st.decimals(0, 3000, places=2), st.decimals(0, 3000, places=2))
def test_more_reached_never_earns_less(one: Decimal, other: Decimal) -> None:
    """Monotone, from 0 to the maximum."""
    low, high = sorted((one, other))
    earned = [_single(planned("ZB1", target="1100"), value) for value in (low, high)]
    assert 0 <= earned[0] <= earned[1] <= 10


@given(st.decimals(0, 10, places=2), st.decimals(0, 10, places=2))
def test_dearer_never_earns_more(one: Decimal, other: Decimal) -> None:
    """A cost above its target earns less the more it lies above."""
    low, high = sorted((one, other))
    cost = planned("ZB1", "≤", "0.2", "元/份", level="经济成本指标")
    earned = [_single(cost, value) for value in (high, low)]
    assert 0 <= earned[0] <= earned[1] <= 10


def _single(item: object, value: Decimal) -> Decimal:
    unit = item.unit  # type: ignore[attr-defined]
    proof = Evidence("ZJ1", CODE, "ZB1", value, unit, END, "台账")
    form = evaluations(year(indicators=(item,), evidence=(proof,)), funding()).projects[0]
    score = form.indicators[0].score
    assert score is not None
    return score.value
