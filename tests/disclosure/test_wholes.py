"""The wholes over an amount, from the nearest list outwards."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.wholes import counted_twice, wholes_over
from tests.disclosure.texts import first_sentence, taken


def test_outwards() -> None:
    """A part of a part is also part of the outermost whole; what is no part has none over it."""
    sentence = first_sentence("支出9万元，其中：甲费4万元，乙费5万元（丙项2万元、丁项3万元）。")
    by_text = {m.figure.text: m for m in sentence.mentions}
    over = {
        text: [m.figure.text for m in wholes_over([sentence], by_text[text])]
        for text in ("3万元", "4万元", "9万元")
    }
    assert {"3万元": ["5万元", "9万元"], "4万元": ["9万元"], "9万元": []} == over


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("收入9万元，含结转2万元；支出8万元，结余1万元。", True),
        ("收入9万元，其中结转2万元；支出8万元，结余1万元。", True),
        ("收入9万元，结转2万元；支出8万元，其中结余1万元。", True),
        ("收入9万元，结转2万元；支出8万元，结余3万元。", False),
    ],
)
def test_counted_twice(text: str, twice: bool) -> None:
    """A carry-over within the income is not added to it, nor what is left taken from what holds it."""
    told = taken(text)
    income, carried, spent, left = next(s for s in told.sentences if s.mentions).mentions
    assert twice == counted_twice(told, left, [income, carried], [spent])
