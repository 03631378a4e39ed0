"""The rounding a year declares (取整规则)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaocheng.editions.layouts import Style
from kaocheng.money.books import Books
from kaocheng.money.rounding import TEXT, Pressed, common
from tests.money.reconstructed import rebuilt

WAN = Style("万元", 2, "", "plain")


@pytest.mark.parametrize(
    ("declared", "asked", "style", "presses"),
    [
        ("", "", WAN, False),
        ("末项倒挤", "", WAN, True),
        ("末项倒挤", "plain", WAN, False),
        ("", "last", WAN, True),
        ("", "", replace(WAN, rounding="last"), True),
        ("末项倒挤", "", Style("元", 2, "", "plain"), False),
    ],
)
def test_whose_word_counts(declared: str, asked: str, style: Style, presses: object) -> None:
    """What is asked for goes before what the year declares, and that before the edition."""
    books = Books(replace(rebuilt("county_2020"), texts={TEXT: declared}))
    pressed = Pressed(books, asked)
    assert presses == (pressed.books(style) is not books)
    assert pressed.books(style) is pressed.books(style)


def test_the_common_style() -> None:
    """上海 prints in 万元, 云南 in 元."""
    year = rebuilt("county_2020")
    assert "元" == common(year).unit
    assert "万元" == common(replace(year, edition="shanghai_2024")).unit
