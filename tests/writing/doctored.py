"""The made-up report with the words of a stranger wherever a document or a rule may put them."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.kernel.documents import Document, Paragraph, passage
from kaocheng.kernel.findings import Finding
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Report


def doctored(report: Report, words: str) -> Report:
    """The report of a document whose name, paragraphs and findings hold `words`."""
    place = Place(words, sheet=words, paragraph=1)
    blocks = (Paragraph(passage(words, place)), *report.document.blocks)
    document = Document(words, "pdf", blocks, 1, (words,))
    finding = Finding("ART001", place, words, words, words, words, words, words)
    findings = (finding, replace(finding, code="TXT001", cause=finding), *report.findings)
    profile = replace(report.profile, kind=words, edition_title=words, body=words)
    return replace(report, document=document, findings=findings, profile=profile)


def sheeted(report: Report, files: int) -> list[Report]:
    """The same report under several names."""
    return [
        replace(report, document=replace(report.document, file=f"第{n}份.pdf"))
        for n in range(files)
    ]
