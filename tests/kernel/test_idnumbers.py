"""Identity numbers: every single slip of one digit is found, and no rare kind is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.idnumbers import birth, check_digit, fault, normal

TODAY = date(2026, 9, 1)
DAYS = st.dates(date(1900, 1, 1), TODAY)
PLACES = st.sampled_from(["510904", "810000", "820000", "830000", "931156", "999999"])


def made(place: str, day: date, order: int) -> str:
    """A number of nobody's."""
    first = f"{place}{day:%Y%m%d}{order:03d}"
    return first + check_digit(first)


@given(PLACES, DAYS, st.integers(0, 999))
def test_a_number_with_its_check_digit_is_right(place: str, day: date, order: int) -> None:
    """Also those of residence permits and of the permanent residence card."""
    number = made(place, day, order)
    assert "" == fault(number, TODAY)
    assert day == birth(number)


@given(PLACES, DAYS, st.integers(0, 999), st.integers(0, 17), st.sampled_from("0123456789X"))
def test_one_wrong_digit_is_always_found(
    place: str, day: date, order: int, at: int, digit: str
) -> None:
    """MOD 11-2 finds every single slip."""
    number = made(place, day, order)
    wrong = number[:at] + digit + number[at + 1 :]
    assert (wrong == number) == (fault(wrong, TODAY) == "")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("", "应为18位，现在是0位"),
        ("51090419900101000", "现在是17位"),
        ("51090419900101000x", "校验码（数字或大写X）"),
        ("010904199001010000", "应为17位数字"),
        ("510904199002300000", "不是一个出生日期"),
        ("510904202702010000", "不是一个出生日期"),
        ("510904187001010000", "不是一个出生日期"),
    ],
)
def test_what_is_wrong_is_said(number: str, said: str) -> None:
    """The sentence names the fault, not just that there is one."""
    assert said in fault(number, TODAY)


def test_a_number_is_compared_without_its_looks() -> None:
    """Blanks, small letters and wide digits do not make another person."""
    assert "51090419900101000X" == normal(" 510904 1990-0101 000ｘ")
    assert "510904" == normal("５１０９０４")
