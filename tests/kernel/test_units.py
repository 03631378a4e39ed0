"""Units by their printed names."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.units import MONEY, RATIO, unit


@pytest.mark.parametrize(
    ("name", "dimension", "factor"),
    [
        ("元", "money", "1"),
        (" 万元 ", "money", "10000"),
        ("亿元", "money", "100000000"),
        ("%", "ratio", "0.01"),
        ("％", "ratio", "0.01"),
        ("‰", "ratio", "0.001"),
        ("个百分点", "points", "0.01"),
        ("件", "count:件", "1"),
        ("万件", "count:件", "10000"),
        ("人次", "count:人次", "1"),
        ("万", "count:万", "1"),
    ],
)
def test_units(name: str, dimension: str, factor: str) -> None:
    """Money, shares and counters with their factors."""
    known = unit(name)
    assert (dimension, Decimal(factor)) == (known.dimension, known.factor)


def test_points_are_no_shares() -> None:
    """个百分点 is a difference of shares and never compared with a share."""
    assert not RATIO["个百分点"].is_ratio
    assert RATIO["%"].is_ratio


@given(st.text(max_size=6))
def test_any_word_is_a_unit(name: str) -> None:
    """An unknown word counts things of that name; nothing but money is money."""
    known = unit(name)
    assert known.factor > 0
    assert known.is_money == (name.strip() in MONEY)
