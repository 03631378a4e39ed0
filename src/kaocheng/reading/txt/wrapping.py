"""Lines broken at a fixed width (定宽折行): which lines only go on with the paragraph before them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from kaocheng.kernel.documents import Passage, Stretch
from kaocheng.kernel.places import Place
from kaocheng.reading.txt.lines import Line

_NARROWEST = 20  # characters; a shorter line says nothing of a width
_FEWEST = 8
_SHARE = 0.6  # so many of the lines that end at the width end within a sentence
_BEGINS = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、．]|\d{1,2}\.(?!\d)"
    r"|第[一二三四五六七八九十\d]+[部章节条]|附[件表录]|注[:：]|[①-⑳]"
)
_LABEL = re.compile(
    r"[（(]?(?:编制|填报|金额|计量|预算|主管)?(?:单位|部门)(?:名称)?[:：]|公开\d+表"
)
_ENDS = "。；;!！?？:："


def _columns(text: str) -> int:
    """How many half-width columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


# a text is broken by counting characters, or by columns, where a wide one may not fit any more
_MEASURES: tuple[tuple[Callable[[str], int], int, int], ...] = (
    (len, 0, _NARROWEST),
    (_columns, 3, 2 * _NARROWEST),
)


def full(all_lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that end where running text was broken at a fixed width.

    A text is broken where many lines end at one width, none goes beyond it, and what stands there
    is mostly not the end of a sentence.
    """
    told = [line for line in all_lines if line.bare and "\t" not in line.text]
    for measure, slack, narrowest in _MEASURES:
        sizes = {line.number: measure(line.text.rstrip(" \u3000")) for line in told}
        most = max(sizes.values(), default=0)
        there = [
            line for line in told if max(sizes[line.number], measure(line.text)) >= most - slack
        ]
        within = sum(line.bare[-1] not in _ENDS for line in there)
        if most >= narrowest and len(there) >= _FEWEST and within >= _SHARE * len(there):
            return frozenset(line.number for line in there)
    return frozenset()


def goes_on(all_lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that go on with the paragraph of the line of text before them."""
    there = full(all_lines)
    return frozenset(
        after.number
        for before, after in pairwise(all_lines)
        if before.number in there and _one(before, after)
    )


def _one(before: Line, after: Line) -> bool:
    """Whether a line goes on with the one that reaches to the width before it."""
    plain = not any("\t" in line.text or line.is_ruler for line in (before, after))
    if not plain or not before.bare or not after.bare or after.picture is not None:
        return False
    indented = after.text[:1] in " \u3000" and before.text[:1] not in " \u3000"
    ended = before.bare[-1] in _ENDS
    if _LABEL.match(after.bare):
        return False
    return not (indented and ended) and not (ended and _BEGINS.match(after.bare))


def joined(lines: Sequence[Line], place: Place) -> Passage:
    """The lines of one paragraph as one text, each character with the line it stands on."""
    texts = [line.bare for line in lines]
    starts = accumulate(map(len, texts[:-1]), initial=0)
    stretches = tuple(
        Stretch(start, replace(place, line=line.number))
        for start, line in zip(starts, lines, strict=True)
    )
    return Passage("".join(texts), stretches)
