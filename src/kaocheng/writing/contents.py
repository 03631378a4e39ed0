"""The table of contents (目录) of a document: where it lies and what it promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kaocheng.kernel.documents import Document, Paragraph
from kaocheng.writing.safe import one_line

NUMBERING = (
    re.compile(r"第[一二三四五六七八九十]+(?:部分|章)"),
    re.compile(r"[一二三四五六七八九十]+、"),
    re.compile(r"[（(][一二三四五六七八九十]+[）)]"),
)
_LEADERS = re.compile(r"(?:[.．…·]{2,}|\s)\s*\d{1,3}$")
_ITEM = re.compile(r"\d+[.．、]|[（(]\d+[）)]")
_LONGEST = 60
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Contents:
    """Blocks `start` up to `end` are the contents; `entries` the depth of each title it lists."""

    start: int
    end: int
    entries: dict[str, int]

    def depth(self, title: str) -> int | None:
        """The depth of the entry this heading answers to, or None."""
        found = (d for bare, d in self.entries.items() if title.endswith(bare))
        return next(found, None)


def squeezed(text: str) -> str:
    """A line without blanks."""
    return "".join(one_line(text).split())


def depth_of(title: str) -> int | None:
    """How deep a line is by its numbering: 第一部分, 一、, （一）; None without one."""
    return next((d for d, numbering in enumerate(NUMBERING) if numbering.match(title)), None)


def bare(title: str) -> str:
    """A title without its numbering."""
    for numbering in NUMBERING:
        title = numbering.sub("", title, count=1)
    return title


def contents(document: Document) -> Contents | None:
    """The table of contents, or None when the document has none."""
    blocks = document.blocks
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and squeezed(block.text) == "目录":
            listed = list(_entries(document, index))
            entries = {
                bare(title): depth
                for title in listed
                if (depth := depth_of(title)) is not None and len(bare(title)) >= _LEAST
            }
            return Contents(index, index + 1 + len(listed), entries)
    return None


def _answers(title: str, seen: set[str]) -> bool:
    """Whether a line is the heading that an entry before it points at."""
    if depth_of(title) is not None or _ITEM.match(title):
        return False
    ends = (bare(entry) for entry in seen)
    return any(len(end) >= _LEAST and title.endswith(end) for end in ends)


def _entries(document: Document, start: int) -> Iterator[str]:
    """The lines after 目录 until they are too long, on another page, or begin anew."""
    page = document.blocks[start].content.place.page  # type: ignore[union-attr]
    seen: set[str] = set()
    for block in document.blocks[start + 1 :]:
        if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
            return
        leads = _LEADERS.search(block.text.rstrip())
        title = squeezed(_LEADERS.sub("", block.text.rstrip()))
        turned = block.content.place.page != page and not leads
        if turned or title.endswith(("。", "；")) or title in seen:
            return
        if not leads and _answers(title, seen):
            return
        if title:
            seen.add(title)
        yield title
