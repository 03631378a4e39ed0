"""PER082: more points for 预算完成 than the year's progress told in the text earns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.kernel.units import PERCENT
from kaocheng.performance.quantities import figure_at
from kaocheng.performance.records import Performance
from kaocheng.performance.ruled import ruled
from kaocheng.performance.scoring import ratio
from kaocheng.performance.standards import method
from kaocheng.performance.wording import find, paragraphs, plainly, skipped

_CODE = "PER082"
_PROGRESS = re.compile(
    r"(?:1[—\-–至到]12月(?:份)?|(?<!\d)12月(?:末|底|份)?|年终|全年)预算执行(?:总体|平均)?进度"
    r"[^。；;\d%]{0,6}?(\d+(?:\.\d+)?)\s?%"
)
_GOAL = re.compile(r"应|目标|要求|不低于|达到")


@rule("预算完成得分高于按全年执行进度算出的分", family="得分复算", of=Performance)
def completion_score(performance: Performance) -> Iterator[Said | Judged]:
    """评分表规定按12月预算执行进度计分、正文写明全年进度的，得分不高于进度乘分值。"""
    known, _ = method("sichuan_2023.completion")
    items = ruled(performance, known)
    told = [
        figure_at(passage, match.start(1), match.end(1), "执行进度", PERCENT)
        for passage, match in find(_PROGRESS, paragraphs(performance))
        if not _GOAL.search(match[0])
    ]
    if not items or not told:
        yield skipped(_CODE, "没有“预算完成”的评分，或正文没有写明全年执行进度")
        return
    for item in items:
        if item.maximum and item.maximum.figure and item.score and item.score.figure:
            yield from _judge(item.maximum.figure, item.score.figure, told)


def _judge(points: Figure, score: Figure, told: list[Figure]) -> Iterator[Finding | Judged]:
    """By the highest progress told: of several groups of projects the text may tell each its own."""
    best = max(told, key=lambda figure: figure.base)
    earned = ratio(best.interval, points.value)
    over = score.value > earned.high
    outcome = Outcome.FAILS if over else Outcome.HOLDS
    yield Judged(_CODE, outcome, "预算完成得分不高于进度乘分值", (score, *told))
    if over:
        expected = earned.high.quantize(Decimal("0.01"))
        yield Finding(
            _CODE,
            score.place,
            score.text,
            score.text,
            plainly(expected),
            f"正文写明全年执行进度{best.text}%，按表上规定最多得{plainly(expected)}分，"
            f"自评{score.text}分。",
            plainly(score.value - expected),
            "按全年实际进度重新计分。",
            related=(best.place,),
        )
