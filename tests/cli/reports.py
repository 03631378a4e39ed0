"""Small made-up reports for the tests of the command line."""

from __future__ import annotations

from pathlib import Path

from kaocheng.kernel.documents import Cell, Document, Grid, Paragraph, passage
from kaocheng.kernel.findings import Finding, Severity
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Profile, Report
from kaocheng.kernel.rulebook import Rule

RULES = {
    code: Rule(code, title, "合计", severity, Document, lambda _: (), Path("rules"), code.lower())
    for code, title, severity in (
        ("SUM001", "分项之和与总计不符", Severity.ERROR),
        ("TYP001", "标点重复", Severity.NOTE),
    )
}
SENTENCE = "全年支出{amount}万元，其中物业费2.00万元，网络费1.00万元。"


def document(file: str = "docs/a.txt", amount: str = "5.00", before: int = 0) -> Document:
    """A document of `before` lines, then one sentence, then a grid of two rows."""
    blocks: list[Paragraph | Grid] = [
        Paragraph(passage(f"第{n}段。", Place(file, line=n, paragraph=n)))
        for n in range(1, before + 1)
    ]
    line = before + 1
    text = SENTENCE.format(amount=amount)
    blocks.append(Paragraph(passage(text, Place(file, line=line, paragraph=line))))
    blocks.append(_grid(file, line + 1))
    return Document(file, "txt", tuple(blocks))


def _grid(file: str, line: int) -> Grid:
    texts = (("项目", "金额"), ("合计", "7.00"))
    rows = tuple(
        tuple(
            Cell(passage(text, Place(file, line + r, table=1, row=r + 1, column=c + 1)), r, c)
            for c, text in enumerate(row)
        )
        for r, row in enumerate(texts)
    )
    return Grid(rows, Place(file, line=line, table=1))


def in_sentence(taken: Document, quote: str = "5.00万元", code: str = "SUM001") -> Finding:
    """A finding on words of the sentence."""
    paragraph = next(p for p in taken.paragraphs() if quote in p.text)
    start = paragraph.text.index(quote)
    place = paragraph.content.at(start, start + len(quote))
    return Finding(code, place, quote, quote, "3.00万元", "不符。")


def in_table(taken: Document, cause: Finding | None = None) -> Finding:
    """A finding on the total of the grid."""
    cell = next(taken.grids()).rows[1][1]
    return Finding("SUM001", cell.place, "7.00", "7.00", "3.00", "不符。", cause=cause)


def report(taken: Document, *findings: Finding) -> Report:
    """A report with these findings."""
    profile = Profile("部门决算公开", "yunnan_2020", "云南省2020年度", 2020)
    return Report(taken, profile, findings, (), (), (), (), RULES)
