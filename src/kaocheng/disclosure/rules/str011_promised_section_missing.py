"""STR011: a section that the table of contents names is not in the document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher

from kaocheng.disclosure.contents import contents, entry
from kaocheng.disclosure.numbering import numbered
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, bare_title, said, skipped, template
from kaocheng.kernel.documents import Paragraph, Passage
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "STR011"
_TABLES = re.compile(r"表(?:格)?\Z|附件|附表|目录")
_SOFT = re.compile(
    r"20\d\d年?度?|预算单位|本?单位|本?部门"
)  # who and when, which titles tell apart
_SHORTEST = 3
_FEWEST = 3
_ENOUGH = 2 / 3  # so many of the entries must be found before one may be called missing
_LIKE = 0.6
_TITLE_LENGTH = 60


@rule("目录所列的部分没有写", family="内容完整", of=Statement, severity="note")
def promised_section_missing(statement: Statement) -> Iterator[Finding | Unjudged]:
    """目录列出的各部分、各章节，正文里都应有同名的标题。"""
    yield from template(CODE, statement)
    if statement.profile.template:
        return
    paragraphs = tuple(statement.document.paragraphs())
    promised = dict(_promised([paragraphs[index] for index in sorted(contents(paragraphs))]))
    own = {id(passage) for passage in promised.values()}
    titles = set(_titles([p for p in paragraphs if id(p.content) not in own]))
    titles |= {_core(cell.text) for grid in statement.document.grids() for cell in grid.rows[0]}
    missing = [name for name in promised if not _found(name, titles)]
    if len(promised) < _FEWEST or len(promised) - len(missing) < _ENOUGH * len(promised):
        yield skipped(CODE, "没有列出各部分的目录，或正文不在这个文件里")
        return
    for name in missing:
        passage = promised[name]
        yield said(CODE, passage, 0, len(passage.text), _words(passage))


def _promised(listed: list[Paragraph]) -> Iterator[tuple[str, Passage]]:
    """The numbered lines of the contents that name no table."""
    for paragraph in listed:
        here = numbered(paragraph.text)
        name = _core(entry(paragraph.text[here.end :])) if here else ""
        if len(name) >= _SHORTEST and not _TABLES.search(name):
            yield name, paragraph.content


def _titles(body: list[Paragraph]) -> Iterator[str]:
    """Whatever may be a title: the short lines of the body, and what long ones begin with."""
    for paragraph in body:
        here = numbered(paragraph.text)
        text = paragraph.text[here.end if here else 0 :]
        yield _core(text if len(text) < _TITLE_LENGTH else re.split(r"[。：:]", text)[0])


def _core(title: str) -> str:
    return _SOFT.sub("", bare_title(title))


def _found(name: str, titles: Collection[str]) -> bool:
    """Whether a title is that of the contents, perhaps with the office before it or other words."""
    known = [title for title in titles if len(title) >= _SHORTEST]
    return any(name in title or title in name for title in known) or any(
        _alike(name, title) for title in known
    )


def _alike(name: str, title: str) -> bool:
    """The two first questions are answered fast and are never below the third."""
    both = SequenceMatcher(None, name, title)
    asked = (both.real_quick_ratio, both.quick_ratio, both.ratio)
    return all(ratio() >= _LIKE for ratio in asked)


def _words(passage: Passage) -> Words:
    name = entry(passage.text)
    return Words(
        f"写出“{name}”",
        f"目录列有“{name}”，正文里没有这一部分。",
        "补写这一部分；不再需要的，从目录中删去。",
    )
