"""The wholes over an amount, from the nearest list outwards."""

from __future__ import annotations

from kaocheng.disclosure.wholes import wholes_over
from tests.disclosure.texts import first_sentence


def test_outwards() -> None:
    """A part of a part is also part of the outermost whole; what is no part has none over it."""
    sentence = first_sentence("支出9万元，其中：甲费4万元，乙费5万元（丙项2万元、丁项3万元）。")
    by_text = {m.figure.text: m for m in sentence.mentions}
    over = {
        text: [m.figure.text for m in wholes_over([sentence], by_text[text])]
        for text in ("3万元", "4万元", "9万元")
    }
    assert {"3万元": ["5万元", "9万元"], "4万元": ["9万元"], "9万元": []} == over
