"""Dates of targets and of what was done."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.performance.deadlines import span
from kaocheng.performance.signs import sign_in


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022年12月底前", date(2022, 12, 1), date(2022, 12, 31)),
        ("2023年2月28日", date(2023, 2, 28), date(2023, 2, 28)),
        ("2022.11.30", date(2022, 11, 30), date(2022, 11, 30)),
        ("≤２０２２年６月", date(2022, 6, 1), date(2022, 6, 30)),
        ("2022年第四季度", date(2022, 10, 1), date(2022, 12, 31)),
        ("2022年底前完成", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_one_date(text: str, first: date, last: date) -> None:
    """A date is read as generously as its words allow."""
    assert (first, last) == span(text)


@pytest.mark.parametrize(
    "text", ["2022年1-12月", "2022年13月", "2022年2月30日", "12月底", "120公里", ""]
)
def test_no_one_date(text: str) -> None:
    """A span of months, an impossible day and a month of no year are no one date."""
    assert None is span(text)


@pytest.mark.parametrize(
    ("text", "sign", "rest"),
    [
        ("≥120公里", ">=", "120公里"),
        ("不少于120公里", ">=", "120公里"),
        ("120公里及以上", ">=", "120公里"),
        ("控制在500元以内", "<=", "500元"),
        ("低于5%", "<", "5%"),
        ("100%", "", "100%"),
    ],
)
def test_signs(text: str, sign: str, rest: str) -> None:
    """The sign stands before the number, behind it, or is not written."""
    assert (sign, rest) == sign_in(text)
