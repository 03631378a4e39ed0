"""PER002: the points of a group against those of its members."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.groups import members
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.wording import complete, short, skipped, terms

_CODE = "PER002"


@rule("一级或二级指标的分值不等于下级之和", family="权重与分值", of=SelfEvaluation)
def group_points(form: SelfEvaluation) -> Iterator[Said]:
    """每个小计行的分值，应等于它下面各指标分值之和。"""
    if not form.subtotals:
        yield skipped(_CODE, "表上没有小计行")
    for group in form.subtotals:
        below = complete(members(form, group, "weight"))
        if group.weight and group.weight.figure and below:
            name = short(group.name.words)
            yield Sum(_CODE, group.weight.figure, terms(below), f"“{name}”分值=下级分值之和")
