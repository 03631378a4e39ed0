"""PER015: the score of a group against those of its members."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.groups import members
from kaocheng.performance.records import SelfEvaluation, Subtotal
from kaocheng.performance.wording import complete, short, skipped, terms

_CODE = "PER015"


@rule("一级或二级指标的得分不等于下级之和", family="得分复算", of=SelfEvaluation)
def group_scores(form: SelfEvaluation) -> Iterator[Said]:
    """每个小计行的得分，应等于它下面各指标得分之和。得分与分值处处相同而都加不平的小计，只按分值报一次。"""
    if not form.subtotals:
        yield skipped(_CODE, "表上没有小计行")
    for group in form.subtotals:
        below = complete(members(form, group, "score"))
        stated = group.score.figure if group.score else None
        if stated is None or not below:
            continue
        if stated.value == sum(part.value for part in below) or not _same_as_points(form, group):
            name = short(group.name.words)
            yield Sum(_CODE, stated, terms(below), f"“{name}”得分=下级得分之和")


def _same_as_points(form: SelfEvaluation, group: Subtotal) -> bool:
    points = [group.weight, *members(form, group, "weight")]
    given = [group.score, *members(form, group, "score")]
    return [e.figure.value for e in points if e and e.figure] == [
        e.figure.value for e in given if e and e.figure
    ]
