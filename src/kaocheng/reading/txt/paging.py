"""Page numbers and running heads that a conversion left among the lines (页码、页眉)."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Sequence
from itertools import pairwise

from kaocheng.reading.txt.lines import Line

_FEWEST = 3
_LEAST_APART = 20
_COUNT = re.compile(r"[1-9]\d{0,2}")
_TRIED = 40
_FIRST = ("1", "2", "3", "4", "5")
_LONGEST = 60


def without_marks(all_lines: Sequence[Line]) -> tuple[list[Line], deque[Line]]:
    """The lines without page numbers and running heads, and these; of the blanks around, one goes."""
    aside = _marks(all_lines)
    text: list[Line] = []
    marks: deque[Line] = deque()
    passed = False
    for line in all_lines:
        if line.number in aside:
            marks.append(line)
            passed = passed or not text or text[-1].blank
            continue
        if not (passed and line.blank):
            text.append(line)
        passed = False
    return text, marks


def _marks(all_lines: Sequence[Line]) -> frozenset[int]:
    shown = [line for line in all_lines if not line.blank]
    numbers = {line.number for line in shown if line.is_mark} | _counted(shown)
    beside = [
        one
        for pair in pairwise(shown)
        for one, other in (pair, pair[::-1])
        if other.number in numbers and one.number not in numbers
    ]
    often = Counter(line.bare for line in beside if _is_head(line))
    least = max(2, min(_FEWEST, len(numbers)))
    heads = {line.number for line in beside if often[line.bare] >= least and _is_head(line)}
    return frozenset(numbers | heads)


def _is_head(line: Line) -> bool:
    return "\t" not in line.text and len(line.bare) <= _LONGEST and not line.bare.endswith("。")


def _counted(shown: Sequence[Line]) -> set[int]:
    """Lines of a mere number that count the pages: one up each time, far from each other."""
    bare = [line for line in shown if "\t" not in line.text and _COUNT.fullmatch(line.bare)]
    chains = [_chain(bare[at:]) for at in _starts(bare)]
    longest = max(chains, key=len, default=[])
    return {line.number for line in longest} if len(longest) >= _FEWEST else set()


def _starts(bare: Sequence[Line]) -> list[int]:
    """Where the first page number may stand; a cover may have none."""
    return [at for at, line in enumerate(bare) if line.bare in _FIRST][:_TRIED]


def _chain(bare: Sequence[Line]) -> list[Line]:
    chain = [bare[0]]
    for line in bare[1:]:
        apart = line.number - chain[-1].number >= _LEAST_APART
        if apart and int(line.bare) == int(chain[-1].bare) + 1:
            chain.append(line)
    return chain
