"""PER007: items that share one weight given more points together than the weight."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Item, Scorecard
from kaocheng.performance.wording import names, plainly, scores_of, skipped

_CODE = "PER007"


@rule("共用一个权重的各项得分之和超过该权重", family="得分复算", of=Scorecard)
def shared_points(card: Scorecard) -> Iterator[Said]:
    """一个权重格合并管几项指标时，这几项得分之和不得超过该权重；只选一个适用范围的，只填一个。"""
    groups = [group for group in _groups(card) if len(group) > 1]
    if not groups:
        yield skipped(_CODE, "评分表没有几项共用一个权重")
    for group in groups:
        yield from _judge(group)


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


def _judge(group: list[Item]) -> Iterator[Said]:
    given = scores_of([i.score for i in group])
    weight = group[0].maximum if group else None
    if weight is None or weight.figure is None or not given:
        return
    total = sum((figure.value for figure in given), Decimal(0))
    most = weight.figure.value
    if total <= most or not most:  # 0.00 is an amount of another table, not a weight
        return
    scopes = list(dict.fromkeys(i.scope for i in group if i.scope))
    chosen = f"，其中{len(scopes)}个适用范围都填了分，应只填适用的一个" if len(scopes) > 1 else ""
    yield Finding(
        _CODE,
        weight.place,
        weight.words,
        plainly(total),
        f"不超过{plainly(most)}",
        f"{names([i.name for i in group])}共用权重{weight.words}，得分之和却是{plainly(total)}分"
        f"{chosen}。",
        plainly(total - most),
        "只保留适用范围内的指标，并使得分之和不超过权重。",
    )
