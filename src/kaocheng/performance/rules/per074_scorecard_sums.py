"""PER074: the row 合计 of a scorecard against its items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Item, Scorecard
from kaocheng.performance.wording import complete, scores_of, skipped, terms

_CODE = "PER074"
_BY_OTHERS = re.compile(r"自评时?不[填计评]|由[^，。；]{2,12}(?:填写|评定|计分)")


@rule("评分表的合计不等于各项之和", family="得分复算", of=Scorecard)
def scorecard_sums(card: Scorecard) -> Iterator[Said]:
    """评分表合计行的分值、得分，应等于各项分值之和、得分之和；写明自评时不填而空着的一项，两边都不计。"""
    counted = [item for item in card.items if not _left_open(item)]
    points = complete([item.maximum for item in counted])
    scores = scores_of([item.score for item in counted])
    most = card.most.figure if card.most else None
    total = card.total.figure if card.total else None
    if not (most and points) and not (total and scores):
        yield skipped(_CODE, "评分表没有合计行，或有的项目没有印分值")
    if most and points:
        yield Sum(_CODE, most, terms(points), "分值合计=各项分值之和")
    if total and scores:
        yield Sum(_CODE, total, terms(scores), "得分合计=各项得分之和")


def _left_open(item: Item) -> bool:
    """Whether the score is blank because the card itself says that others fill it in."""
    blank = item.score is None or item.score.blank
    return blank and item.rule is not None and bool(_BY_OTHERS.search(item.rule.words))
