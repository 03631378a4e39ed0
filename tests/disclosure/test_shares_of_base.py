"""Percentages of the amount printed right before them."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.checking import check
from tests.disclosure.grid_making import document

HEAD = "青禾县行政审批局2023年度部门决算公开"


def told(sentence: str) -> list[str]:
    """The codes of the findings on one sentence."""
    return [f.code for f in check(document(HEAD, sentence)).findings if f.code.startswith("RAT")]


@pytest.mark.parametrize(
    "sentence",
    [
        "公务接待费支出12.00万元，完成预算15.00万元的80.00%。",
        "培训费完成预算15.00万元的80.00%，决算12.00万元。",
        "会议费完成预算15.00万元的80.00%，节约3.00万元。",
    ],
)
def test_what_was_reached_stands_before_or_behind(sentence: str) -> None:
    """Or is what the rest leaves; a wrong share is told, the right one is not."""
    assert [] == told(sentence)
    assert [] != told(sentence.replace("80.00%", "86.00%"))


def test_without_an_amount_to_compare_nothing_is_judged() -> None:
    """A base and a share alone prove nothing."""
    assert [] == told("公务接待费完成预算15.00万元的80.00%。")
