"""STR006: the section on 三公 does not state one of its items, not even as 0."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.sections import Section
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, said, skipped, template
from kaocheng.kernel.documents import Paragraph
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "STR006"
_ITEMS = {
    "因公出国（境）费": re.compile(r"出国|出（国|出\(国"),
    "公务用车购置费": re.compile(r"(?:公务)?用?车[^。；，]{0,4}购置|购置[^。；，]{0,6}公务用车"),
    "公务用车运行维护费": re.compile(r"运行维护费|运行费|用车[^。；，]{0,6}运行"),
    "公务接待费": re.compile(r"接待"),
}
_SECTION = re.compile(r"三公.{0,3}经费")
_DETAIL = re.compile(r"\d[\d.,]*\s*(?:万元|元)")


@rule("“三公”经费没有逐项说明", family="内容完整", of=Statement, severity="note")
def three_public_item_missing(statement: Statement) -> Iterator[Finding | Unjudged]:
    """出国、购车、用车、接待四项都应说明，没有发生的写0。"""
    yield from template(CODE, statement)
    if statement.profile.template:
        return
    public = "公开" in statement.profile.kind
    found = [s for s in statement.sections if public and _SECTION.search(s.title) and s.heading]
    outer = [s for s in found if not any(_SECTION.search(title) for title in s.path[:-1])]
    told = [(s, text) for s in outer if _DETAIL.search(text := _text(statement, s))]
    if not told:
        yield skipped(CODE, "没有说明“三公”经费的一节")
    for section, text in told:
        missing = [name for name, pattern in _ITEMS.items() if not pattern.search(text)]
        if missing and section.heading:
            heading = section.heading.content
            yield said(CODE, heading, 0, len(heading.text), _words("、".join(missing)))


def _text(statement: Statement, section: Section) -> str:
    """All words of a section and of those under it."""
    inside = (s for s in statement.sections if s.path[: len(section.path)] == section.path)
    blocks = (block for one in inside for block in (one.heading, *one.blocks))
    return "\n".join(block.text for block in blocks if isinstance(block, Paragraph))


def _words(missing: str) -> Words:
    return Words(
        "逐项说明，没有发生的写0",
        f"“三公”经费一节没有说到{missing}。",
        "补写缺少的各项；没有发生的写0万元。",
    )
