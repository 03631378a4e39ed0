"""PER041: points given for indicators whose actual value was left blank."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.wording import names, plainly, scores_of, skipped

_CODE = "PER041"


@rule("完成值空白却有得分", family="指标", of=SelfEvaluation)
def no_actual_value(form: SelfEvaluation) -> Iterator[Said]:
    """得分要以完成值为依据；完成值一栏空着的指标不能得分。一张表合为一条。"""
    with_column = [i for i in form.indicators if i.actual and i.score and i.score.figure]
    if not with_column:
        yield skipped(_CODE, "表上没有“完成值”或“得分”栏")
        return
    empty = [i for i in with_column if i.actual and i.actual.blank]
    given = [(i, i.score) for i in empty if i.score and i.score.figure and i.score.figure.value > 0]
    if not given:
        return
    points = sum((f.value for f in scores_of(s for _, s in given)), Decimal(0))
    first = given[0][1]
    every = "全部" if len(given) == len(form.indicators) else ""
    yield Finding(
        _CODE,
        first.place,
        first.words,
        f"{len(given)}项完成值空白，得{plainly(points)}分",
        "填写完成值后再计分",
        f"{every}{len(given)}项指标没有填完成值，却共得{plainly(points)}分："
        f"{names([i.name for i, _ in given])}。",
        plainly(points),
        "逐项填写完成值及其出处；没有完成值的指标不给分。",
        related=tuple(s.place for _, s in given[1:]),
    )
