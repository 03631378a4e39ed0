"""PER053: the same words given as the result of different indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Entry, Indicator, SelfEvaluation
from kaocheng.performance.wording import names, short, skipped

_CODE = "PER053"
_LEAST = 12


@rule("不同指标的完成情况是同一段话", family="指标", of=SelfEvaluation, severity="note")
def evidence_repeated(form: SelfEvaluation) -> Iterator[Said]:
    """效益、满意度指标的完成情况照抄数量指标的，没有说明效益或满意度。一张表合为一条。"""
    told: dict[str, list[tuple[Indicator, Entry]]] = {}
    for item in form.indicators:
        if item.actual and len(key := re.sub(r"\W", "", item.actual.words)) >= _LEAST:
            told.setdefault(key, []).append((item, item.actual))
    if not told:
        yield skipped(_CODE, "完成情况没有成段的文字")
    for group in told.values():
        if len({i.level2 for i, _ in group}) < 2:
            continue
        last = group[-1][1]
        yield Finding(
            _CODE,
            last.place,
            last.words,
            short(last.words, 40),
            "各指标各自的完成情况",
            f"{names([i.name for i, _ in group])}属于不同的二级指标，完成情况却是同一段话。",
            remedy="按各指标要说明的事分别填写。",
            related=tuple(entry.place for _, entry in group[:-1]),
        )
