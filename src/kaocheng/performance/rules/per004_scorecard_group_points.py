"""PER004: the maximum printed in a heading of a scorecard against its items."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Heading, Scorecard
from kaocheng.performance.wording import complete, short, skipped, terms

_CODE = "PER004"


@rule("评分表标题所印满分与各项分值之和不符", family="权重与分值", of=Scorecard)
def scorecard_group_points(card: Scorecard) -> Iterator[Said]:
    """“部门预算管理（80分）”之类标题中的分值，应等于下面各项指标分值之和。"""
    printed = [h for h in card.headings if h.maximum]
    if not printed:
        yield skipped(_CODE, "评分表的标题没有印满分")
    for heading in printed:
        below = _below(card, heading)
        if heading.maximum and below:
            says = f"“{short(heading.name.words)}”满分=下面各项分值之和"
            yield Sum(_CODE, heading.maximum, terms(below), says)


def _below(card: Scorecard, heading: Heading) -> list[Figure]:
    title = heading.name.words
    position = heading.level - 1
    groups = [h for h in card.headings if h.level == heading.level and h.name.words == title]
    if len(groups) != 1:
        return []
    anchor = groups[0].name.cell
    ends = [h.name.cell.row for h in card.headings if h.level <= heading.level]
    after = min((row for row in ends if row > anchor.row), default=card.grid.height)
    inside = [i for i in card.items if anchor.row <= i.name.cell.row < after and position >= 0]
    return complete([i.maximum for i in inside])
