"""PER064: a method named that is not the one the rule describes."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Item, Performance
from kaocheng.performance.wording import distinct, short, skipped

_CODE = "PER064"


@rule("评分方法与计分公式不一致", family="前后一致", of=Performance, severity="note")
def method_and_rule(performance: Performance) -> Iterator[Said]:
    """方法写“比率分值法”而公式是“发现一项扣几分”的，方法归类错了。"""
    cards = [c[0] for c in distinct(performance.scorecards)]
    if not any(i.method for c in cards for i in c.items):
        yield skipped(_CODE, "评分表没有评分方法一栏")
    for item in (i for c in cards for i in c.items):
        if item.method and item.rule and _differs(item):
            yield Finding(
                _CODE,
                item.method.place,
                item.method.words,
                item.method.words,
                "缺（错）项扣分法",
                f"“{short(item.name.words)}”的方法写“{item.method.words}”，公式却是扣分"
                f"（{short(item.rule.words)}）。",
                remedy="改正方法名称或公式。",
                related=(item.rule.place,),
            )


def _differs(item: Item) -> bool:
    deducts = item.rule is not None and "扣" in item.rule.text
    return bool(item.method and "比率" in item.method.text and deducts)
