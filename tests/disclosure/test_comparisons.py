"""An amount, the one it is compared with, the change and its rate are read together."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.comparisons import comparisons, levels
from kaocheng.disclosure.growths.records import turned
from tests.disclosure.texts import first_sentence


def _read(text: str) -> list[list[str]]:
    """Present amount, earlier amount, change and rate of each comparison, "" where not printed."""
    found = comparisons([first_sentence(text + "。")])
    return [
        [m.figure.text if m else "" for m in (one.now, one.was, one.change, *one.rates)]
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "支出12.00万元，比上年10.00万元增加2.00万元，增长20%",
            ["12.00万元", "10.00万元", "2.00万元", "20%"],
        ),
        ("支出12.00万元，上年10.00万元，同比增长20%", ["12.00万元", "10.00万元", "", "20%"]),
        ("上年支出10.00万元，本年支出12.00万元，增长20%", ["12.00万元", "10.00万元", "", "20%"]),
        ("支出12.00万元，增加2.00万元（上年为10.00万元）", ["12.00万元", "10.00万元", "2.00万元"]),
        ("预算12.00万元，决算10.00万元，节约2.00万元", ["10.00万元", "12.00万元", "2.00万元"]),
        (
            "与上年10.00万元相比，增加2.00万元，增长20%，达到12.00万元",
            ["12.00万元", "10.00万元", "2.00万元", "20%"],
        ),
        (
            "总计15.00万元，其中基金12.00万元，比上年总计10.00万元增加5.00万元",
            ["15.00万元", "10.00万元", "5.00万元"],
        ),
        ("支出12.00万元，比上年增加2.00万元", []),
        ("预算12.00万元；另一项支出10.00万元，节约2.00万元", []),
    ],
)
def test_what_is_compared(text: str, read: list[str]) -> None:
    """Only what the words pair; what they leave open is not guessed."""
    assert ([read] if read else []) == _read(text)


def test_a_change_told_the_other_way() -> None:
    """The amounts lie just so far apart, but the word is the opposite."""
    wrong, right, sign = (
        next(comparisons([first_sentence(text)]))
        for text in (
            "支出10.00万元，比上年12.00万元增加2.00万元。",
            "支出10.00万元，比上年12.00万元减少2.00万元。",
            "支出10.00万元，比上年12.00万元增加-2.00万元。",
        )
    )
    assert [True, False, False] == [turned(one) for one in (wrong, right, sign)]


def test_levels() -> None:
    """持平 pairs the amount with the one it is level with; 基本持平 claims nothing."""
    exact = first_sentence("支出10.00万元，与上年12.00万元持平。")
    rough = first_sentence("支出10.00万元，与上年10.20万元基本持平。")
    assert [("10.00万元", "12.00万元")] == [
        (now.figure.text, was.figure.text) for now, was, _ in levels(exact)
    ]
    assert [] == list(levels(rough))
