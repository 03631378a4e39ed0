"""Lists in sentences: the whole, its parts, and whether all parts are named."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.lists.finding import listings
from kaocheng.disclosure.lists.records import Listing
from tests.disclosure.texts import first_sentence, taken


def _lists(text: str) -> list[Listing]:
    return list(listings(first_sentence(text)))


def _shown(text: str) -> list[tuple[str, list[str]]]:
    return [
        (one.whole.figure.text, [item.amount.figure.text for item in one.items])
        for one in _lists(text)
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("收入9.00万元，其中：甲4.00万元，乙5.00万元。", [("9.00万元", ["4.00万元", "5.00万元"])]),
        ("收入9.00万元，包括甲4.00万元、乙5.00万元。", [("9.00万元", ["4.00万元", "5.00万元"])]),
        ("车辆5辆（轿车3辆、越野车2辆）。", [("5辆", ["3辆", "2辆"])]),
        ("收入9.00万元，比上年增加1.00万元。", []),
        ("收入9.00万元，其中受理30件。", []),
    ],
)
def test_lists(text: str, shown: list[tuple[str, list[str]]]) -> None:
    """其中, 包括 and brackets open one; a change or another unit does not belong to it."""
    assert shown == _shown(text)


def test_shares_go_with_their_part() -> None:
    """占…% stands behind the amount it is the share of."""
    (one,) = _lists("收入8.00万元，其中：甲6.00万元，占75.00%；乙2.00万元，占25.00%。")
    assert [["75.00%"], ["25.00%"]] == [[s.figure.text for s in i.shares] for i in one.items]


def test_a_list_ends_where_the_sentence_turns() -> None:
    """完成预算, 年末 and the like are no parts."""
    (one,) = _lists("支出9.00万元，其中：甲4.00万元，乙5.00万元，年末结余1.00万元。")
    assert ["4.00万元", "5.00万元"] == [item.amount.figure.text for item in one.items]


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("收入9.00万元，包括甲4.00万元、乙5.00万元。", True),
        ("收入9.00万元，主要包括甲4.00万元、乙5.00万元。", False),
        ("收入9.00万元，包括甲4.00万元、乙3.00万元等。", False),
    ],
)
def test_open_lists_say_so(text: str, closed: bool) -> None:
    """主要 and 等 leave room for parts not named."""
    assert [closed] == [one.closed for one in _lists(text)]


def test_the_parts_may_stand_in_the_next_sentence() -> None:
    """其中 at its head lists the parts of the amount before."""
    one, two = taken("项目支出9.00万元。其中：甲4.00万元，乙5.00万元。").sentences[1:]
    (found,) = listings(two, one)
    assert ("9.00万元", 2) == (found.whole.figure.text, len(found.items))


def test_a_list_inside_a_list_is_its_own() -> None:
    """The inner parts are not added to the outer whole."""
    text = "收入9.00万元，其中：甲4.00万元（其中丙1.00万元、丁3.00万元）；乙5.00万元。"
    assert [
        ("9.00万元", ["4.00万元", "5.00万元"]),
        ("4.00万元", ["1.00万元", "3.00万元"]),
    ] == _shown(text)


def test_a_part_is_called_by_its_own_name() -> None:
    """其中 belongs to the list; a part without a name is called by its print."""
    (one,) = _lists("收入9.00万元（其中甲4.00万元、5.00万元）。")
    assert ["甲", "5.00万元"] == [item.name for item in one.items]
