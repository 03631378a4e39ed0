"""WRD010: the numbering of headings of one level leaves a number out or uses one twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kaocheng.disclosure.numbering import Numbered, numbered
from kaocheng.disclosure.sections import Section
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, paragraphs, said, skipped, template
from kaocheng.kernel.documents import Paragraph
from kaocheng.kernel.findings import Finding, Severity, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD010"
_FIRM = ("chinese", "bracket")
_Step = tuple[Numbered, Paragraph]


@rule("标题序号不连续", family="文字标点", of=Statement)
def numbering_broken(statement: Statement) -> Iterator[Finding | Unjudged]:
    """同一级标题应当一、二、三顺次编号；重新从一编起算新的一组，条目的序号只作提示。"""
    if statement.profile.template:
        yield from template(CODE, statement)
        return
    runs = list(_runs(statement.sections))
    if not runs:
        yield skipped(CODE, "没有成组的编号标题")
    texts = [passage.text for passage in paragraphs(statement.document)]
    for run in runs:
        if not _begun_inside(run[0], texts):
            yield from _beginning(*run[0])
        firm = run[0][0].kind in _FIRM and run[0][0].value == 1
        for (before, _), (here, paragraph) in pairwise(run):
            if here.value != before.value + 1:
                severity = None if firm and _isolated(run) else Severity.NOTE
                yield said(CODE, paragraph.content, 0, here.end, _words(before, here, severity))


def _runs(sections: tuple[Section, ...]) -> Iterator[list[_Step]]:
    """Headings of one kind under one heading, split where the numbering begins at 1 again."""
    open_runs: dict[int, list[_Step]] = {}
    for section in sections:
        if section.heading is None:
            continue
        for deeper in [level for level in open_runs if level > section.level]:
            yield from _worth(open_runs.pop(deeper))
        here = numbered(section.heading.text)
        run = open_runs.get(section.level, [])
        if run and (here is None or here.kind != run[0][0].kind or here.value <= 1):
            yield from _worth(open_runs.pop(section.level))
            run = []
        if here and here.value and here.kind != "attachment":
            open_runs[section.level] = [*run, (here, section.heading)]
    for run in open_runs.values():
        yield from _worth(run)


def _worth(run: list[_Step]) -> Iterator[list[_Step]]:
    if len(run) > 1 or run[0][0].value > 1:
        yield run


def _begun_inside(first: _Step, texts: list[str]) -> bool:
    """Whether the number before stands inside the paragraph above (职能。1.负责…)."""
    here, paragraph = first
    if paragraph.text not in texts:
        return False
    at = texts.index(paragraph.text)
    wanted = here.number.replace(str(here.value), str(here.value - 1))
    return at > 0 and wanted in texts[at - 1]


def _beginning(first: Numbered, paragraph: Paragraph) -> Iterator[Finding]:
    """A group that does not begin at 1: the number before may have been left off a heading."""
    if first.value > 1:
        words = Words(
            "从第一个序号开始",
            f"这一组标题从“{first.number}”开始，前面没有第一个序号。",
            "给前面的标题补上序号，或从一重新编号。",
            Severity.NOTE,
        )
        yield said(CODE, paragraph.content, 0, first.end, words)


def _isolated(run: list[_Step]) -> bool:
    """Whether the run is otherwise regular, so that the one break is surely a slip."""
    breaks = [b for (a, _), (b, _) in pairwise(run) if b.value != a.value + 1]
    return len(breaks) == 1 and len(run) > 2


def _words(before: Numbered, here: Numbered, severity: Severity | None) -> Words:
    expected = f"“{before.number}”之后的下一个序号"
    return Words(
        expected,
        f"“{before.number}”之后是“{here.number}”，序号{_how(before, here)}。",
        "改正序号；中间漏了内容的补上。",
        severity,
    )


def _how(before: Numbered, here: Numbered) -> str:
    if here.value == before.value:
        return "重复"
    return "跳号" if here.value > before.value else "倒退"
