"""What is said of a document in which nothing was found because nothing was checked."""

from __future__ import annotations

from kaocheng.disclosure.checking import check
from kaocheng.kernel.reports import Report
from kaocheng.writing import html, markdown, text
from kaocheng.writing.coverage import covered, loose_numbers, unassured
from kaocheng.writing.summary import summary
from tests.disclosure.texts import read_text

FREE = "甲局关于大厅的情况\n大厅面积1200平方米，窗口有36个，配有12台终端。\n"
BOUND = "甲局2023年度部门决算\n收入合计9万元，其中：拨款4万元，其他5万元。\n"


def report(words: str) -> Report:
    """The report on a text."""
    return check(read_text(words))


def test_a_document_of_which_no_figure_was_checked_is_not_called_clean() -> None:
    """On the terminal, in HTML, in Markdown and in the table at the end."""
    made = report(FREE)
    assert not made.findings
    assert "一个也没有核对到" in unassured(made)
    assert "没有发现问题" not in text.body(made) + html.body(made) + markdown.body(made)
    assert "未能核对" == summary(made).verdict


def test_a_document_that_was_checked_is_called_clean() -> None:
    """Its figures are bound."""
    made = report(BOUND)
    assert "" == unassured(made)
    assert "未发现问题" == summary(made).verdict
    assert "没有发现问题" in text.body(made)


def test_lines_of_nothing_but_numbers_are_tables_that_were_not_read() -> None:
    """They count as figures that nobody checked."""
    made = report(BOUND + "".join(f"名目甲{n}等\n{n}.00\n" for n in range(1, 15)))
    assert 14 == loose_numbers(made)
    assert "打散" in unassured(made)
    assert "另有 14 行" in covered(made)
    assert "核对不足" == summary(made).verdict
