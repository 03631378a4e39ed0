"""WRD017: one report prints the same long paragraph under two different headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.sections import Section
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, said, skipped, squeezed, template
from kaocheng.kernel.documents import Paragraph, Passage
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD017"
_MAY_REPEAT = re.compile(r"职责|职能|概况|机构|人员|名词解释|基本情况")
_LONG = 60


@rule("同一段话在两个标题下重复", family="内容完整", of=Statement, severity="note")
def paragraph_repeated(statement: Statement) -> Iterator[Finding | Unjudged]:
    """不同标题下应当写不同的内容；职责、机构可以重复，不同报告的同名标题不在这里看。"""
    if statement.profile.template:
        yield from template(CODE, statement)
        return
    found = [item for section in statement.sections for item in _long_ones(section)]
    if not found:
        yield skipped(CODE, "没有足够长的段落")
    first: dict[str, tuple[Section, Passage]] = {}
    for section, passage in found:
        words = squeezed(passage.text)
        other, where = first.setdefault(words, (section, passage))
        if passage is not where and section.title != other.title:
            yield said(CODE, passage, 0, len(passage.text), _words(section, other, where))


def _long_ones(section: Section) -> Iterator[tuple[Section, Passage]]:
    if any(_MAY_REPEAT.search(title) for title in section.path):
        return
    for block in section.blocks:
        if isinstance(block, Paragraph) and len(squeezed(block.text)) >= _LONG:
            yield section, block.content


def _words(section: Section, other: Section, where: Passage) -> Words:
    return Words(
        "符合本标题的内容",
        f"“{section.title}”的这一段，与{where.place.words()}“{other.title}”的一段完全相同。",
        "核对这一段应当放在哪个标题下，另一处写该标题应有的内容。",
    )
