"""Shares of the whole year's spending, where another section tells it."""

from __future__ import annotations

from kaocheng.disclosure.elsewhere.shares import share_elsewhere
from tests.disclosure.elsewhere.texts import found

WHOLE = "一、支出情况\n2023年度支出总计200.00万元。\n"


def test_the_whole_is_found_in_another_section() -> None:
    """The part stands before its share."""
    said = "二、重点支出\n大厅运行支出50.00万元，占总支出的25%。\n"
    assert [(["50.00万元"], ["200.00万元"])] == found(share_elsewhere, WHOLE + said)


def test_the_whole_of_a_project_is_not_that_of_the_office() -> None:
    """In a section on one project, 总支出 is the project's."""
    said = "二、专项资金项目\n设备支出50.00万元，占总支出的80%。\n"
    assert [] == found(share_elsewhere, WHOLE + said)
