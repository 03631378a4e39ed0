"""WRD007: the conclusions of two reports in one document hold the same long paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.sections import Section
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, said, skipped, squeezed, template
from kaocheng.kernel.documents import Paragraph, Passage
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD007"
_OWN = re.compile(r"问题|建议|不足|改进|评价结论|经验|总结|决策")
_REPORT = re.compile(r"报告\Z")
_LONG = 30


@rule("两份报告的结论一字不差", family="内容完整", of=Statement, severity="note")
def paragraph_copied(statement: Statement) -> Iterator[Finding | Unjudged]:
    """问题、建议、结论、决策应当说本项目自己的事；两份报告整段相同，其中一份可能是照抄的。"""
    if statement.profile.template:
        yield from template(CODE, statement)
        return
    own = [(report, section) for report, section in _reports(statement) if _is_own(section)]
    if len({report for report, _ in own}) < 2:
        yield skipped(CODE, "没有两份以上的评价报告")
        return
    seen: dict[str, tuple[int, Passage]] = {}
    for report, section in own:
        for passage in _long_ones(section):
            first = seen.setdefault(squeezed(passage.text), (report, passage))
            if first[0] != report:
                yield said(CODE, passage, 0, len(passage.text), _words(section, first[1]))


def _is_own(section: Section) -> bool:
    return any(_OWN.search(title) for title in section.path[-2:])


def _reports(statement: Statement) -> Iterator[tuple[int, Section]]:
    """Each section with the running number of the report it stands in."""
    report = 0
    for section in statement.sections:
        report += bool(_REPORT.search(section.title)) and not section.blocks[1:]
        yield report, section


def _long_ones(section: Section) -> Iterator[Passage]:
    for block in section.blocks:
        if isinstance(block, Paragraph) and len(squeezed(block.text)) >= _LONG:
            yield block.content


def _words(section: Section, first: Passage) -> Words:
    return Words(
        "本项目自己的情况",
        f"“{section.title}”的这一段与{first.place.words()}的一段完全相同。",
        "核对这一段是否适用于本项目，按本项目的实际情况改写。",
    )
