"""Numbers in running text are told from dates, codes, ordinals and names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.disclosure.numbers import numbers
from kaocheng.kernel.numerals import show
from tests.strategies import decimals


def _found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in numbers(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收入合计1,234.56万元", ["1,234.56万元"]),
        ("占83.33%，共12件", ["83.33%", "12件"]),
        ("支出 12 万元", ["12 万元"]),
        ("支出12.5万 元、3 亿 元", ["12.5万 元", "3 亿 元"]),
        ("支出1 234.50万元、12 3.40万元", ["1 234.50万元"]),
        ("支出１，２３４．５６万元", ["１，２３４．５６万元"]),
        ("１．２０２０年支出３万元", ["３万元"]),
        ("共１２件，３４５．０个", ["１２件", "３４５．０个"]),
        ("增减额（-2.10万元）", ["-2.10万元"]),
        ("减少-2.10万元", ["2.10万元"]),
        ("各增加-62.78万元，增长-5.3%", ["-62.78万元", "-5.3%"]),
        ("余额为−3.20万元", ["−3.20万元"]),
        ("5%-8%", ["5%", "8%"]),
        ("办件5万件、１２３件", ["5万件", "１２３件"]),
        ("提高3个百分点", ["3个百分点"]),
        ("投入5万，其中", ["5万"]),
        ("房屋120平方米、车辆3辆", ["120平方米", "3辆"]),
    ],
)
def test_numbers_with_their_units(text: str, found: list[str]) -> None:
    """Separators, full-width digits, a blank before the unit; a sign behind 增加 and the like, a dash else."""
    assert found == _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "2023年12月31日",
        "2020-2022年",
        "青政发〔2023〕15号",
        "第3次、第12批",
        "公开01表",
        "一般公共服务（201）支出",
        "拨打12345热线",
        "1.项目概况",
        "（2）主要做法",
        "统一社会信用代码11530000015112233X",
    ],
)
def test_what_only_looks_like_a_number(text: str) -> None:
    """Years, document numbers, ordinals, codes, list points."""
    assert [] == _found(text)


@pytest.mark.parametrize("text", ["约100余万元", "近200多件", "30万元左右", "500件以上"])
def test_round_figures_are_marked(text: str) -> None:
    """余, 多, 左右, 以上: no equation is decided on them."""
    assert [True] == [one.approximate for one in numbers(text)]


@given(decimals(bound=10**12), st.sampled_from(["万元", "元", "%", "件", "人次", "亿元"]))
def test_every_amount_is_found_whole(value, unit: str) -> None:
    """Whatever its size, with separators."""
    text = f"合计{show(abs(value), 2)}{unit}。"
    (found,) = numbers(text)
    assert (abs(value), unit) == (found.number.value, found.unit.name)
    assert text[2:-1] == text[found.start : found.end]


def test_large_areas_are_counted_in_ten_thousands() -> None:
    """3.2万亩 is one number with its unit."""
    (found,) = numbers("完成造林3.2万亩")
    assert "万亩" == found.unit.name
