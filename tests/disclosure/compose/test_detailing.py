"""What the reports tell one by one: scores with their inputs, indicators, where the money went."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kaocheng.disclosure.compose import drafted
from kaocheng.disclosure.compose.detailing import indicator_count, indicators, scored
from kaocheng.disclosure.compose.spending import spending, stages
from kaocheng.disclosure.funding import funding
from kaocheng.kernel.papers import Prose
from kaocheng.performance.results import CardScored, Evaluations
from kaocheng.performance.selfscore import evaluations
from tests.disclosure.compose.test_analysing import _headings, _paper, _prose, _years

R1 = {
    "机构组成", "机构职能", "人员概况", "收入情况", "支出情况", "部门预算管理", "结果应用情况", "评价结论",
    "存在问题", "改进建议",
}  # fmt: skip
R2 = {
    "项目基本情况", "项目绩效目标", "项目自评步骤及方法", "项目资金申报及批复情况",
    "资金计划、到位及使用情况", "项目财务管理情况", "项目实施及管理情况", "项目完成情况", "项目效益情况",
    "评价结论",
}  # fmt: skip
R4 = {
    "项目概况", "项目绩效目标", "项目资金情况", "项目组织实施及管理情况", "项目绩效情况",
    "综合评价情况及评价结论", "存在的问题和建议",
}  # fmt: skip


def _made(edition: str) -> Evaluations:
    accounts, performance = _years(edition)
    return evaluations(performance, funding(accounts))


def _card(edition: str, subject: str) -> CardScored:
    card = _made(edition).card(subject)
    assert card is not None
    return card


@pytest.mark.parametrize(
    ("edition", "outline"), [("sichuan_2020", R1), ("sichuan_2020", R2), ("hunan_2020", R4)]
)
def test_the_outline_is_whole(edition: str, outline: set[str]) -> None:
    """No heading of R1, R2, R4 is missing where the year has something to say under it."""
    assert set() == {name.split("、")[-1] for name in outline} - _headings(edition)


@pytest.mark.parametrize("edition", ["sichuan_2020", "sichuan_2023", "hunan_2019", "hunan_2020"])
def test_no_heading_stands_alone(edition: str) -> None:
    """Behind the last heading of a chain something is said."""
    parts = _paper(edition).parts
    levels = [getattr(part, "level", 0) for part in parts]
    alone = [
        parts[at].text  # type: ignore[union-attr]
        for at in range(len(parts) - 1)
        if levels[at] and levels[at + 1] and levels[at + 1] <= levels[at]
    ]
    assert [] == alone


def test_a_ratio_is_told_with_its_inputs() -> None:
    """39 posts, 35 in service: 89.74 %, as the scorecard reckons it."""
    items = {item.name: item for item in _card("hunan_2019", "部门整体").items}
    member = scored(items["在职人员控制率"])
    assert "在职人员数÷编制数" == member.words["算法"]
    assert Decimal("89.74") == member.figures["实际比率"].value
    inputs = [(one.words["数名"], one.figures["数"].text) for one in member.lists["取数"]]
    assert [("在职人数", "35"), ("编制数", "39")] == inputs
    judged = scored(items["管理制度健全"])
    assert ("", ()) == (judged.words["算法"], judged.lists["取数"])
    assert "实际比率" not in judged.figures


def test_indicators_stand_under_what_they_tell() -> None:
    """Work under its classes, what came of it under others; each counted once."""
    (form,) = [one for one in _made("sichuan_2023").projects if one.goal.subject == "XM2301"]
    found = indicators(form)
    names = {kind: [group.words["组"] for group in groups] for kind, groups in found.items()}
    assert ["数量指标", "质量指标", "时效指标", "经济成本指标"] == names["完成指标"]
    assert ["社会效益指标", "服务对象满意度指标"] == names["效益指标"]
    told = [item for groups in found.values() for one in groups for item in one.lists["评分项"]]
    assert Decimal(len(told)) == indicator_count(form.indicators).value
    assert ("200000", "216480") == tuple(
        told[1].figures[name].text for name in ("指标值", "完成值")
    )


def test_an_indicator_keeps_its_own_unit() -> None:
    """0.19 元 a copy is not printed in 万元."""
    assert "免费复印单价指标值≤0.2元/份，完成值0.19元/份" in _prose("sichuan_2023")


def test_where_the_money_of_a_project_went() -> None:
    """What was paid on each 科目 adds up to all payments; large ones are counted apart."""
    accounts, _ = _years("sichuan_2023")
    told = spending("XM2302", accounts, funding(accounts).projects["XM2302"])
    paid = [one for one in accounts.payments if one.project == "XM2302"]
    parts = sum((one.figures["数"].value for one in told.lists["经济科目"]), Decimal(0))
    assert Decimal(sum(one.amount for one in paid)) / 100 == parts
    assert Decimal(len(paid)) == told.figures["支付笔数"].value
    assert accounts.large_sum is not None
    large = sum(one.amount >= accounts.large_sum for one in paid)
    assert Decimal(large) == told.figures["大额支付笔数"].value
    assert "财政资金" == told.words["唯一资金来源"]
    unlimited = spending("XM2302", replace(accounts, large_sum=None), None)
    assert "大额支付笔数" not in unlimited.figures


def test_payments_and_contracts_add_up_from_their_parts() -> None:
    """By quarters, by size, by what was paid on contracts in the year: what readers can add up."""
    accounts, _ = _years("sichuan_2023")
    for project in accounts.projects:
        told = spending(project.code, accounts, None).figures
        quarters = [told[f"第{n}季度支付笔数"].value for n in "一二三四"]
        assert told["支付笔数"].value == sum(quarters)
        for name, whole in (("笔数", "支付笔数"), ("金额", "项目支付金额")):
            parts = [told[f"{size}支付{name}"].value for size in ("大额", "其他")]
            assert told[whole].value == sum(parts)
        counted = told["有支付合同数"].value + told["无支付合同数"].value
        assert told["合同数"].value == counted
        assert told["合同金额"].value == told["合同本年支付金额"].value + told["合同其余金额"].value


def test_steps_are_told_in_their_order() -> None:
    """Assessed, planned, approved; the days of monitoring apart."""
    _, performance = _years("sichuan_2023")
    told = stages(performance, "XM2301")
    names = [one.words["环节"] for one in told["环节"]]
    assert ["事前评估", "目标", "批复"] == names[:3]
    days = [one.words["环节日期"] for one in told["监控环节"]]
    assert ["2023年6月30日", "2023年9月30日", "2023年11月30日"] == days


def test_a_budget_that_was_not_changed_says_so() -> None:
    """No increase of nothing is printed."""
    accounts, performance = _years("sichuan_2023")
    of = {line.number for line in accounts.budget if line.project}
    kept = tuple(one for one in accounts.adjustments if one.line not in of)
    draft = drafted(replace(accounts, adjustments=kept), performance)
    parts = (part for part in draft.papers[0].parts if isinstance(part, Prose))
    text = "\n".join(part.text for part in parts)
    assert "政务服务大厅运转经费年初预算108.34万元，年中没有调整。" in text
    assert "运转经费调整后的全年预算" not in text
