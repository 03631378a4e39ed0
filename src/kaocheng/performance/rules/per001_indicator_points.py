"""PER001: the points of the indicators against the printed total."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.wording import complete, skipped, terms

_CODE = "PER001"


@rule("各指标分值之和与表上规定的总分不符", family="权重与分值", of=SelfEvaluation)
def indicator_points(form: SelfEvaluation) -> Iterator[Said]:
    """一级指标（没有小计时为各三级指标）的分值之和，应等于表上印的指标总分；加执行率分值应等于合计。"""
    parts = _parts(form)
    total = form.total.figure if form.total else None
    if not parts or (form.points is None and total is None):
        yield skipped(_CODE, "表上没有分值或没有印总分")
        return
    if form.points is not None:
        yield Sum(_CODE, form.points, terms(parts), "指标总分=各指标分值之和")
    if total is not None:
        fund = form.fund.weight.figure if form.fund and form.fund.weight else None
        every = [*parts, fund] if fund else parts
        yield Sum(_CODE, total, terms(every), "分值合计=预算执行率分值+各指标分值之和")


def _parts(form: SelfEvaluation) -> list[Figure]:
    groups = [s for s in form.subtotals if s.level == 1 and s.score is not None]
    return complete([row.weight for row in groups or form.indicators])
