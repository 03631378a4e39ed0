"""PER083: the score of an indicator against its printed coefficient."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome
from kaocheng.kernel.intervals import exact
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Indicator, SelfEvaluation
from kaocheng.performance.wording import plainly, short, skipped

_CODE = "PER083"


@rule("指标得分不等于得分系数乘权重", family="得分复算", of=SelfEvaluation)
def coefficient_score(form: SelfEvaluation) -> Iterator[Said | Judged]:
    """表上印有得分系数的，指标得分=得分系数×指标权重。"""
    told = [found for item in form.indicators if (found := _told(item))]
    if not told:
        yield skipped(_CODE, "表上没有得分系数、权重、得分三样齐全的指标")
    for item, share, points, score in told:
        due = share.interval * exact(points.value)
        half = score.step / 2
        right = due.low - half <= score.value <= due.high + half
        outcome = Outcome.HOLDS if right else Outcome.FAILS
        yield Judged(_CODE, outcome, "指标得分=得分系数×权重", (share, points, score))
        if not right:
            yield _finding(item, share, points, score)


def _told(item: Indicator) -> tuple[Indicator, Figure, Figure, Figure] | None:
    entries = (item.coefficient, item.weight, item.score)
    share, points, score = (entry.figure if entry else None for entry in entries)
    return (item, share, points, score) if share and points and score else None


def _finding(item: Indicator, share: Figure, points: Figure, score: Figure) -> Finding:
    due = (share.base * points.value).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Finding(
        _CODE,
        score.place,
        score.text,
        score.text,
        plainly(due),
        f"“{short(item.name.words)}”得分系数{share.text}，权重{points.text}分，"
        f"得分应为{plainly(due)}分，写成{score.text}分。",
        plainly(score.value - due),
        "按得分系数重新计分，或改正系数、权重。",
        related=(share.place, points.place),
    )
