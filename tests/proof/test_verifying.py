"""A later hand edit of a file is located to the character, with what is written and should be."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.kernel.documents import Block, Document, Grid, Paragraph, passage
from kaocheng.kernel.places import Place
from kaocheng.proof.evidence import evidence
from kaocheng.proof.figures import ledger
from kaocheng.proof.records import Fault, File
from kaocheng.proof.verifying import settled, verify
from tests.disclosure.grid_making import grid
from tests.proof.making import YEAR, paper

ENTRIES = evidence(YEAR)
HELD = tuple((one, one.sha256) for one in ENTRIES)
SENTENCE = "2023年度本年支出合计6万元，其中：基本支出2.00万元，占33.33%；比上年增长20%。"
TEXTS = (
    "目录", "第一部分 决算情况说明", SENTENCE, "图1 支出决算结构图", "支出决算表", "公开03表",
    "部门：青禾县行政审批局", "金额单位：元",
)  # fmt: skip
ROWS = (
    ("项目", "支出", ""), ("", "本年支出合计", "基本支出"),
    ("合计", "60,000.00", "20,000.00"), ("项目支出", "40,000.00", ""),
)  # fmt: skip


def _document(texts: tuple[str, ...] = TEXTS, rows: tuple[tuple[str, ...], ...] = ROWS) -> Document:
    blocks: list[Block] = [
        Paragraph(passage(text, Place("a.docx", paragraph=at))) for at, text in enumerate(texts, 1)
    ]
    blocks.append(_grid(rows))
    blocks.append(Paragraph(passage("注：本表反映支出。", Place("a.docx", paragraph=99))))
    return Document("a.docx", "docx", tuple(blocks))


def _grid(rows: tuple[tuple[str, ...], ...]) -> Grid:
    return grid("\n".join("\t".join(row) for row in rows))


def _faults(document: Document) -> list[Fault]:
    book = ledger([paper()], ENTRIES).ledger
    file, wrong = settled(book, File("a.docx", 1, ""), _document())
    assert () == wrong
    return list(verify(replace(book, files=(file,)), HELD, {"a.docx": document}).faults)


def _texts(old: str, new: str) -> Document:
    return _document(tuple(text.replace(old, new) for text in TEXTS))


def test_the_file_as_published_has_no_fault() -> None:
    """What stood beside the paper from the start (the table of contents) is no edit."""
    assert [] == _faults(_document())


def test_one_digit_in_a_sentence_is_located() -> None:
    """Paragraph, character, written, should be, and which figure it is."""
    (fault,) = _faults(_texts("33.33", "33.38"))
    assert ("kc000002", "33.38", "33.33") == (fault.figure, fault.written, fault.should)
    at = SENTENCE.index("33.33") + 5
    assert fault.where.startswith(f"第3段第{at}个字符")


def test_one_digit_in_a_table_is_located() -> None:
    """Table, row, column, character."""
    rows = (*ROWS[:2], ("合计", "60,000.00", "20,001.00"), ROWS[3])
    (fault,) = _faults(_document(rows=rows))
    assert ("kc000007", "20,001.00", "20,000.00") == (fault.figure, fault.written, fault.should)
    assert "第1张表第3行第3列第6个字符（《支出决算表》第1行第3列）" == fault.where


def test_an_altered_word_is_located() -> None:
    """Also where no figure is touched."""
    (fault,) = _faults(_texts("增长", "下降"))
    assert ("text", "下降", "增长") == (fault.kind, fault.written, fault.should)


def test_a_sentence_gone_and_a_sentence_more_are_told() -> None:
    """With the figures that are missing."""
    gone = _faults(_document(tuple(text for text in TEXTS if text != SENTENCE)))
    more = _faults(_document((*TEXTS, "另有支出5万元。")))
    assert ["kc000001", "kc000002", "kc000003"] == [fault.figure for fault in gone]
    assert ["另有支出5万元。"] == [fault.written for fault in more]


def test_a_paragraph_read_in_two_lines_is_no_edit() -> None:
    """Line ends are the reader's, not the clerk's."""
    half = len(SENTENCE) // 2
    texts = (*TEXTS[:2], SENTENCE[:half], SENTENCE[half:], *TEXTS[3:])
    assert [] == _faults(_document(texts))


def test_documents_are_held_against_the_evidence() -> None:
    """Ledger and file altered alike: the file is located by what the evidence gives."""
    book = ledger([paper()], ENTRIES).ledger
    file, _ = settled(book, File("a.docx", 1, ""), _document())
    figures = tuple(
        replace(one, text="33.38") if one.id == "kc000002" else one for one in book.figures
    )
    lines = tuple(
        replace(
            line,
            pieces=tuple(replace(p, text=p.text.replace("33.33", "33.38")) for p in line.pieces),
        )
        for line in book.papers[0].lines
    )
    altered = replace(
        book, figures=figures, papers=(replace(book.papers[0], lines=lines),), files=(file,)
    )
    verdict = verify(altered, HELD, {"a.docx": _texts("33.33", "33.38")})
    assert ["figure", "print"] == [fault.kind for fault in verdict.faults]
    assert "33.33" == verdict.faults[1].should


def test_a_file_only_saved_again_is_mentioned() -> None:
    """It is no fault."""
    book = ledger([paper()], ENTRIES).ledger
    file, _ = settled(book, File("a.docx", 1, ""), _document())
    verdict = verify(replace(book, files=(file,)), HELD, {"a.docx": _document()}, {"a.docx": ()})
    assert ((), 1) == (verdict.faults, len(verdict.remarks))
