"""The items of the inspector's sheet, found in a document."""

from __future__ import annotations

from kaocheng.kernel.documents import Document, Paragraph, passage
from kaocheng.kernel.places import Place
from kaocheng.writing.outline import headings, sections


def document(*lines: str) -> Document:
    """A text document of those lines."""
    return Document(
        "a.txt",
        "txt",
        tuple(
            Paragraph(passage(line, Place("a.txt", line=n, paragraph=n)))
            for n, line in enumerate(lines, 1)
        ),
    )


def test_contents_are_no_headings() -> None:
    """The lines of the contents are not the sections they point at."""
    source = document(
        "某年度部门决算", "目录", "一、主要职能", "二、预算编制说明", "三、名词解释",
        "本单位主要职能", "依法履行职责。", "本年预算编制说明", "收入若干。", "名词解释", "略。",
    )  # fmt: skip
    found = headings(source)
    assert ["目录", "本单位主要职能", "本年预算编制说明", "名词解释"] == [h.title for h in found]
    assert ["本年预算编制说明"] == [h.title for h in sections(found)]


def test_contents_that_begin_anew() -> None:
    """Without pages the contents end where one of their own lines comes again."""
    source = document(
        "目  录", "第一部分 概况……1", "第二部分 说明……3",
        "第一部分 概况", "（一）主要职能。", "第二部分 说明", "文字。",
    )  # fmt: skip
    titles = [heading.title for heading in headings(source)]
    assert ["目录", "第一部分概况", "（一）主要职能。", "第二部分说明"] == titles


def test_no_headings() -> None:
    """A document of sentences alone has no sections."""
    assert [] == headings(document("本年度收入若干。", "支出若干，主要职能没有变化。"))
