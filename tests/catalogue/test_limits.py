"""Limits are compared exactly where one can, and not at all where one cannot."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.catalogue.limits import compression, longer
from kaocheng.kernel.clocks import Budget, Span

budgets = st.builds(Budget, st.integers(1, 200), st.sampled_from(Span))


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (Budget(21), Budget(20), True),
        (Budget(20), Budget(20), False),
        (Budget(2, Span.HOUR), Budget(90, Span.MINUTE), True),
        (Budget(30, Span.MINUTE), Budget(20), False),
        (Budget(2, Span.MONTH), Budget(20), True),
        (Budget(20), Budget(20, Span.DAY), None),
        (Budget(20), Budget(10, Span.DAY), True),
        (Budget(20), Budget(3, Span.MONTH), False),
        (Budget(30, Span.DAY), Budget(1, Span.MONTH), None),
    ],
)
def test_which_is_longer(one: Budget, other: Budget, *, told: bool | None) -> None:
    """In one unit, in two that convert, by bounds, or not to be told."""
    assert told is longer(one, other)


@given(budgets, budgets)
def test_no_two_limits_are_each_longer(one: Budget, other: Budget) -> None:
    """And none is longer than itself."""
    assert not (longer(one, other) and longer(other, one))
    assert longer(one, one) is False


def test_compression_is_the_share_saved() -> None:
    """1 − 承诺 ÷ 法定; nothing where there is no law or another unit."""
    assert Decimal("0.75") == compression(Budget(20), Budget(5), immediate=False)
    assert compression(None, Budget(5), immediate=False) is None
    assert compression(Budget(20), Budget(5, Span.DAY), immediate=False) is None
    assert 1 == compression(Budget(20), Budget(30, Span.MINUTE), immediate=True)
    assert compression(Budget(20), Budget(30, Span.MINUTE), immediate=False) is None
