"""Looking at words: clauses, comparable titles, findings that keep to one line."""

from __future__ import annotations

from kaocheng.disclosure.glossary import entries, foreign
from kaocheng.disclosure.itemlines import item_groups
from kaocheng.disclosure.profiles import profile
from kaocheng.disclosure.sections import sections
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, bare_title, clauses, said
from kaocheng.kernel.documents import Document, Paragraph, Passage, Stretch, passage
from kaocheng.kernel.places import Place


def document(*texts: str) -> Document:
    """A document of these paragraphs."""
    blocks = tuple(
        Paragraph(passage(text, Place("a.txt", line=number)))
        for number, text in enumerate(texts, 1)
    )
    return Document("a.txt", "txt", blocks)


def statement(*texts: str) -> Statement:
    """The same, taken apart."""
    whole = document(*texts)
    parts = sections(whole)
    return Statement(whole, profile(whole, parts, ()), parts, (), ())


def test_clauses_know_where_they_begin() -> None:
    """Every mark of punctuation parts two clauses."""
    assert [(0, "收入增加"), (5, "支出减少"), (10, "")] == list(clauses("收入增加，支出减少。"))


def test_titles_are_compared_without_marks() -> None:
    """Blanks, quotation marks and brackets do not count."""
    assert "三公经费支出表" == bare_title("《“三公” 经费支出表》")


def test_a_finding_keeps_to_the_line_it_begins_on() -> None:
    """The quote is an exact substring of one line, also in a cell of several lines."""
    cell = Passage("甲乙\n丙丁", (Stretch(0, Place("a", line=3)), Stretch(3, Place("a", line=4))))
    found = said("WRD001", cell, 1, 5, Words("", "", ""))
    assert ("乙", 3) == (found.quote, found.place.line)


def test_lines_of_spending_form_a_group_when_most_state_amounts() -> None:
    """The line that explains instead is part of the group and known as such."""
    (group,) = item_groups(
        statement(
            "（三）具体情况",
            "1.甲（类）乙（款）丙（项）：支出决算为2.00万元。",
            "2.甲（类）乙（款）丁（项）：支出决算为3.00万元。",
            "3.甲（类）乙（款）戊（项）：指其他支出。",
        )
    )
    assert [(True, False), (True, False), (False, True)] == [
        (line.amount, line.explains) for line in group
    ]


def test_the_entries_of_a_glossary_alone_form_no_group() -> None:
    """Explanations are right where no line states an amount."""
    told = (
        "第三部分 名词解释",
        "1.甲（类）乙（款）丙（项）：指丙。",
        "2.甲（类）乙（款）丁（项）：指丁。",
    )
    assert [] == item_groups(statement(*told))


def test_an_entry_is_read_and_a_foreign_phrase_found() -> None:
    """The 科目 of the lowest level is named; a phrase of another 科目 betrays a wrong text."""
    (entry,) = entries(document("2.甲（类）乙（款）行政运行（项）：指提供后勤服务的支出。"))
    assert ("行政运行", "指提供后勤服务的支出。") == (entry.item, entry.text)
    assert "提供后勤服务" == foreign(entry.item, entry.text)
    assert "" == foreign("机关服务", entry.text)
