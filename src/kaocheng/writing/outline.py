"""The parts of a document an inspector ticks off (检查项目): sections, found by looking.

Recognising what a document says is no business of this package. A heading is a line its table of
contents promises, what the file itself marks as one, or a short line with an official numbering.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kaocheng.kernel.documents import Block, Document, Paragraph
from kaocheng.writing.contents import Contents, bare, contents, depth_of, squeezed
from kaocheng.writing.safe import shortened

STANDARD = {
    "目录": re.compile(r"^目录$"),
    "主要职能": re.compile(r"(?:主要|基本|部门|单位|机构)*(?:职能|职责)"),
    "机构设置": re.compile(r"(?:机构设置|(?:部门|单位)构成)"),
    "名词解释": re.compile(r"(?:名词|术语)解释"),
}
_LONGEST = 40
_SHORTEST_SENTENCE = 20
_DEEPEST = 2
_STOPS = ("。", "：", ":")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its block, depth (0 the outermost), words, and whether the contents list it."""

    block: int
    depth: int
    title: str
    listed: bool = False

    @property
    def standard(self) -> str:
        """The item of every inspection it opens, or ""."""
        return _standard(self.title)


def headings(document: Document) -> list[Heading]:
    """The headings in reading order; what stands before the contents is the cover."""
    listed = contents(document)
    found: list[Heading] = []
    for index, block in enumerate(document.blocks):
        if listed is not None and index == listed.start:
            found = [Heading(index, 0, "目录")]
        elif listed is None or not listed.start < index < listed.end:
            heading = _heading(index, block, listed)
            found += [heading] if heading else []
    return found[1:] if found and _is_title(found[0]) else found


def sections(found: Sequence[Heading]) -> list[Heading]:
    """The headings that divide the document: those of the contents, else the outermost."""
    promised = [heading for heading in found if heading.listed]
    pool = promised if len(promised) > 1 else list(found)
    counts = Counter(heading.depth for heading in pool if heading.title != "目录")
    depth = min((d for d, count in counts.items() if count > 1), default=None)
    return [h for h in pool if depth is not None and h.depth <= depth and not h.standard]


def _is_title(heading: Heading) -> bool:
    return not heading.standard and not heading.listed and depth_of(heading.title) is None


def _heading(index: int, block: Block, listed: Contents | None) -> Heading | None:
    if not isinstance(block, Paragraph) or block.role not in ("body", "heading"):
        return None
    title = squeezed(block.text)
    standard = _standard(title)
    if not title or not (standard or _is_short(title)):
        return None
    if listed is not None and (promised := listed.depth(title)) is not None:
        return Heading(index, promised, title, listed=True)
    depth = depth_of(title)
    if depth is None and (block.level is not None or standard):
        depth = min(block.level or _DEEPEST, _DEEPEST)
    return None if depth is None else Heading(index, depth, shortened(title, _LONGEST))


def _is_short(title: str) -> bool:
    return len(title) <= _LONGEST and not title.endswith((*_STOPS, "；", "，"))


def _standard(title: str) -> str:
    """The item of every inspection that a line opens, alone on its line or before its sentence."""
    said = bare(title)
    for name, words in STANDARD.items():
        match = words.search(said)
        if match is None:
            continue
        alone = len(said) <= _SHORTEST_SENTENCE and not said.endswith(_STOPS) and "，" not in said
        if alone or (match.start() == 0 and said[match.end() : match.end() + 1] in _STOPS):
            return name
    return ""
