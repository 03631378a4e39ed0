"""PER014: the total score of a form against the scores of its rows."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.wording import complete, full_marks_everywhere, skipped, terms

_CODE = "PER014"


@rule("总得分不等于各项得分之和", family="得分复算", of=SelfEvaluation)
def total_score(form: SelfEvaluation) -> Iterator[Said]:
    """总得分应等于预算执行得分与各指标得分之和。得分与分值处处相同而都加不平的，只按分值报一次。"""
    stated = form.total_score.figure if form.total_score else None
    parts = _parts(form)
    if stated is None or not parts:
        yield skipped(_CODE, "表上没有总得分或没有各项得分")
        return
    total = form.total.figure if form.total else None
    fund = form.fund.score.figure if form.fund and form.fund.score else None
    every = [*parts, fund] if fund else parts
    copied = full_marks_everywhere(form) and total is not None and total.value == stated.value
    if copied and stated.value != sum(part.value for part in every):
        yield skipped(_CODE, "各项都得满分，已按分值核对总分")
        return
    points = form.fund.weight.figure if form.fund and form.fund.weight else None
    if points is not None and fund is None:
        yield from _without_execution(stated, parts, points)
        return
    yield Sum(_CODE, stated, terms(every), "总得分=预算执行得分+各指标得分之和")


def _without_execution(stated: Figure, parts: list[Figure], points: Figure) -> Iterator[Sum]:
    """Execution has points, but its score stands nowhere: it lies between nothing and the points."""
    yield Sum(_CODE, stated, terms(parts), "总得分不少于各指标得分之和", "≥")
    says = "总得分不多于各指标得分之和加预算执行的分值"
    yield Sum(_CODE, stated, terms([*parts, points]), says, "≤")


def _parts(form: SelfEvaluation) -> list[Figure]:
    groups = [s for s in form.subtotals if s.level == 1 and s.score is not None]
    return complete([row.score for row in groups or form.indicators])
