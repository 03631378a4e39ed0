"""PER063: the same scorecard, scores and all, for different projects."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Performance
from kaocheng.performance.wording import distinct, short, skipped

_CODE = "PER063"


@rule("不同项目的评分表逐项相同", family="指标", of=Performance, severity="note")
def copied_scorecards(performance: Performance) -> Iterator[Said]:
    """几个项目的评分表各项得分一字不差的，多半是复制，没有逐个项目评分。一份文件只提示一次。"""
    if len(performance.scorecards) < 2:
        yield skipped(_CODE, "没有两张以上的评分表")
    for copies in distinct(performance.scorecards):
        if len(copies) > 1:
            first = copies[1].items[0].name
            yield Finding(
                _CODE,
                first.place,
                first.words,
                f"{len(copies)}张相同的评分表",
                "逐个项目评分",
                f"“{short(copies[0].title)}”有{len(copies)}张，各项得分完全相同。",
                remedy="按各项目的实际情况分别评分。",
                related=tuple(c.place for c in copies if c is not copies[1]),
            )
