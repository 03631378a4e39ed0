"""PER081: more points for the progress of spending than the progress told in the text earns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome
from kaocheng.kernel.intervals import Interval
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.kernel.units import PERCENT
from kaocheng.performance.quantities import figure_at
from kaocheng.performance.records import Performance
from kaocheng.performance.ruled import ruled
from kaocheng.performance.scoring import checkpoints
from kaocheng.performance.standards import method
from kaocheng.performance.wording import find, paragraphs, plainly, skipped

_CODE = "PER081"
_SHARE = r"(\d+(?:\.\d+)?)%"
_AND = r"[、，,和]"
_GOAL = re.compile(r"应|目标|要求|不低于|分别得")


@rule("执行进度得分高于按各月进度算出的分", family="得分复算", of=Performance)
def progress_score(performance: Performance) -> Iterator[Said | Judged]:
    """评分表规定按几个月份的执行进度计分、正文写明各月进度的，按表上的目标进度重算。"""
    known, how = method("sichuan_2023.progress")
    items = ruled(performance, known)
    reached = _reached(performance, how["months"])
    if not items or reached is None:
        yield skipped(_CODE, "没有“执行进度”的评分，或正文没有写明各月进度")
        return
    goals, points = (tuple(Decimal(one) for one in how[key]) for key in ("goals", "points"))
    earned = checkpoints(tuple(figure.interval for figure in reached), goals, points)
    for item in items:
        if item.score and item.score.figure:
            yield from _judge(item.score.figure, earned, reached)


def _reached(performance: Performance, months: Sequence[int]) -> tuple[Figure, ...] | None:
    """The progress of each month, told one by one or all together; None where one is missing."""
    single = [_single(performance, month) for month in months]
    if all(single):
        return tuple(figure for figure in single if figure)
    named = _AND.join(str(month) for month in months)
    shares = _AND.join(_SHARE for _ in months)
    pattern = re.compile(rf"(?<!\d){named}月[^。；;%]{{0,20}}?进度[^。；;\d%]{{0,10}}{shares}")
    for passage, match in find(pattern, paragraphs(performance)):
        if not _GOAL.search(match[0]):
            spans = [match.span(number) for number in range(1, len(months) + 1)]
            return tuple(figure_at(passage, *span, "执行进度", PERCENT) for span in spans)
    return None


def _single(performance: Performance, month: int) -> Figure | None:
    pattern = re.compile(
        rf"(?<![\d、]){month}月(?:末|底|份)?[^。；;\d%]{{0,16}}?进度[^。；;\d%]{{0,8}}{_SHARE}"
    )
    for passage, match in find(pattern, paragraphs(performance)):
        if not _GOAL.search(match[0]):
            return figure_at(passage, match.start(1), match.end(1), "执行进度", PERCENT)
    return None


def _judge(
    score: Figure, earned: Interval, reached: tuple[Figure, ...]
) -> Iterator[Finding | Judged]:
    over = score.value > earned.high
    outcome = Outcome.FAILS if over else Outcome.HOLDS
    yield Judged(_CODE, outcome, "执行进度得分不高于按各月进度算出的分", (score, *reached))
    if over:
        expected = plainly(earned.high.quantize(Decimal("0.01")))
        told = "、".join(f"{figure.text}%" for figure in reached)
        yield Finding(
            _CODE,
            score.place,
            score.text,
            score.text,
            expected,
            f"正文写明各月执行进度为{told}，按表上的目标进度折算最多得{expected}分，"
            f"自评{score.text}分。",
            plainly(score.value - Decimal(expected)),
            "按各月实际进度重新计分。",
            related=tuple(figure.place for figure in reached),
        )
