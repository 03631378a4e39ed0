"""PER022: the score for execution against rate times points."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding, Outcome
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.scoring import ratio
from kaocheng.performance.wording import plainly, skipped

_CODE = "PER022"


@rule("预算执行得分不等于执行率乘分值", family="得分复算", of=SelfEvaluation, severity="note")
def execution_score(form: SelfEvaluation) -> Iterator[Said | Judged]:
    """预算执行得分=执行率×分值，超过100%的按满分；表上另有算法的以表为准，故只作提示。"""
    row = form.fund
    rate = row.rate.figure if row and row.rate else None
    points = row.weight.figure if row and row.weight else None
    score = row.score.figure if row and row.score else None
    if rate is None or points is None or score is None:
        yield skipped(_CODE, "表上没有执行率、分值、得分三样齐全的总额行")
        return
    earned = ratio(rate.interval, points.value)
    half = score.step / 2
    if earned.low - half <= score.value <= earned.high + half:
        yield Judged(_CODE, Outcome.HOLDS, "执行得分=执行率×分值", (rate, points, score))
        return
    expected = plainly(earned.middle.quantize(score.step if score.decimals else score.step / 100))
    yield Finding(
        _CODE,
        score.place,
        score.text,
        score.text,
        expected,
        f"执行率{rate.text}，分值{points.text}分，得分应为{expected}分，写成{score.text}分。",
        plainly(score.value - earned.middle),
        "按执行率重新计分，或写明另有的计分办法。",
        related=(rate.place,),
    )
