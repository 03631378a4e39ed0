"""The head row is found below titles, and what is wrong with it is told once."""

from __future__ import annotations

import pytest

from kaocheng.kernel.registers import Column, Register
from kaocheng.kernel.registers.heads import find, head, normal

REGISTER = Register(
    "payments",
    "支付",
    "",
    (
        Column("number", "凭证号", "number", required=True),
        Column("payee", "收款人"),
        Column("amount", "金额", "amount", required=True),
    ),
)
GOOD = ["凭证号", "收款人", "金额（元）"]


@pytest.mark.parametrize(
    "text", ["金额（元）", " 金 额(元) ", "*金额", "金额（单位：万元）", "金额\n（元）"]
)
def test_spellings_of_one_head(text: str) -> None:
    """Blanks, stars and the unit do not make another head."""
    assert "金额" == normal(text)


def test_the_head_stands_below_titles() -> None:
    """The row with the most known heads is it."""
    rows = [(1, ["支付登记表"]), (2, ["单位：元", "", "金额"]), (4, GOOD)]
    assert (4, GOOD) == find(REGISTER, rows)
    assert find(REGISTER, [(1, ["甲", "乙"])]) is None


def test_a_good_head() -> None:
    """Columns by position, also in another order and with remarks beside them."""
    found = head(REGISTER, "支付.csv", "", 1, ["备注", "金额", "", "凭证号"])
    assert {1: "amount", 3: "number"} == {at: c.field for at, c in found.columns.items()}
    assert (True, (), frozenset({0, 1, 3})) == (found.whole, found.faults, found.named)


@pytest.mark.parametrize(
    ("texts", "whole", "told"),
    [
        (["凭证号", "金额", "经办"], True, [("经办", "不认识这一栏")]),
        (["凭证号", "付款金额"], False, [("付款金额", "不认识这一栏")]),
        (["凭证号"], False, [("金额（元）", "缺少这一栏")]),
        (["凭证号", "金额", "金额（元）"], False, [("金额（元）", "这一栏有两个")]),
        (["凭证号", "金额（千元）"], False, [("金额（千元）", "本栏以元为单位，不能以千元为单位")]),
    ],
)
def test_what_is_wrong_is_told_once(
    *, texts: list[str], whole: bool, told: list[tuple[str, str]]
) -> None:
    """One slip is one fault, and rows are read only where every column is sure."""
    found = head(REGISTER, "支付.csv", "", 1, texts)
    assert (whole, told) == (found.whole, [(f.column, f.message) for f in found.faults])


def test_a_misspelt_head_is_told_as_what_it_means() -> None:
    """The remedy names the column that is meant."""
    assert "请改成“金额（元）”" == head(REGISTER, "a", "", 1, ["凭证号", "金额数"]).faults[0].remedy
