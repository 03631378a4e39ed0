"""What a file shows beside or instead of its paper is expected of it later, figures and all."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.kernel.documents import Document, Grid, Paragraph, passage
from kaocheng.kernel.places import Place
from kaocheng.proof.evidence import evidence
from kaocheng.proof.figures import ledger
from kaocheng.proof.records import Fault, File, Ledger
from kaocheng.proof.shelf import dumped, loaded
from kaocheng.proof.verifying import settled, verify
from tests.disclosure.grid_making import grid
from tests.proof.making import YEAR, paper

ENTRIES = evidence(YEAR)
HELD = tuple((one, one.sha256) for one in ENTRIES)
BEFORE = "2023年度本年支出合计6万元，其中：基本支出2.00万元，"
BEHIND = "占33.33%；比上年增长20%。"
TEXTS = (
    ("header", "青禾县行政审批局2023年度部门决算"), ("body", "目录"), ("body", "第一部分 决算情况说明 1"),
    ("body", "第一部分 决算情况说明"), ("body", BEFORE), ("footer", "— 1 —"), ("body", BEHIND),
    ("body", "图1 支出决算结构图"), ("body", "支出决算表"), ("body", "公开03表"),
    ("body", "部门：青禾县行政审批局"), ("body", "金额单位：元"),
)  # fmt: skip
TABLE = "项目\t支出\t\n\t本年支出合计\t基本支出\n合计\t60,000.00\t20,000.00\n项目支出\t40,000.00\t"


def _document(old: str = "\0", new: str = "", table: str = TABLE) -> Document:
    """The published file, a page ending within the sentence; one text altered."""
    said = [(role, text.replace(old, new)) for role, text in TEXTS]
    blocks: list[Paragraph | Grid] = [
        Paragraph(passage(text, Place("a.pdf", paragraph=at)), None, role)
        for at, (role, text) in enumerate(said, 1)
    ]
    note = Paragraph(passage("注：本表反映支出。", Place("a.pdf", paragraph=99)))
    return Document("a.pdf", "pdf", (*blocks, grid(table), note))


def _book() -> Ledger:
    book = ledger([paper()], ENTRIES).ledger
    file, wrong = settled(book, File("a.pdf", 1, ""), _document())
    assert () == wrong
    return loaded(dumped(replace(book, files=(file,))))


def _faults(document: Document, book: Ledger | None = None) -> list[Fault]:
    return list(verify(book or _book(), HELD, {"a.pdf": document}).faults)


def test_as_published() -> None:
    """The form kept in the ledger and read back from it is what was published."""
    assert [] == _faults(_document())


def test_a_figure_of_a_broken_sentence_is_named() -> None:
    """Though its line is not the paper's own."""
    (fault,) = _faults(_document("33.33", "33.38"))
    assert ("kc000002", "33.38", "33.33") == (fault.figure, fault.written, fault.should)


def test_each_line_beside_the_paper() -> None:
    """Named for what it is, gone or altered."""
    told = [
        _faults(_document("— 1 —", "")), _faults(_document("部门决算", "部门预算")),
        _faults(_document("说明 1", "说明 2")), _faults(_document("目录", "名录")),
    ]  # fmt: skip
    assert [("", "—1—"), ("预", "决"), ("2", "1"), ("名", "目")] == [
        (fault.written, fault.should) for (fault,) in told
    ]
    assert ["页脚", "页眉", "目录", "封面、图中文字等"] == [
        fault.where.partition("（")[2].rstrip("）") for (fault,) in told
    ]


def test_a_line_doubled_or_moved() -> None:
    """A page number more, and one that stands elsewhere, are edits."""
    whole = _document()
    number = whole.blocks[5]
    more = replace(whole, blocks=(*whole.blocks, number))
    moved = replace(whole, blocks=(*whole.blocks[:5], *whole.blocks[6:], number))
    assert [("—1—", "")] == [(one.written, one.should) for one in _faults(more)]
    assert {("—1—", ""), ("", "—1—")} == {(one.written, one.should) for one in _faults(moved)}


def test_evidence_rules_also_over_a_broken_sentence() -> None:
    """Ledger and file altered alike: what stands there is held against the evidence."""
    text = dumped(_book()).replace('"33.33"', '"33.38"').replace("占33.33%", "占33.38%")
    faults = _faults(_document("33.33", "33.38"), loaded(text))
    assert [("figure", "33.33"), ("print", "33.33")] == [(one.kind, one.should) for one in faults]
