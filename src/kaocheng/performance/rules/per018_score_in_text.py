"""PER018: the self-score told in the text against the form or scorecard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.entries import POINTS
from kaocheng.performance.quantities import figure_at
from kaocheng.performance.records import Performance, SelfEvaluation
from kaocheng.performance.wording import find, paragraphs, scores_of, skipped, terms

_CODE = "PER018"
_SCORE = re.compile(r"([^。；;，,]{4,60}?)(?:绩效)?自评(?:综合)?(?:得分|分)为?(\d+(?:\.\d+)?)\s*分")
_YEAR = re.compile(r"^(?:[0-9A-Za-z]+\s*[-—－]\s*)?(?:(?:19|20)\d\d年度?)?")


@rule("正文所写自评得分与评分表不符", family="得分复算", of=Performance)
def score_in_text(performance: Performance) -> Iterator[Said]:
    """正文写“某某项目绩效自评得分为几分”的，应与该项目自评表的总得分相同；整体的应与评分表各项得分之和或整体自评表的得分相同。"""
    judged = False
    for passage, match in find(_SCORE, paragraphs(performance)):
        stated = figure_at(passage, match.start(2), match.end(2), "自评得分", POINTS)
        parts = _scores(performance, match[1])
        if parts:
            judged = True
            same = len(parts) == 1
            yield Sum(_CODE, stated, terms(parts), "正文自评得分=评分表得分", same=same)
    if not judged:
        yield skipped(_CODE, "正文没有能与评分表对上的自评得分")


def _scores(performance: Performance, clause: str) -> list[Figure]:
    """What the score told in a clause must add up from; nothing where two could be meant."""
    if "整体" not in clause:
        named = [f for f in performance.forms if (n := _YEAR.sub("", f.project)) and n in clause]
        return _only_score(named)
    cards = [c for c in performance.scorecards if "整体" in c.title]
    if not cards:
        return _only_score([form for form in performance.forms if form.whole])
    return scores_of([i.score for i in cards[0].items]) if len(cards) == 1 else []


def _only_score(forms: Sequence[SelfEvaluation]) -> list[Figure]:
    found = [form.total_score.figure for form in forms if form.total_score]
    scores = [figure for figure in found if figure is not None]
    return scores if len(scores) == 1 else []
