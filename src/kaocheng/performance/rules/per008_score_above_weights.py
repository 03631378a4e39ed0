"""PER008: a self-score above all the weights of its scorecard together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.documents import Grid, Paragraph
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding
from kaocheng.kernel.numerals import plain
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.entries import POINTS
from kaocheng.performance.quantities import figure_at
from kaocheng.performance.records import Performance, Scorecard
from kaocheng.performance.wording import plainly, skipped

_CODE = "PER008"
_NEAR = 3
_SCORE = re.compile(r"自评(?:综合)?得分为?\s*(\d+(?:\.\d+)?)\s*分")


@rule("自评得分超过评分表权重合计", family="得分复算", of=Performance)
def score_above_weights(performance: Performance) -> Iterator[Said]:
    """评分表前一段写的自评得分，不能超过该表所印各项权重（分值）之和。"""
    judged = False
    for card in performance.scorecards:
        stated, most = _stated(performance, card), _most(card)
        if stated is None or most == 0:
            continue
        judged = True
        if stated.value > most:
            yield Finding(
                _CODE,
                stated.place,
                stated.text,
                stated.text,
                f"不超过{plainly(most)}",
                f"下面的评分表所印权重合计只有{plainly(most)}分，自评得分却是{stated.text}分。",
                plainly(stated.value - most),
                "补齐其余指标（如个性指标）及其得分，或改正自评得分。",
                related=(card.place,),
            )
    if not judged:
        yield skipped(_CODE, "评分表前没有写自评得分")


def _most(card: Scorecard) -> Decimal:
    seen: dict[int, Decimal] = {}
    for item in card.items:
        if item.maximum and item.maximum.figure:
            seen[id(item.maximum.cell)] = item.maximum.figure.value
    return sum(seen.values(), Decimal(0))


def _stated(performance: Performance, card: Scorecard) -> Figure | None:
    before: list[Paragraph] = []
    for block in performance.document.blocks:
        if isinstance(block, Grid) and block is card.grid:
            break
        if isinstance(block, Paragraph) and block.text.strip():
            before = [*before[-_NEAR + 1 :], block]
    for paragraph in reversed(before):
        if match := _SCORE.search(plain(paragraph.text)):
            start, end = match.span(1)
            return figure_at(paragraph.content, start, end, "自评得分", POINTS)
    return None
