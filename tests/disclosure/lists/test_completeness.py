"""Whether a list says that it is whole."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.lists.completeness import all_told, says_whole
from kaocheng.disclosure.lists.finding import listings
from tests.disclosure.texts import first_sentence


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("支出9.00万元，共两项：甲4.00万元，乙5.00万元。", True),
        ("支出9.00万元，共三项：甲4.00万元，乙5.00万元。", False),
        ("支出9.00万元，其中：甲4.00万元，乙5.00万元。", False),
        ("支出9.00万元，全部用于甲4.00万元，乙5.00万元。", True),
    ],
)
def test_a_list_is_whole_where_the_text_says_so(text: str, whole: bool) -> None:
    """As many parts as it counts, or all the money."""
    assert whole is any(says_whole(one) for one in listings(first_sentence(text)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("支出9.00万元，共两项：甲4.00万元，乙5.00万元。", True),
        ("支出9.00万元，共三项：甲4.00万元，丙，乙5.00万元。", False),
    ],
)
def test_a_part_without_an_amount_leaves_a_list_open(text: str, told: bool) -> None:
    """What it costs nobody knows."""
    assert told is any(all_told(one) for one in listings(first_sentence(text)))
