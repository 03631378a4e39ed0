"""PER073: a score that the printed method cannot give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.numerals import plain, read_number
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule
from kaocheng.performance.records import Item, Scorecard
from kaocheng.performance.rows import filled
from kaocheng.performance.wording import plainly, short, skipped

_CODE = "PER073"
_EACH = re.compile(r"(?:每|一)[处项个次][^，。；\d]{0,6}扣(\d+(?:\.\d+)?)分")
_FEWEST = 3
_ONE = Decimal(1)


@rule("得分不是所印评分方法给得出的分", family="得分复算", of=Scorecard, severity="note")
def score_off_scale(card: Scorecard) -> Iterator[Finding | Judged | Unjudged]:
    """是否评分法只有零分和满分；分级评分法是分值乘表头所印的一级；每处扣几分的，是分值减它的倍数。"""
    levels = _levels(card)
    judged = False
    for item in card.items:
        points = item.maximum.figure if item.maximum else None
        score = item.score.figure if item.score else None
        possible = _possible(item, points.value, levels) if points and score else ()
        if points and score and possible:
            judged = True
            right = score.value in possible
            outcome = Outcome.HOLDS if right else Outcome.FAILS
            yield Judged(_CODE, outcome, "得分在评分方法的各档上", (score, points))
            if not right:
                yield _finding(item, score, points, possible)
    if not judged:
        yield skipped(_CODE, "评分表没有印出分级、是否或逐处扣分的评分方法")


def _levels(card: Scorecard) -> tuple[Decimal, ...]:
    """The levels printed above a scorecard, from 0 up to 1."""
    for row in card.grid.rows:
        found = [number.value for c in filled(row) if (number := read_number(c.text))]
        rising = all(low < high for low, high in pairwise(found))
        if len(found) >= _FEWEST and rising and found[0] == 0 and found[-1] == _ONE:
            return tuple(found)
    return ()


def _possible(item: Item, points: Decimal, levels: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """The scores the method can give for so many points; nothing where it is not known."""
    method = item.method.words if item.method else ""
    each = _EACH.search(plain(item.rule.words)) if item.rule else None
    if item.shared:
        return ()
    if "是否" in method:
        return (Decimal(0), points)
    if "分级" in method:
        return tuple(points * level for level in levels)
    if each and Decimal(each[1]):
        step = Decimal(each[1])
        times = range(int(points / step) + 1)
        return (Decimal(0), *(points - step * number for number in times))
    return ()


def _finding(item: Item, score: Figure, points: Figure, possible: tuple[Decimal, ...]) -> Finding:
    nearest = min(possible, key=lambda value: (abs(value - score.value), -value))
    method = short(item.method.words) if item.method else "计分标准"
    return Finding(
        _CODE,
        score.place,
        score.text,
        score.text,
        plainly(nearest),
        f"“{short(item.name.words)}”分值{points.text}分，按“{method}”得不出{score.text}分。",
        plainly(score.value - nearest),
        "按所印的评分方法重新计分，或写明实际用的方法。",
        related=(points.place,),
    )
