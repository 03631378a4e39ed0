"""STR002: the text refers to an attachment (见附件2) that the document does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.numbering import count, numbered
from kaocheng.disclosure.sections import Section
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, bare_title, paragraphs, said, skipped, template
from kaocheng.kernel.documents import Passage
from kaocheng.kernel.findings import Finding, Severity, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "STR002"
_REFERS = re.compile(
    r"(?P<names>(?:《[^《》]{2,60}》[、和及]?)*)(?:详?见|附在)(?:本文)?附[件表]\s*"
    r"(?:[（(]?附[件表])?(?P<number>[一二三四五六七八九十\d]{0,2})"
)
_NAME = re.compile(r"《([^《》]{2,60})》")


@rule("文中所说的附件没有附上", family="内容完整", of=Statement)
def promised_attachment_missing(statement: Statement) -> Iterator[Finding | Unjudged]:
    """见附件几，就应有附件几；《某报告》见附件，附件里就应有这个名称的报告。"""
    yield from template(CODE, statement)
    if statement.profile.template:
        return
    found = [
        (passage, match)
        for passage in paragraphs(statement.document)
        for match in _REFERS.finditer(passage.text)
    ]
    if not found:
        yield skipped(CODE, "文中没有提到附件")
        return
    held = [s for s in statement.sections if s.number.startswith("附") or s.title.startswith("附")]
    for passage, match in found:
        yield from _one(statement, passage, match, held)


def _one(
    statement: Statement, passage: Passage, match: re.Match[str], held: list[Section]
) -> Iterator[Finding]:
    start, end = match.span()
    if not held:
        yield said(CODE, passage, start, end, _absent(match[0], Severity.NOTE))
        return
    numbers = {_value(section) for section in held} - {0}
    wanted = count(match["number"])
    if wanted and numbers and wanted not in numbers:
        yield said(CODE, passage, start, end, _absent(match[0], None))
        return
    titles = _titles(statement)
    for name in _NAME.finditer(match["names"]):
        bare = bare_title(name[1])
        if not any(title in bare or bare in title for title in titles):
            yield said(CODE, passage, start + name.start(), start + name.end(), _other(name[1]))


def _value(section: Section) -> int:
    here = numbered(section.heading.text) if section.heading else None
    return here.value if here and here.kind == "attachment" else 0


def _titles(statement: Statement) -> list[str]:
    """The titles that a report in the attachments may have."""
    texts = (paragraph.text for paragraph in statement.document.paragraphs())
    return [bare_title(text) for text in texts if 6 <= len(text) <= 60 and "见附" not in text]


def _absent(words: str, severity: Severity | None) -> Words:
    return Words(
        "附上所说的附件",
        f"文中说“{words}”，文件里没有这个附件。",
        "补上附件；附件在另一个文件的，写明文件名称。",
        severity,
    )


def _other(name: str) -> Words:
    return Words(
        "附件标题与文中名称一致",
        f"文中说《{name}》在附件里，附件中没有这个名称的报告。",
        "核对附件的标题，前后统一；漏附的补上。",
        Severity.NOTE,
    )
