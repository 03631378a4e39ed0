"""A figure says itself in its own words, and stands for all values printed so."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.units import MONEY, PERCENT, unit
from tests.strategies import figure, figures


@given(figures())
def test_a_figure_says_its_own_value_as_it_is_printed(printed: Figure) -> None:
    """With its own unit, decimals and separators, unless money is finer than a fen."""
    if printed.unit.is_money and printed.step < Decimal("0.01"):
        return
    said = printed.say(printed.base)
    if "," not in printed.text:
        said = said.replace(",", "")
    assert printed.text.replace(",", "") == said.replace(",", "")


@given(figures())
def test_the_value_lies_in_the_interval(printed: Figure) -> None:
    """Half a step to either side, or nothing where the print is exact."""
    assert printed.interval.holds(printed.base)
    assert printed.interval.high - printed.interval.low in (Decimal(0), printed.step)


@pytest.mark.parametrize(
    ("text", "base", "said"),
    [
        ("12万元", "123400", "12.34万元"),
        ("12.30万元", "120000", "12.00万元"),
        ("1,234.00万元", "99990000", "9,999.00万元"),
        ("1234.00万元", "99990000", "9999.00万元"),
        ("0万元", "1", "0.0001万元"),
        ("5.00万元", "-20000", "-2.00万元"),
    ],
)
def test_money_is_said_as_finely_as_needed(text: str, base: str, said: str) -> None:
    """With the printed decimals, or more where the value needs them, down to a fen."""
    assert said == figure(text.removesuffix("万元")).say(Decimal(base))


def test_shares_and_counts_keep_their_precision() -> None:
    """A share is said with the printed decimals; a count in whole things."""
    assert "16.67%" == figure("12.34", PERCENT).say(Decimal(1) / Decimal(6))
    assert "17%" == figure("12", PERCENT).say(Decimal(1) / Decimal(6))
    assert "3件" == figure("5", unit("件")).say(Decimal(3))


def test_two_prints_are_two_figures() -> None:
    """Even when they are printed alike."""
    assert figure("1.00") != figure("1.00")


def test_base_units() -> None:
    """万元 in 元, a percentage as a share of one."""
    assert Decimal(123400) == figure("12.34").base
    assert Decimal("0.125") == figure("12.5", PERCENT).base
    assert Decimal("0.01") == figure("1.00", MONEY["元"]).step
