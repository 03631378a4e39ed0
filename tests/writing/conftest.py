"""A made-up report of a made-up bureau (青禾县行政审批局), with every kind of finding in it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kaocheng.kernel.documents import (
    Cell,
    Document,
    Grid,
    Paragraph,
    Passage,
    Picture,
    Stretch,
    passage,
)
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.numerals import read_number
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Judged, Profile, Report
from kaocheng.kernel.rulebook import Rule
from kaocheng.kernel.units import MONEY, PERCENT

PAGES = Path(__file__).parent / "pages"
FILE = "青禾县行政审批局2024年度部门决算.pdf"
OPENING = (
    "2024年度收入总计386.20万元，支出总计386.20万元。与2023年度相比，收入增加36.20万元，"
    "增长10.43%，主要原因是新增政务服务大厅运行项目。"
)
_TABLE = (
    ("收入支出决算总表", "", "", ""),
    ("收入", "", "支出", ""),
    ("项目", "决算数", "项目", "决算数"),
    ("一、一般公共预算财政拨款收入", "386.20", "一、一般公共服务支出", "318.60"),
    ("二、政府性基金预算财政拨款收入", "—", "二、社会保障和就业支出", "41.50"),
    ("三、上级补助收入", "", "三、卫生健康支出", "26.01"),
    ("本年收入合计", "386.20", "本年支出合计", "386.30"),
    ("年初结转和结余", "0.00", "年末结转和结余", "0.00"),
    ("总计", "386.20", "总计", "386.30"),
)
_THREE = (
    ("“三公”经费合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"),
    ("4.80", "0.00", "3.60", "1.20"),
)


def paragraph(
    text: str, number: int, page: int, *, level: int | None = None, role: str = "body"
) -> Paragraph:
    """A paragraph of the made-up document."""
    return Paragraph(passage(text, Place(FILE, page=page, paragraph=number)), level, role)


def grid(
    rows: tuple[tuple[str, ...], ...], table: int, page: int, merged: dict[tuple[int, int], int]
) -> Grid:
    """A grid of texts; `merged` gives the column span of an anchor."""
    place = Place(FILE, page=page, table=table)
    made: list[tuple[Cell, ...]] = []
    for r, texts in enumerate(rows):
        row: list[Cell] = []
        for c, text in enumerate(texts):
            if row and row[-1].column + row[-1].column_span > c:
                row.append(row[-1])
                continue
            at = Place(FILE, page=page, table=table, row=r + 1, column=c + 1)
            row.append(Cell(passage(text, at), r, c, 1, merged.get((r, c), 1)))
        made.append(tuple(row))
    return Grid(tuple(made), place)


def rule(code: str, title: str, family: str, severity: Severity) -> Rule:
    """A rule whose page lies beside this file."""
    return Rule(code, title, family, severity, Document, lambda _: (), PAGES, code.lower())


RULES = {
    item.code: item
    for item in (
        rule("ART001", "合计与各项之和不符", "勾稽", Severity.ERROR),
        rule("RAT001", "比例与数字不符", "比率", Severity.ERROR),
        rule("RND001", "四舍五入的尾差", "尾差", Severity.NOTE),
        rule("CMP001", "缺少应有的部分", "完整性", Severity.ERROR),
        rule("TXT001", "原因没有写完", "文字", Severity.NOTE),
    )
}


def document() -> Document:
    """The made-up document."""
    split = Passage(
        "公务接待费支出1.20万元，主要原因是。",
        (
            Stretch(0, Place(FILE, page=3, paragraph=9)),
            Stretch(8, Place(FILE, page=4, paragraph=9)),
        ),
    )
    blocks = (
        paragraph("青禾县行政审批局2024年度部门决算", 1, 1, level=1, role="heading"),
        paragraph("目录", 2, 1),
        paragraph("第一部分 部门概况……2", 3, 1),
        paragraph("第二部分 2024年度部门决算情况说明……3", 4, 1),
        paragraph("第一部分 部门概况", 5, 2, level=2, role="heading"),
        paragraph("主要职能：负责全县政务服务大厅的建设与管理。", 6, 2),
        Picture("机构设置图", Place(FILE, page=2)),
        paragraph("第二部分 2024年度部门决算情况说明", 7, 2, level=2, role="heading"),
        paragraph(OPENING, 8, 2),
        Paragraph(split),
        paragraph("第三部分 2024年度部门决算表", 10, 4, level=2, role="heading"),
        paragraph("金额单位：万元", 11, 4),
        grid(_TABLE, 1, 4, {(0, 0): 4, (1, 0): 2, (1, 2): 2}),
        paragraph("“三公”经费支出决算表", 12, 5),
        grid(_THREE, 2, 5, {}),
    )
    return Document(FILE, "pdf", blocks, 5, ("第6页没有文字层，未能读取。",))


def _figures(source: Document) -> tuple[Figure, ...]:
    wan = MONEY["万元"]
    found = [
        Figure("支出总计", Decimal("386.20"), wan, 2, "386.20", _span(OPENING, "386.20万元。", 7)),
        Figure("增长率", Decimal("10.43"), PERCENT, 2, "10.43%", _span(OPENING, "10.43%", 0)),
    ]
    for block in source.grids():
        for cell in block.cells():
            number = read_number(cell.text)
            if number is not None:
                size = (number.value, wan, number.decimals, cell.text, cell.place)
                found.append(Figure("", *size))
    return tuple(found)


def _span(text: str, quote: str, cut: int) -> Place:
    start = text.index(quote)
    return Place(FILE, page=2, paragraph=8, start=start, end=start + len(quote) - cut)


def _cell(table: int, row: int, column: int) -> Place:
    page = 4 if table == 1 else 5
    return Place(FILE, page=page, table=table, row=row, column=column)


def findings() -> tuple[Finding, ...]:
    """Every kind of finding: cell, characters, consequence, table, whole document."""
    missing = Finding(
        "CMP001", Place(FILE), "", "没有", "名词解释", "目录和正文都没有“名词解释”这一部分。"
    )
    share = Finding(
        "RAT001",
        _span(OPENING, "10.43%", 0),
        "10.43%",
        "10.43%",
        "10.34%",
        "收入增加36.20万元，除以上年350.00万元，应为10.34%。",
        difference="0.09个百分点",
        related=(_span(OPENING, "36.20万元，增", 2),),
    )
    unfinished = Finding(
        "TXT001",
        Place(FILE, page=4, paragraph=9, start=12, end=17),
        "主要原因是",
        "主要原因是。",
        "",
        "“主要原因是”之后没有写下去。",
    )
    total = Finding(
        "ART001",
        _cell(1, 7, 4),
        "386.30",
        "386.30万元",
        "386.11万元",
        "318.60＋41.50＋26.01＝386.11。",
        difference="0.19万元",
        remedy="改正本年支出合计，或者改正其中一项。",
        related=(_cell(1, 4, 4), _cell(1, 5, 4), _cell(1, 6, 4)),
    )
    follows = Finding(
        "ART001",
        _cell(1, 9, 4),
        "386.30",
        "386.30万元",
        "386.20万元",
        "收入总计386.20万元，支出总计386.30万元。",
        difference="0.10万元",
        cause=total,
    )
    rounding = Finding(
        "RND001",
        Place(FILE, page=5, table=2),
        "",
        "",
        "",
        "3 处合计与各项之和相差末位 1，属四舍五入。",
    )
    return (missing, share, unfinished, total, follows, rounding)


@pytest.fixture(name="report")
def made_up_report() -> Report:
    """The report of the made-up document."""
    source = document()
    figures = _figures(source)
    return Report(
        document=source,
        profile=Profile("部门决算公开", "", "未知版式", 2024, "青禾县行政审批局"),
        findings=findings(),
        judged=(
            *(Judged("ART001", Outcome.HOLDS, "收入相符", ()) for _ in range(11)),
            *(Judged("ART001", Outcome.FAILS, "支出不符", ()) for _ in range(3)),
        ),
        unjudged=(
            Unjudged("ART001", Outcome.NOT_APPLICABLE, "没有政府性基金收支"),
            Unjudged("RAT001", Outcome.NOT_POSSIBLE, "上年数没有公开"),
            Unjudged("RAT001", Outcome.NOT_POSSIBLE, "上年数没有公开"),
        ),
        figures=figures,
        free=(figures[0], *figures[-3:]),
        rules=RULES,
    )
