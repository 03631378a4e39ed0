"""Tables of contents, also those that nobody called so."""

from __future__ import annotations

from kaocheng.disclosure.contents import contents
from tests.disclosure.texts import read_text


def listed(text: str) -> list[int]:
    """The indices of the paragraphs that only announce."""
    return sorted(contents(tuple(read_text(text).paragraphs())))


def test_parts_listed_at_once_and_again_are_contents_without_the_word() -> None:
    """Up to the last of the list; the parts of the body are none."""
    text = (
        "甲局部门预算\n第一部分 概况\n第二部分 预算表\n第三部分 说明\n"
        "第二部分 预算表\n表略。\n第三部分 说明\n预算一万元。\n"
    )
    assert [1, 2, 3] == listed(text)


def test_parts_that_come_once_are_the_body() -> None:
    """Even where the first is short."""
    assert [] == listed("甲局部门预算\n第一部分 概况\n职责略。\n第二部分 说明\n预算一万元。\n")


def test_long_titles_without_number_are_entries_where_they_come_again() -> None:
    """A web page has no page numbers behind its entries."""
    one, two = (
        "大厅运行维护和设备更新专项支出绩效评价报告",
        "乡镇便民服务中心建设专项支出绩效评价报告",
    )
    entries = f"{one}\n一、项目情况\n二、结论\n{two}\n一、项目情况\n二、结论\n"
    body = f"{one}\n一、项目情况\n正常。\n二、结论\n好。\n{two}\n一、项目情况\n正常。\n二、结论\n好。\n"
    assert [1, 2, 3, 4, 5, 6, 7] == listed(f"甲局专项支出绩效评价\n目录\n{entries}{body}")
