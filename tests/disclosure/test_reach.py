"""How far a list reaches: ；, other stages of the money, and readings that fit."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.lists.finding import listings
from kaocheng.disclosure.reach import stage
from tests.disclosure.texts import first_sentence


def _parts(text: str) -> list[str]:
    one = next(iter(listings(first_sentence(text))))
    return [("-" if item.factor < 0 else "") + item.amount.figure.text for item in one.items]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("支出9万元，其中甲费4万元，乙费5万元；丙费7万元。", ["4万元", "5万元"]),
        ("支出9万元，其中甲费4万元，乙费3万元；丙费7万元。", ["4万元", "3万元"]),
        ("支出9万元，其中：甲费4万元；乙费3万元；丙楼2万元。", ["4万元", "3万元", "2万元"]),
        ("支出9万元，其中：甲费4万元，乙费3万元；丙费2万元。", ["4万元", "3万元", "2万元"]),
        (
            "支出9.4万元，其中：甲费4.2万元，乙费3.1万元；丙费2.1万元。",
            ["4.2万元", "3.1万元", "2.1万元"],
        ),
        (
            "支出94.60万元，其中：甲费45.20万元，乙费33.10万元；丙费13.60万元。",
            ["45.20万元", "33.10万元", "13.60万元"],
        ),
        ("支出9.0万元，其中甲费4.0万元；乙费3.0万元；丙楼1.0万元。", ["4.0万元", "3.0万元"]),
        ("支出9万元，其中甲费9万元；乙费3万元。", ["9万元"]),
    ],
)
def test_semicolons(text: str, parts: list[str]) -> None:
    """What comes to the whole; else up to ； behind parts divided by ，, and as far as named alike."""
    assert parts == _parts(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("预算9万元，其中甲费4万元，追加预算3万元，实际支出8万元。", ["4万元"]),
        ("支出决算9万元，其中：甲费预算3万元，决算4万元；乙费预算6万元，决算5万元。", ["4万元", "5万元"]),
        ("全年预算9万元，其中年初预算7万元，年中追加3万元，年中调减1万元。", ["7万元", "3万元", "-1万元"]),
        ("支出9万元，其中：基本支出决算4万元，项目支出决算5万元。", ["4万元", "5万元"]),
    ],
)  # fmt: skip
def test_stages(text: str, parts: list[str]) -> None:
    """Amounts of another stage are no parts; a budget is made up of what was added and cut."""
    assert parts == _parts(text)


def test_words_of_the_part_before_do_not_count() -> None:
    """与上年持平 is told of the part before it."""
    text = "经费9万元，其中：甲费4万元，与上年持平，乙费3万元，与预算一致；丙费2万元。"
    assert ["4万元", "3万元", "2万元"] == _parts(text)


def test_a_deeper_total_does_not_end_a_list() -> None:
    """累计折旧 in brackets belongs to its part."""
    text = "资产9万元，其中甲产4万元（原值8万元，累计折旧4万元），乙产5万元。"
    assert ["4万元", "5万元"] == _parts(text)


def test_an_earlier_whole_that_fits() -> None:
    """受理A件，办结B件，其中… may divide what was received."""
    one = next(iter(listings(first_sentence("受理12件，办结11件，其中甲类7件、乙类5件。"))))
    assert "12件" == one.whole.figure.text


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("年初预算", "planned"),
        ("一般公共预算", ""),
        ("全年预算数", "adjusted"),
        ("年中追加预算", "added"),
        ("实际到位", "spent"),
        ("结余", "left"),
        ("年末结转和结余", ""),
        ("本年支出合计", "spent"),
        ("项目支出", ""),
    ],
)
def test_stage(name: str, told: str) -> None:
    """By the words of a name; the kinds of expenditure and of carry-over are no stages."""
    (mention,) = first_sentence(f"{name}3万元。").mentions
    assert told == stage(mention)
