"""The table of contents (目录): which paragraphs only announce what stands further on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kaocheng.disclosure.numbering import numbered
from kaocheng.kernel.documents import Paragraph

_NAME = re.compile(r"目\s*录[:：]?\Z")
_LEADER = re.compile(r"(?:[.…·．]{3,}|\t)\s*[-—]?\s*\d{1,3}\s*[-—]?\Z")
_TRAIL = re.compile(r"[.…·．\s]*\d*\Z")
_BLANKS = re.compile(r"\s+")
_LONGEST = 60
_LEFT_OVER = 14


def entry(text: str) -> str:
    """What a line of a table of contents announces, without leaders, page number and blanks."""
    return _BLANKS.sub("", _TRAIL.sub("", text))


def contents(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Indices of the paragraphs that are the table of contents, its own heading included."""
    found = {index for index, p in enumerate(paragraphs) if _LEADER.search(p.text)}
    for index, paragraph in enumerate(paragraphs):
        if _NAME.match(paragraph.text.strip()):
            found.add(index)
            found.update(range(index + 1, _end(paragraphs, index + 1)))
            break
    else:
        found.update(_unnamed(paragraphs))
    return frozenset(found)


def _unnamed(paragraphs: Sequence[Paragraph]) -> range:
    """Contents without the word 目录: parts (第一部分 …) listed at once, one of which comes again."""
    parts = [index for index, p in enumerate(paragraphs) if _is_part(p.text)]
    listed: dict[str, int] = {}
    for index in parts:
        between = paragraphs[parts[0] : index]
        text = entry(paragraphs[index].text)
        if text in listed or not all(_announces(p.text) for p in between):
            break
        listed[text] = index
    again = [i for i in parts[len(listed) :] if entry(paragraphs[i].text) in listed]
    return range(parts[0], max(listed.values()) + 1) if again and len(listed) > 1 else range(0)


def _is_part(text: str) -> bool:
    here = numbered(text)
    return here is not None and here.kind == "part"


def _end(paragraphs: Sequence[Paragraph], start: int) -> int:
    """The first paragraph after the contents: their first entry again, or running text."""
    if start >= len(paragraphs):
        return start
    first = entry(paragraphs[start].text)
    last = {entry(paragraph.text): index for index, paragraph in enumerate(paragraphs)}
    for index in range(start, len(paragraphs)):
        text = paragraphs[index].text
        if index > start and first and entry(text) == first:
            return index
        comes_again = _short(text) and last[entry(text)] > index
        if not comes_again and not _announces(text):
            return _before_body(paragraphs, start, index)
    return len(paragraphs)


def _announces(text: str) -> bool:
    by_form = bool(numbered(text)) or bool(_LEADER.search(text)) or len(text) <= _LEFT_OVER
    return by_form and _short(text)


def _short(text: str) -> bool:
    return len(text) <= _LONGEST and not text.endswith(("。", "；"))


def _before_body(paragraphs: Sequence[Paragraph], start: int, stop: int) -> int:
    """Where the body begins when no entry comes again: after the last entry that is no heading.

    Numbering that falls back to the beginning (第一部分, 一、) marks the first heading of the body.
    """
    first = numbered(paragraphs[start].text)
    for index in range(start + 1, stop):
        here = numbered(paragraphs[index].text)
        if first and here and (first.kind, first.value) == (here.kind, here.value):
            return index
    return stop
