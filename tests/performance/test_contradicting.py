"""A number in the unit's words and its evidence: one thing has one value."""

from __future__ import annotations

import pytest

from kaocheng.performance.contradicting import Told, contradictions
from kaocheng.performance.lifecycle import Remark
from tests.performance.years import CODE, year


def _said(text: str, subject: str = CODE, indicator: str = "") -> list[str]:
    told = Told("绩效目标", 3, "目标完成情况", text, subject, indicator)
    plain = year(goals=(), remarks=())
    return [fault.message for fault in contradictions(plain, (told,))]


@pytest.mark.parametrize(
    "text",
    [
        "全年免费复印180000份",
        "全年免费复印18万份",
        "免费复印超过17万份",
        "免费复印17万余份",
        "免费复印不超过20万份",
        "计划免费复印200000份以上",
        "其中新增免费复印999份",
        "6月底免费复印90000份",
        "每日免费复印500份",
        "公共区域消毒1150次，设备完好率99.5%",
        "宣传折页印制999999份",
        "免费复印单价0.25元/份",
    ],
)
def test_what_agrees_or_speaks_of_something_else(text: str) -> None:
    """Rounded, as a bound, a part, a target, another thing: no contradiction."""
    assert [] == _said(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("全年免费复印999999份", "文字里写“999999份”，“免费复印”的证据是180000份"),
        ("免费复印19万份", "文字里写“19万份”，“免费复印”的证据是180000份"),
        ("免费复印超过19万份", "文字里写“19万份”，“免费复印”的证据是180000份"),
        ("公共区域消毒1250次", "文字里写“1250次”，“公共区域消毒”的证据是1150次"),
        ("设备完好率100%", "文字里写“100%”，“设备完好率”的证据是99.5%"),
    ],
)
def test_what_contradicts(text: str, says: str) -> None:
    """The same thing with another value; a target reached is told by its value, not by its target."""
    wanted = [] if text == "设备完好率100%" else [says]
    assert wanted == _said(text)


def test_another_project_is_another_thing() -> None:
    """Words of one project are not held against the evidence of another; texts against all."""
    assert [] == _said("免费复印999999份", "XM09")
    assert 1 == len(_said("免费复印999999份", ""))


def test_beside_an_indicator_a_bare_number_means_it() -> None:
    """全年完成999次 in the reason of an indicator is said of that indicator."""
    assert [] == _said("全年完成999次")
    assert 1 == len(_said("全年完成999次", indicator="ZB1"))
    beside = year(goals=(), remarks=(Remark(CODE, "ZB1", done="完成999次"),))
    assert ["绩效自评"] == [fault.file for fault in contradictions(beside)]
