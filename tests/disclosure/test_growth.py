"""What a check costs grows with the document, not with its square: lines run are counted, no clock."""

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


def columns(size: int) -> Document:
    """A table that grows sideways: changes between years, under one heading, of a few projects."""
    head = "\t".join(["项目", "收支", *[""] * size])
    names = "\t".join(["", *(f"{('金额', '增减')[at % 2]}{at}" for at in range(size))])
    rows = (
        "\t".join([name, *(f"{at * 37 % 900 + 100}.{row}0" for at in range(size))])
        for row, name in enumerate(_NAMES)
    )
    return document("支出对比表", "单位：万元", "\n".join([head, names, *rows]))


def subjects_across(size: int) -> Document:
    """A table of codes that grows sideways."""
    head = "\t".join(["科目编码", "科目名称", *(f"支出{at}" for at in range(size))])
    rows = (
        "\t".join([code, "科目", *(f"{at * 17 % 990 + 3}.00" for at in range(size))])
        for code in ("201", "20101", "2010101")
    )
    return document("支出明细表", "单位：元", "\n".join([head, *rows]))


def chapters(size: int) -> Document:
    """One heading over and over, with nothing under it."""
    blocks = [
        Paragraph(passage("一、收支情况说明", Place("a.docx", paragraph=at))) for at in range(size)
    ]
    return Document("a.docx", "docx", tuple(blocks))


def shown(made: Document) -> None:
    """Check a document and put what is said of it into words."""
    form("text", None, person=False).body(check(made))


def operations(task: Callable[[], object]) -> int:
    """How many lines a task runs; every turn of a loop is one, also where the loop stands in one line."""
    count = 0

    def within(_frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return within

    before = sys.gettrace()
    sys.settrace(within)
    try:
        task()
    finally:
        sys.settrace(before)
    return count


LOOPS: list[Callable[[int], object]] = [
    lambda times: [at for at in range(times)],  # noqa: C416 - a loop of Python
    lambda times: {at: at for at in range(times)},
    lambda times: sum(at for at in range(times)),
    lambda times: any(at < 0 for at in range(times)),
    lambda times: sorted(range(times), key=lambda at: -at),
]


@pytest.mark.parametrize("loop", LOOPS)
def test_every_turn_of_a_loop_is_counted(loop: Callable[[int], object]) -> None:
    """In whatever words the loop is written."""
    few, many = (operations(lambda n=times: loop(n)) for times in (100, 1000))
    assert many - few >= 900


@pytest.mark.parametrize("made", [projects, payments, subjects, prose, subjects_across, chapters])
def test_twice_the_document_is_twice_the_work(made: Callable[[int], Document]) -> None:
    """Of three sizes, each double the one before, the second step costs some twice the first."""
    prepare()
    shown(made(_STEPS[0]))
    small, middle, large = (operations(lambda n=size: shown(made(n))) for size in _STEPS)
    assert large - middle <= _MOST * (middle - small)


def test_a_table_of_many_columns_is_tried_only_near_each() -> None:
    """Beyond as many columns as are tried in pairs, twice the columns is twice the work."""
    prepare()
    shown(columns(_STEPS[0]))
    small, middle, large = (operations(lambda n=size: shown(columns(n))) for size in (40, 80, 160))
    assert large - middle <= _MOST * (middle - small)


def test_a_table_wider_than_any_print_is_not_guessed_at() -> None:
    """Twice the columns cost twice as much, however they are headed."""
    totals = ["\t".join(["项目", *["合计", "增减"] * (size // 2)]) for size in (400, 800, 1600)]
    made = [
        document("\n".join([head, *[f"甲{'	1.00' * head.count('	')}"] * 4]))
        for head in totals
    ]
    small, middle, large = (operations(lambda one=one: shown(one)) for one in made)
    assert large - middle <= _MOST * (middle - small)


def test_the_documents_are_what_they_say() -> None:
    """The list has its rate bound, the payments draw nothing, the prose is found wrong."""
    listed, paid, told = (check(made(60)) for made in (projects, payments, prose))
    assert 6 == len(listed.findings)
    assert () == paid.findings
    assert 40 < len(told.findings)
    assert isinstance(listed.document.blocks[-1], Grid)
