"""What a check costs grows with the document, not with its square: operations are counted, no clock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from kaocheng.cli.formats import form
from kaocheng.disclosure.checking import check
from kaocheng.disclosure.readiness import prepare
from kaocheng.kernel.documents import Document, Grid, Paragraph, passage
from kaocheng.kernel.places import Place
from tests.disclosure.grid_making import document

_STEPS = (30, 60, 120)
_MOST = 2.2
"""Twice is linear, four times a square."""
_NAMES = ("道路养护", "校舍维修", "农村饮水", "河道清淤", "森林防火")


def projects(size: int) -> Document:
    """A list of projects with a rate that follows from two columns, and every tenth does not."""
    rows = (
        f"{at}\t{_NAMES[at % 5]}{at}号\t{at * 37 % 900 + 100}.00\t{at * 37 % 900 + 50}.00\t"
        f"{(at * 37 % 900 + 50) / (at * 37 % 900 + 100) * 100 + (at % 10 == 0) * 3:.2f}%"
        for at in range(1, size + 1)
    )
    return document(
        "项目支出明细表", "单位：万元", "\n".join(["序号\t项目\t预算\t支出\t执行率", *rows])
    )


def payments(size: int) -> Document:
    """A list of payments, each with a code of its own."""
    rows = (
        f"{at:05d}\t3月{at % 28 + 1}日\t{_NAMES[at % 5]}公司{at}\t20{at % 9 + 1:02d}0{at % 7 + 1}\t{at * 13 % 970}.50"
        for at in range(1, size + 1)
    )
    return document(
        "支付明细表", "单位：元", "\n".join(["凭证号\t日期\t收款人\t科目编码\t金额", *rows])
    )


def subjects(size: int) -> Document:
    """A table of codes of every level, none of whose sums is right."""
    rows = (f"2{at:04d}\t科目{at}\t{at * 17 % 990 + 3}.00" for at in range(100, 100 + size))
    return document("支出明细表", "单位：元", "\n".join(["科目编码\t科目名称\t合计", *rows]))


def prose(size: int) -> Document:
    """Paragraphs each of which says a rate that its amounts do not give."""
    texts = (
        f"{chr(0x5000 + at)}{chr(0x6000 + at)}项目预算{at * 2 + 90}.11万元，"
        f"{chr(0x5000 + at)}{chr(0x6000 + at)}支出{at * 2 + 41}.37万元，执行率{at % 10 + 3}.10%。"
        for at in range(size)
    )
    blocks = [
        Paragraph(passage(text, Place("a.docx", paragraph=at))) for at, text in enumerate(texts)
    ]
    return Document("a.docx", "docx", tuple(blocks))


def shown(made: Document) -> None:
    """Check a document and put what is said of it into words."""
    form("text", None, person=False).body(check(made))


def operations(task: Callable[[], object]) -> int:
    """How many instructions of Python a task takes."""
    count = 0

    def within(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return within

    before = sys.gettrace()
    sys.settrace(within)
    try:
        task()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("made", [projects, payments, subjects, prose])
def test_twice_the_document_is_twice_the_work(made: Callable[[int], Document]) -> None:
    """Of three sizes, each double the one before, the second step costs some twice the first."""
    prepare()
    shown(made(_STEPS[0]))
    small, middle, large = (operations(lambda n=size: shown(made(n))) for size in _STEPS)
    assert large - middle <= _MOST * (middle - small)


def test_the_documents_are_what_they_say() -> None:
    """The list has its rate bound, the payments draw nothing, the prose is found wrong."""
    listed, paid, told = (check(made(60)) for made in (projects, payments, prose))
    assert 6 == len(listed.findings)
    assert () == paid.findings
    assert 40 < len(told.findings)
    assert isinstance(listed.document.blocks[-1], Grid)
