"""Identity numbers are found in running text; numbers that only look like one are not."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.kernel.events import identity_number
from kaocheng.kernel.idnumbers import check_digit

TODAY = date(2026, 3, 2)
NUMBER = "11010119900101000" + check_digit("11010119900101000")
OTHER = "11010119900101010" + check_digit("11010119900101010")


@pytest.mark.parametrize("text", [NUMBER, f"证{NUMBER}，", f'{{"a":"{NUMBER}"}}', NUMBER.lower()])
def test_a_number_is_found(text: str) -> None:
    """Alone, in a sentence, in JSON."""
    assert identity_number(text, TODAY).upper() == NUMBER


def test_each_is_looked_at() -> None:
    """A wrong one before does not hide a right one."""
    wrong = OTHER[:17] + ("1" if OTHER[17] != "1" else "2")
    assert identity_number(f"{wrong} {OTHER}", TODAY) == OTHER


@pytest.mark.parametrize(
    "text",
    [
        "",
        NUMBER[:17],
        "1" + NUMBER,
        NUMBER + "0",
        f"A{NUMBER}",
        "912345678901234567",
        "12441500196720244T",
    ],
)
def test_other_numbers_pass(text: str) -> None:
    """Too short, part of a longer one, no birthday, a credit code."""
    assert identity_number(text, TODAY) == ""
