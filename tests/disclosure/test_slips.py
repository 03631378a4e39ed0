"""How a wrong print may have come about."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kaocheng.disclosure.slips import UNIT, meant, slip
from kaocheng.kernel.units import PERCENT
from tests.strategies import figure


@pytest.mark.parametrize(
    ("printed", "wanted", "said"),
    [
        ("42.30", "43.20", "相邻两个数字颠倒"),
        ("42.30", "47.30", "一个数字有误"),
        ("423.00", "42.30", "小数点或数位错位"),
        ("4.23", "42.30", "小数点或数位错位"),
        ("423000.00", "42.30", "元与万元混用"),
        ("42.30", "51.80", ""),
        ("7", "8", ""),
        ("0.00", "42.30", ""),
    ],
)
def test_slips(printed: str, wanted: str, said: str) -> None:
    """Digits changed, swapped, moved; in short numbers every other number is a slip away."""
    assert said == slip(figure(printed), Decimal(wanted) * 10_000)


def test_the_other_unit_is_meant_only_where_it_is_printed() -> None:
    """A printed 万元 that must be 元 is told in 元; a cell keeps the unit of its table."""
    shown, cell = figure("42.30"), replace(figure("42.30"), text="42.30")
    assert meant(shown, UNIT).say(shown.step) == "100.00元"
    assert meant(cell, UNIT) is cell
    assert meant(shown, "") is shown


@pytest.mark.parametrize(("wanted", "said"), [("150.02", ""), ("140", "一个数字有误")])
def test_zeros_left_out_are_no_digits(wanted: str, said: str) -> None:
    """Where 150 stands for 150.00, the slip of a pen does not make it of 150.02."""
    short = replace(figure("150"), decimals=2)
    assert said == slip(short, Decimal(wanted) * 10_000)


def test_a_percentage_has_no_other_unit() -> None:
    """A share ten thousand times too big is no 元 for 万元."""
    share = replace(figure("92.03"), text="92.03%", unit=PERCENT)
    assert slip(share, share.base / 10_000) == ""
