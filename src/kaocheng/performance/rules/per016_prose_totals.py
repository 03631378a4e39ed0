"""PER016: the part totals and the total of a report against the scores in it."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import ProseScore, ProseScorecard
from kaocheng.performance.wording import skipped, terms

_CODE = "PER016"


@rule("报告所写得分合计与各项得分之和不符", family="scores", of=ProseScorecard)
def prose_totals(card: ProseScorecard) -> Iterator[Said]:
    """“过程绩效为几分”应等于该部分各项“得几分”之和；综合得分应等于各部分之和。"""
    if card.total is None:
        yield skipped(_CODE, "报告没有写综合得分")
        return
    if card.parts:
        yield Sum(_CODE, card.total, terms([f for _, f in card.parts]), "综合得分=各部分得分之和")
    for name, figure in card.parts:
        awards = _awards(card, name)
        if awards:
            yield Sum(_CODE, figure, terms(awards), f"“{name}”得分=各项得分之和")
        else:
            yield skipped(_CODE, f"“{name}”有的项目没有写得分，合计无从核对")


def _awards(card: ProseScorecard, name: str) -> list[Figure]:
    inside = [s for s in card.scores if name in s.path]
    leaves = [s for s in inside if not _has_below(card, s)]
    awards = [s.awarded for s in leaves if s.awarded]
    return awards if len(awards) == len(leaves) else []


def _has_below(card: ProseScorecard, score: ProseScore) -> bool:
    return any(True for _ in card.children(score))
