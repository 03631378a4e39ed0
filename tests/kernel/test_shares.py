"""Shares in words never say all or nothing unless it is so."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.shares import NO_DATA, percent


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (133010, 133183, "99.87%"), (1, 3, "33.33%"), (0, 5, "0.00%"), (5, 5, "100.00%"),
        (99999, 100000, "99.999%"), (1, 1000000, "0.0001%"), (-5, 20, "-25.00%"), (0, 0, NO_DATA),
    ],
)  # fmt: skip
def test_shares_as_printed(part: int, whole: int, said: str) -> None:
    """Two decimals, more where they are needed, nothing without a whole."""
    assert said == percent(part, whole)


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_all_and_nothing_mean_it(part: int, whole: int) -> None:
    """0% is printed for none only, 100% for all only."""
    part = min(part, whole)
    value = Decimal(percent(part, whole).removesuffix("%"))
    assert (value == 0) == (part == 0)
    assert (value == 100) == (part == whole)
