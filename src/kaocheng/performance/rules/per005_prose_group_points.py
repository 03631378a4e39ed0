"""PER005: the maximum printed in a heading of a report against the headings below it."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import ProseScorecard
from kaocheng.performance.wording import short, skipped, terms

_CODE = "PER005"


@rule("报告标题所印满分与下级满分之和不符", family="权重与分值", of=ProseScorecard)
def prose_group_points(card: ProseScorecard) -> Iterator[Said]:
    """“1、预算配置（20分）”之类标题中的分值，应等于下一级各标题所印分值之和。"""
    judged = False
    for parent in card.scores:
        children = list(card.children(parent))
        below = [c.maximum for c in children if c.maximum]
        if parent.maximum and below and len(below) == len(children):
            judged = True
            says = f"“{short(parent.title)}”满分=下级满分之和"
            yield Sum(_CODE, parent.maximum, terms(below), says)
    if not judged:
        yield skipped(_CODE, "没有上下两级都印满分的标题")
