"""PER007: items that share one weight given more points together than the weight."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Item, Performance, Scorecard
from kaocheng.performance.wording import distinct, names, plainly, skipped

_CODE = "PER007"


@rule("共用一个权重的各项得分之和超过该权重", family="scores", of=Performance)
def shared_points(performance: Performance) -> Iterator[Said]:
    """一个权重格合并管几项指标时，这几项得分之和不得超过该权重；只选一个适用范围的，只填一个。"""
    if not any(i.shared and i.maximum is None for c in performance.scorecards for i in c.items):
        yield skipped(_CODE, "没有几项共用一个权重的评分表")
    for copies in distinct(performance.scorecards):
        for group in _groups(copies[0]):
            yield from _judge(group, copies)


def _groups(card: Scorecard) -> Iterator[list[Item]]:
    group: list[Item] = []
    for item in card.items:
        if item.maximum is not None and item.maximum.figure and not (group and _same(group, item)):
            yield group
            group = [item]
        elif group:
            group.append(item)
    yield group


def _same(group: list[Item], item: Item) -> bool:
    first = group[0].maximum
    return first is not None and item.maximum is not None and first.cell is item.maximum.cell


def _judge(group: list[Item], copies: list[Scorecard]) -> Iterator[Said]:
    given = [i.score for i in group if i.score and i.score.figure]
    weight = group[0].maximum if group else None
    if len(group) < 2 or weight is None or weight.figure is None or not given:
        return
    total = sum((s.figure.value for s in given if s.figure), Decimal(0))
    most = weight.figure.value
    if total <= most:
        return
    scopes = list(dict.fromkeys(i.scope for i in group if i.scope))
    chosen = f"，其中{len(scopes)}个适用范围都填了分，应只填适用的一个" if len(scopes) > 1 else ""
    again = f"（另有{len(copies) - 1}张相同的表）" if len(copies) > 1 else ""
    yield Finding(
        _CODE,
        weight.place,
        weight.words,
        plainly(total),
        f"不超过{plainly(most)}",
        f"{names([i.name for i in group])}共用权重{weight.words}，得分之和却是{plainly(total)}分"
        f"{chosen}{again}。",
        plainly(total - most),
        "只保留适用范围内的指标，并使得分之和不超过权重。",
        related=tuple(c.place for c in copies[1:]),
    )
