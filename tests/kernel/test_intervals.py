"""Intervals hold every value their parts allow, and nothing is printed outside its own."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.intervals import Interval, exact, printed
from tests.strategies import decimals, intervals

PARTS = st.fractions(0, 1).map(lambda f: Decimal(f.numerator) / Decimal(f.denominator))


def _inside(interval: Interval, share: Decimal) -> Decimal:
    return interval.low + (interval.high - interval.low) * Decimal(round(share * 100)) / 100


@given(intervals(), intervals(), PARTS, PARTS)
def test_arithmetic_keeps_every_value(
    one: Interval, two: Interval, first: Decimal, second: Decimal
) -> None:
    """Whatever lies in the parts, its sum, difference and product lie in the result."""
    a, b = _inside(one, first), _inside(two, second)
    assert (one + two).holds(a + b)
    assert (one - two).holds(a - b)
    assert (one * two).holds(a * b)


@given(intervals(), intervals(), PARTS, PARTS)
def test_a_quotient_keeps_every_value_or_is_none(
    one: Interval, two: Interval, first: Decimal, second: Decimal
) -> None:
    """Division by what may be zero has no result; any other holds all quotients."""
    quotient = one.over(two)
    assert (quotient is None) == two.holds(Decimal(0))
    if quotient is not None:
        tiny = Interval(quotient.low - Decimal("1e-9"), quotient.high + Decimal("1e-9"))
        assert tiny.holds(_inside(one, first) / _inside(two, second))


@given(intervals(), decimals())
def test_scaling_by_a_negative_turns_the_ends(interval: Interval, factor: Decimal) -> None:
    """Low stays below high."""
    scaled = interval.scaled(factor)
    assert scaled.low <= scaled.high
    assert scaled.holds(interval.low * factor)
    assert scaled.holds(interval.high * factor)


@given(intervals(), intervals())
def test_meeting_is_mutual(one: Interval, two: Interval) -> None:
    """And an interval meets itself and its own middle."""
    assert one.meets(two) == two.meets(one)
    assert one.meets(one)
    assert one.holds(one.middle)


@given(decimals(places=6), st.integers(0, 4), st.sampled_from([1, 1000, 10_000, 100_000_000]))
def test_a_value_lies_in_the_interval_of_its_print(
    value: Decimal, places: int, factor: int
) -> None:
    """Rounding half up never leads outside the interval of what is then printed."""
    shown = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert printed(shown, places, Decimal(factor), None).holds(value * factor)


def test_a_print_as_fine_as_the_smallest_thing_is_exact() -> None:
    """A fen is not divided, so 12.34元 is nothing else; 12.34万元 is half a hundred around."""
    cent = Decimal("0.01")
    assert exact(Decimal("12.34")) == printed(Decimal("12.34"), 2, Decimal(1), cent)
    wide = printed(Decimal("12.34"), 2, Decimal(10_000), cent)
    assert Interval(Decimal(123350), Decimal(123450)) == wide
    assert exact(Decimal(41)) == printed(Decimal(41), 0, Decimal(1), Decimal(1))
