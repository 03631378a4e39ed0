"""PER003: one indicator above or below the points the form allows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.numerals import plain
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Entry, SelfEvaluation
from kaocheng.performance.wording import names, plainly, skipped

_CODE = "PER003"
_LIMIT = re.compile(
    r"每项指标不得(?:大于|超过|高于)(\d+)分[,，、]?(?:且?(?:不得)?(?:小于|低于|少于)(\d+)分)?"
)


@rule("单项指标的分值超出表上限定", family="权重与分值", of=SelfEvaluation)
def single_indicator_limit(form: SelfEvaluation) -> Iterator[Said]:
    """表上印有“每项指标不得大于几分小于几分”时，各三级指标的分值应在其间。"""
    match = next((m for r in form.rules if (m := _LIMIT.search(plain(r.text)))), None)
    if match is None:
        yield skipped(_CODE, "表上没有印单项指标的分值限定")
        return
    most, least = Decimal(match[1]), Decimal(match[2] or 0)
    outside: list[tuple[Entry, Entry]] = []
    for item in form.indicators:
        figure = item.weight.figure if item.weight else None
        if item.weight and figure and not least <= figure.value <= most:
            outside.append((item.name, item.weight))
    if outside:
        first = outside[0][1]
        allowed = f"{plainly(least)}至{plainly(most)}分"
        yield Finding(
            _CODE,
            first.place,
            first.words,
            "、".join(f"{w.words}分" for _, w in outside),
            allowed,
            f"{names([n for n, _ in outside])}的分值不在表上限定的{allowed}之内。",
            remedy="按表上的限定重新分配分值。",
            related=tuple(w.place for _, w in outside[1:]),
        )
