"""Lines put together to paragraphs (成段), across lines and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kaocheng.reading.pdf.shapes import Item, Line

_INDENT = 0.9
_CENTRE = 1.5
_FIRST_LINE = 2.1
"""More than the two characters by which a paragraph's first line is set in."""
_LARGE = 1.18
_COVER = 1.6
_SPACED = 2.2
_WIDE = 0.55
_RAGGED = 6.0
_MARKS = "，。；"
_OPENING = "（〔《“‘【〈「"
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"))
_FINAL = "。！？：；:;!?"
_NUMBERED = re.compile(
    r"第[一二三四五六七八九十百]+(部分|章|节|条)"
    r"|[（(]?[一二三四五六七八九十]{1,3}[）)、.．]"
    r"|[（(]\d{1,2}[）)]|\d{1,2}[、.．](?!\d)|[①-⑳]|附件|附表|注[:：]|说明[:：]"
)
_ENTRY = re.compile(r"(?:[.．…·]\s?){4,}\s*\d{1,3}$")
_APART = re.compile(r"(金额)?单位[:：]|注[:：]|编制(单位|部门)[:：]|公开\d+表|附件\d*$")


@dataclass(frozen=True, slots=True)
class Margins:
    """Left and right edge of the text of a page (版心左右)."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Layout:
    """What paragraphs are judged by (版式): margins by page, and the usual size of the text."""

    margins: dict[int, Margins]
    size: float

    def centred(self, line: Line) -> bool:
        """Whether a line stands in the middle with room on both sides."""
        edges = self.margins[line.page]
        off = (line.box.left + line.box.right) / 2 - (edges.left + edges.right) / 2
        indented = line.box.left > edges.left + _FIRST_LINE * self.size
        return abs(off) < _CENTRE * line.size and indented

    def large(self, line: Line) -> bool:
        """Whether a line is set larger than the usual text."""
        return line.size > _LARGE * self.size


def layout(items: Iterable[Item], widths: dict[int, float]) -> Layout:
    """The layout found in the free lines; `widths` are the widths of the pages in points."""
    lines = [item for item in items if isinstance(item, Line)]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    body = [line for line in lines if line.size <= _LARGE * size]
    return Layout(_margins(body, widths), size)


def _margins(body: Sequence[Line], widths: dict[int, float]) -> dict[int, Margins]:
    """Margins of each page; a page with no long line takes those of pages of its width."""
    own: dict[int, Margins] = {}
    by_page: dict[int, list[Line]] = {}
    for line in body:
        by_page.setdefault(line.page, []).append(line)
    for page, lines in by_page.items():
        if any(line.box.right - line.box.left > _WIDE * widths[page] for line in lines):
            left = _left(lines)
            own[page] = Margins(left, max(line.box.right for line in lines))
    usual: dict[int, list[Margins]] = {}
    for page, margins in own.items():
        usual.setdefault(round(widths[page]), []).append(margins)
    return {page: own.get(page) or _usual(usual, width) for page, width in widths.items()}


def _left(lines: Sequence[Line]) -> float:
    """The left edge; a bracket that opens a line may hang out of it by half its width."""
    upright = [line for line in lines if line.text[0] not in _OPENING] or lines
    return min(line.box.left for line in upright)


def _usual(usual: dict[int, list[Margins]], width: float) -> Margins:
    found = usual.get(round(width))
    if not found:
        return Margins(0.1 * width, 0.9 * width)
    return sorted(found, key=lambda margins: margins.right)[len(found) // 2]


def begins(previous: Sequence[Line], line: Line, view: Layout) -> bool:
    """Whether a line begins a new paragraph after the lines of the one before it."""
    before = previous[-1]
    resized = abs(line.size - before.size) > (_LARGE - 1) * max(line.size, before.size)
    if resized or _ENTRY.search(before.text):
        return True
    if _APART.match(line.text) or (_APART.match(before.text) and _ended(before, line, view)):
        return True
    if view.centred(line) and view.centred(before):
        return not _one_title(before, line, view)
    if _far(previous, line) or (_ended(before, line, view) and not _torn(before, line, view)):
        return True
    final = before.text[-1] in _FINAL
    if _NUMBERED.match(line.text) and (
        final or _indented(line, view) or view.large(line) or _titled(previous)
    ):
        return True
    return _indented(line, view) and (final or not _hanging(previous[0], line))


def _ended(before: Line, line: Line, view: Layout) -> bool:
    """Whether the first piece of the line would still have fitted on the one before."""
    return before.box.right + line.head < view.margins[before.page].right - 0.1 * before.size


def _torn(before: Line, line: Line, view: Layout) -> bool:
    """Whether a nearly full line stops inside a sentence and the next begins at the margin."""
    return (
        before.box.right > view.margins[before.page].right - _RAGGED * before.size
        and not _indented(line, view)
        and not _NUMBERED.match(line.text)
        and before.text[-1] not in _FINAL
        and (any(mark in before.text for mark in _MARKS) or _open(before.text))
    )


def _open(text: str) -> bool:
    """Whether a quotation or a bracket that begins in a text does not end in it."""
    return any(text.count(first) > text.count(last) for first, last in _PAIRS)


def _titled(previous: Sequence[Line]) -> bool:
    """Whether the lines so far read as a heading: numbered, without any mark of a sentence."""
    numbered = bool(_NUMBERED.match(previous[0].text))
    return numbered and not any(mark in line.text for line in previous for mark in _MARKS)


def _indented(line: Line, view: Layout) -> bool:
    return line.box.left > view.margins[line.page].left + _INDENT * line.size


def _hanging(first: Line, line: Line) -> bool:
    """Whether the line stands under the text of a numbered item, right of its number."""
    return bool(_NUMBERED.match(first.text)) and line.box.left > first.box.left + 0.5 * line.size


def _far(previous: Sequence[Line], line: Line) -> bool:
    """Whether a gap clearly larger than before parts the line from the one above on its page."""
    before = previous[-1]
    if before.page != line.page:
        return False
    gap = line.box.top - before.box.bottom
    if len(previous) > 1 and previous[-2].page == line.page:
        usual = before.box.top - previous[-2].box.bottom
        return gap > max(usual, 0) + 0.8 * line.size
    return gap > _SPACED * line.size


def _one_title(before: Line, line: Line, view: Layout) -> bool:
    """Whether two centred lines are one title: a cover, or a title that filled its line."""
    if not _ended(before, line, view):
        return True
    near = line.page == before.page and line.box.top - before.box.bottom < line.size * 1.5
    return near and min(line.size, before.size) > _COVER * view.size
