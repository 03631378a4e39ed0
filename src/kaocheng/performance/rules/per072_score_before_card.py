"""PER072: the self-score a report ends with against the scorecard that follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.documents import Grid, Paragraph
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.numerals import plain
from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.entries import POINTS
from kaocheng.performance.quantities import figure_at
from kaocheng.performance.records import Performance
from kaocheng.performance.wording import complete, skipped, terms

_CODE = "PER072"
_SCORE = re.compile(
    r"(?:自评|评价|综合|最终)(?:综合)?(?:得分|评分|分)[为是:：]?\s*(\d+(?:\.\d+)?)\s*分"
)
_TITLE = 40  # characters; between the score and its card stands a title or two, no more
_TITLES = 2


@rule("报告所写得分与随后的评分表不符", family="得分复算", of=Performance)
def score_before_card(performance: Performance) -> Iterator[Said]:
    """报告以“自评得分…分”结束、随后就是评分表的，这个分数应等于评分表各项得分之和。"""
    cards = {id(card.grid): card for card in performance.scorecards}
    judged = False
    for told, grid in _told(performance):
        scores = complete([item.score for item in cards[grid].items]) if grid in cards else []
        if scores:
            judged = True
            yield Sum(_CODE, told, terms(scores), "报告所写得分=评分表各项得分之和")
    if not judged:
        yield skipped(_CODE, "没有紧跟着评分表的自评得分")


def _told(performance: Performance) -> Iterator[tuple[Figure, int]]:
    """Each score told, and the grid that comes next with no more than titles between."""
    told: Figure | None = None
    titles = 0
    for block in performance.document.blocks:
        if isinstance(block, Grid):
            if told is not None:
                yield told, id(block)
            told = None
        elif isinstance(block, Paragraph) and block.text.strip():
            found = list(_SCORE.finditer(plain(block.text)))
            titles = 0 if found else titles + 1
            if len(found) == 1:
                told = figure_at(block.content, found[0].start(1), found[0].end(1), "得分", POINTS)
            elif found or titles > _TITLES or len(block.text.strip()) > _TITLE:
                told = None
