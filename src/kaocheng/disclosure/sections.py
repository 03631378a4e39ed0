"""Sections (章节): headings found by their numbering, each paragraph under its path of headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kaocheng.disclosure.contents import contents
from kaocheng.disclosure.numbering import numbered
from kaocheng.kernel.documents import Block, Document, Paragraph
from kaocheng.kernel.numerals import read_number

_CLAUSE = re.compile(r"[。：:；;]")
_REPORT = re.compile(r"[^，。；]{2,40}(?:评价|自评|绩效|工作|检查)报告\Z")
_NOTE = re.compile(r"(?:注|说明|备注)\s*[:：]?\s*(?=[:：1\uff11])")
_MARKED = 25
_TITLE_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and the blocks under it up to the next heading.

    `number` is the printed numbering ("一、", "（二）", "第二部分"), `level` its depth from 1,
    `title` the heading without numbering, `path` the titles from the outermost down to this one.
    A heading whose sentence goes on in the same paragraph keeps that paragraph among its blocks.
    """

    number: str
    level: int
    title: str
    path: tuple[str, ...]
    heading: Paragraph | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    rank: int
    number: str
    title: str
    goes_on: bool


@dataclass(slots=True)
class _Open:
    """A section being filled."""

    heading: _Heading
    paragraph: Paragraph | None
    path: tuple[str, ...] = ()
    level: int = 1
    blocks: list[Block] = field(default_factory=list)

    def closed(self) -> Section:
        """The finished section."""
        here = self.heading
        return Section(
            here.number, self.level, here.title, self.path, self.paragraph, tuple(self.blocks)
        )


def sections(document: Document) -> tuple[Section, ...]:
    """The sections in reading order; what precedes the first heading has no heading and no number.

    Lines of a table of contents make no section.
    """
    return tuple(item.closed() for item in _opened(document) if item.paragraph or item.blocks)


def _opened(document: Document) -> Iterator[_Open]:
    skipped = _contents(document) | _notes(document) | _cells(document)
    current = _Open(_Heading(0, "", "", goes_on=False), None)
    above: list[_Open] = []
    for block in document.blocks:
        heading = _heading(block, above) if id(block) not in skipped else None
        if heading is None or not isinstance(block, Paragraph):
            current.blocks.append(block)
            continue
        yield current
        while above and above[-1].heading.rank >= heading.rank:
            above.pop()
        path = (*(item.heading.title for item in above), heading.title)
        current = _Open(heading, block, path, len(path), [block] if heading.goes_on else [])
        above.append(current)
    yield current


def _contents(document: Document) -> frozenset[int]:
    paragraphs = tuple(document.paragraphs())
    return frozenset(id(paragraphs[index]) for index in contents(paragraphs))


def _notes(document: Document) -> frozenset[int]:
    """Numbered lines that go on with the note (注：1. … 2. …) under a table are no headings."""
    found = set()
    noted = False
    for block in document.blocks:
        text = block.text if isinstance(block, Paragraph) else ""
        kind = getattr(numbered(text), "kind", "")
        noted = bool(_NOTE.match(text)) or (noted and kind in ("arabic", "arabic_bracket"))
        if noted:
            found.add(id(block))
    return frozenset(found)


def _cells(document: Document) -> frozenset[int]:
    """Numbered lines right above a line of nothing but a number are cells of a flattened table."""
    lines = [block for block in document.blocks if isinstance(block, Paragraph)]
    return frozenset(
        id(line)
        for line, after in pairwise(lines)
        if len(line.text) <= _TITLE_LENGTH and read_number(after.text) is not None
    )


def _heading(block: Block, above: list[_Open]) -> _Heading | None:
    if not isinstance(block, Paragraph) or block.role not in ("body", "heading"):
        return None
    text = block.text
    found = numbered(text)
    if found:
        rank = found.rank
        if found.kind == "attachment":
            rank = _attachment_rank(above, found.value, text[found.end :])
        title, goes_on = _title(text[found.end :])
        return _Heading(rank, found.number, title, goes_on) if rank else None
    if block.level is not None or _REPORT.match(text):
        return _Heading(_MARKED, "", text.strip(), goes_on=False)
    return None


def _attachment_rank(above: list[_Open], value: int, rest: str) -> int:
    """附件 opens a part of its own unless the open part is called 附件; 0 when it is no heading."""
    if len(rest) > _TITLE_LENGTH or rest.endswith("。"):
        return 0
    attached = any("附" in item.heading.number + item.heading.title for item in above[:1])
    return (20 if value else 22) if attached else 10


def _title(rest: str) -> tuple[str, bool]:
    """The title in what follows the number, and whether more than the title follows."""
    text = rest.strip()
    clause = _CLAUSE.search(text)
    if clause:
        return text[: clause.start()].strip(), clause.end() < len(text)
    return text[:_TITLE_LENGTH].strip(), len(text) > _TITLE_LENGTH
