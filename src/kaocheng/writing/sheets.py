"""One document as rows of a workbook (工作表行): plain strings, so that a worker can send them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from kaocheng.kernel.documents import EXCERPT
from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.reports import Report
from kaocheng.writing.cards import Card, cards
from kaocheng.writing.coverage import covered, free, outcomes, reasons
from kaocheng.writing.excerpts import excerpt
from kaocheng.writing.inspection import Item, inspect
from kaocheng.writing.spots import Spots

FINDINGS = (
    "文件", "编号", "轻重", "代码", "类别", "问题", "位置", "表、行、列", "原文",
    "现为", "应为", "相差", "说明", "处理", "依据", "由哪一条引起",
)  # fmt: skip
COVERAGE = ("文件", "项目", "内容")
_FREE = 300
Row = tuple[str, ...]

_SHEET = "检查表"


@dataclass(frozen=True, slots=True)
class Sheets:
    """What a workbook shows of one document."""

    file: str
    name: str
    title: str
    body: str
    items: tuple[Item, ...]
    findings: tuple[Row, ...]
    coverage: tuple[Row, ...]


def sheets(report: Report) -> Sheets:
    """The rows of a document."""
    spots = Spots(report.document)
    shown = cards(report, spots)
    profile = report.profile
    excerpted = report.document.format == EXCERPT  # its sheet is already there
    year = f"{profile.year}年度" if profile.year else ""
    return Sheets(
        file=report.document.file,
        name=profile.body or PurePath(report.document.file).stem,
        title=f"{year}{profile.body}{(profile.kind or '公开文件').removesuffix(_SHEET)}{_SHEET}",
        body=profile.body,
        items=() if excerpted else tuple(inspect(report, shown)),
        findings=tuple(_finding(report, card, spots) for card in shown),
        coverage=tuple(_coverage(report)),
    )


def _finding(report: Report, card: Card, spots: Spots) -> Row:
    part = excerpt(spots, card.spot, card.finding.quote)
    finding = card.finding
    return (
        report.document.file,
        card.id,
        card.severity.chinese,
        card.code,
        card.family,
        card.title,
        card.where,
        card.label,
        part.marked() if part else "",
        finding.written,
        finding.expected,
        finding.difference,
        finding.message,
        card.remedy,
        card.basis,
        card.follows,
    )


def _coverage(report: Report) -> Iterator[Row]:
    file = report.document.file
    yield file, "数字", covered(report)
    yield file, "核对", outcomes(report)
    for reason, count in reasons(report, Outcome.NOT_POSSIBLE):
        yield file, "无法核对", f"{reason}（{count} 项）"
    for said in free(report, _FREE):
        yield file, "无从核对的数字", said
