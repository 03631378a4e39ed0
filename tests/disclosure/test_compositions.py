"""Names that together are the whole."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.compositions import composition, disjoint
from kaocheng.disclosure.lists.finding import listings
from tests.disclosure.texts import first_sentence


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("支出9.00万元，其中：基本支出4.00万元，项目支出5.00万元。", "支出按性质分"),
        ("收入9.00万元，其中：财政拨款收入8.00万元，其他收入1.00万元。", "收入按来源分"),
        ("总额9.00万元，其中：货物支出4.00万元，服务支出5.00万元。", "政府采购"),
        ("经费9.00万元，其中：人员经费8.00万元，公用经费1.00万元。", "基本支出按经费分"),
        (
            "收入9.00万元，其中：政府性基金拨款收入8.00万元，纳入专户管理的收入1.00万元。",
            "收入按来源分",
        ),
        ("支出9.00万元，其中：大厅运行费4.00万元，系统维护费5.00万元。", ""),
        ("支出9.00万元，其中：基本支出4.00万元，系统维护费5.00万元。", ""),
    ],
)
def test_compositions(text: str, name: str) -> None:
    """All parts must belong to one of them."""
    (found,) = listings(first_sentence(text))
    assert name == composition(found)


def test_a_composition_may_ask_for_the_name_of_the_whole() -> None:
    """离休 and 退休 are all of the 离退休 people, not of everybody."""
    text = "{}13人，其中：离休人员1人，退休人员12人。"
    names = [
        composition(next(iter(listings(first_sentence(text.format(whole))))))
        for whole in ("离退休人员", "年末实有人数")
    ]
    assert ["离退休人员", ""] == names


def test_kinds_of_staff_never_overlap_but_may_be_left_out() -> None:
    """行政 and 事业 are not all of the staff; 参公 may be counted among 事业."""
    texts = ("行政编制4名，事业编制9名", "参公编制4名，事业编制9名")
    lists = [next(iter(listings(first_sentence(f"编制13名，其中：{text}。")))) for text in texts]
    assert [("", True), ("", False)] == [(composition(one), disjoint(one)) for one in lists]
