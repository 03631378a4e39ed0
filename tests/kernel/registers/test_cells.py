"""What stands in a cell becomes a value, or a reason why it cannot."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.registers.amounts import LARGEST, amount
from kaocheng.kernel.registers.cells import Code, bare, value
from kaocheng.kernel.registers.days import day
from kaocheng.kernel.registers.definitions import Column
from kaocheng.kernel.registers.misreadings import Misread
from kaocheng.kernel.registers.showing import shown

AMOUNT = Column("amount", "金额", "amount")


@given(st.integers(-LARGEST + 1, LARGEST - 1))
def test_an_amount_written_is_read(cents: int) -> None:
    """Any number of 分 comes back, with and without separators."""
    text = shown(AMOUNT, cents)
    assert cents == amount(text)
    assert cents == amount(f"{Decimal(text):,.2f}")


@given(st.text(max_size=12))
def test_no_text_is_too_strange_for_an_amount(text: str) -> None:
    """Whatever is written gives a number of 分 or a reason."""
    assert isinstance(amount(bare(text)), int | Misread)


@given(st.text(max_size=14))
def test_no_text_is_too_strange_for_a_day(text: str) -> None:
    """Whatever is written gives a day or a reason."""
    assert isinstance(day(text), date | Misread)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12万元", "写 120000"), ("1.5亿", "写 150000000"), ("3千元", "写 3000"), ("5角", "写 0.5"),
        ("7分", "写 0.07"), ("1.2.3", "写成 1234.50"), ("1,23", "写成 1234.50"),
        ("", "1234.50"), ("壹佰元", "1234.50"), ("1e5", "重新输入"), ("/", "没有金额写 0"),
        ("99999999999999", "核对单位"), ("0.001", "写到分为止"),
    ],
)  # fmt: skip
def test_an_amount_that_cannot_be_taken_says_how_to_write_it(text: str, said: str) -> None:
    """The remedy fits the fault."""
    read = amount(text)
    assert isinstance(read, Misread)
    assert said in read.remedy


def test_trailing_noughts_are_no_third_decimal() -> None:
    """12.340 is exact to the 分; 12.345 is not."""
    assert 12_34 == amount("12.340")
    assert isinstance(amount("12.345"), Misread)
    assert -12_34 == amount("(12.34)")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2023年5月", "没有写到日"), ("2023-5", "没有写到日"), ("5/6/2023", "分不清月和日"),
        ("45052", "日期序号"), ("2023-02-29", "没有这一天"), ("昨天", "读不出日期"),
        ("2023-05/06", "读不出日期"),
    ],
)  # fmt: skip
def test_a_day_that_cannot_be_taken_says_why(text: str, said: str) -> None:
    """The message fits the fault."""
    read = day(text)
    assert isinstance(read, Misread)
    assert said in read.message


@given(st.dates(date(1900, 1, 1)))
def test_a_day_written_is_read(on: date) -> None:
    """Any day in each of the usual spellings."""
    spellings = (f"{on:%Y-%m-%d}", f"{on.year}/{on.month}/{on.day}",
                 f"{on.year}年{on.month}月{on.day}日")  # fmt: skip
    if on.year >= 1900:
        assert {on} == {day(text.zfill(1)) for text in spellings}


CASES = [
    (Column("a", "编号", "number"), "\uff3a\uff26－０１", "ZF-01"),
    (Column("a", "编号", "number"), "某采〔2023〕（1）号", "某采〔2023〕（1）号"),
    (Column("a", "人数", "count"), "1,234", 1234),
    (Column("a", "人数", "count"), "12.0", 12),
    (Column("a", "是否", "flag"), "是", True),
    (Column("a", "来源", "choice", choices=("其他（境）", "乙")), "其他 (境)", "其他（境）"),
    (Column("a", "科目", "function", levels=(7,)), "2010301", Code("2010301")),
    (
        Column("a", "科目", "function", levels=(7,)),
        "2010301　行政运行",
        Code("2010301", "行政运行"),
    ),
    (Column("a", "科目", "function", levels=(7,)), "２０１０３０１.0", Code("2010301")),
    (
        Column("a", "科目", "economics", levels=(3, 5)),
        "30201 办公费，310",
        (Code("30201"), Code("310")),
    ),
    (Column("a", "文字"), "上\r\n下", "上\n下"),
    (Column("a", "数", "decimal"), "98.50", Decimal("98.50")),
]


@pytest.mark.parametrize(("column", "text", "wanted"), CASES)
def test_cells_as_people_fill_them(column: Column, text: str, wanted: object) -> None:
    """Wide digits, names beside codes, several codes in a cell."""
    assert wanted == value(column, text)


@pytest.mark.parametrize(
    ("column", "text"),
    [
        (Column("a", "编号", "number"), "Z 1"),
        (Column("a", "编号", "number"), "—"),
        (Column("a", "编号", "number"), "1.23E+15"),
        (Column("a", "人数", "count"), "-1"),
        (Column("a", "人数", "count"), "1.5"),
        (Column("a", "是否", "flag"), "√"),
        (Column("a", "来源", "choice", choices=("甲",)), "丙"),
        (Column("a", "科目", "function", levels=(7,)), "20103"),
        (Column("a", "科目", "function", levels=(7,)), "行政运行"),
        (Column("a", "科目", "economics", levels=(3, 5)), "办公费"),
        (Column("a", "科目", "economics", levels=(3, 5)), "30201、3021"),
        (Column("a", "文字"), "上\x07下"),
        (Column("a", "文字"), "长" * 2001),
        (AMOUNT, "#DIV/0!"),
        (Column("a", "数", "decimal"), "约98"),
    ],
)
def test_cells_that_cannot_be_taken(column: Column, text: str) -> None:
    """Each gives a reason and a remedy, none an error."""
    read = value(column, text)
    assert isinstance(read, Misread)
    assert read.message
    assert read.remedy


def test_the_nearest_choice_is_offered() -> None:
    """A choice that is nearly right is named."""
    column = Column("a", "来源", "choice", choices=("一般公共预算财政拨款", "事业收入"))
    read = value(column, "一般公共预算拨款")
    assert "请改成“一般公共预算财政拨款”" == read.remedy
