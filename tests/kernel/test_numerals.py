"""What is a number, and what is not one at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.numerals import Number, is_blank, is_dash, plain, read_number, show
from tests.strategies import decimals


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("12.30", "12.30", 2),
        ("1,234,567.8", "1234567.8", 1),
        ("１２．３", "12.3", 1),
        ("（1,200）", "-1200", 0),
        ("-0.5", "-0.5", 1),
        (" 7 ", "7", 0),
        ("1 234", "1234", 0),
        ("3 808,085.00", "3808085.00", 2),
    ],
)
def test_numbers_as_printed(text: str, value: str, places: int) -> None:
    """Separators, full-width digits, brackets for negatives."""
    assert Number(Decimal(value), places) == read_number(text)


@pytest.mark.parametrize(
    "text", ["", "  ", "—", "--", "十二", "12万", "1,23", "1.2.3", "(5", "12%", "2010301a", "."]
)
def test_everything_else_is_no_number(text: str) -> None:
    """Blank, a dash and words are never taken for 0."""
    assert read_number(text) is None


@given(decimals(places=4), st.integers(0, 6))
def test_what_is_shown_is_read_again(value: Decimal, places: int) -> None:
    """With the same decimals and, where they suffice, the same value."""
    number = read_number(show(value, places))
    assert number is not None
    assert places == number.decimals
    if places >= 4:
        assert value == number.value


@given(st.text())
def test_any_text_is_read_without_a_fault(text: str) -> None:
    """Whatever stands in a cell; plain text keeps its offsets."""
    assert len(text) == len(plain(text))
    number = read_number(text)
    assert number is None or number.value.is_finite()


def test_blank_dash_and_zero_are_three_things() -> None:
    """None of the three tests holds for another's text."""
    assert [True, False, False] == [is_blank(text) for text in ("　", "—", "0")]
    assert [False, True, False] == [is_dash(text) for text in ("　", "—", "0")]
    assert [True, True, False] == [read_number(text) is None for text in ("　", "—", "0")]
