"""PER042: a target missed and full marks all the same."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.quantities import measure
from kaocheng.performance.records import Indicator, SelfEvaluation
from kaocheng.performance.wording import actuals, amount, short, sign, skipped, target_of, unit_of

_CODE = "PER042"
_MORE = ("=", ">=", ">")
_LESS = ("<=", "<")


@rule("没有达到指标值却得满分", family="指标", of=SelfEvaluation)
def missed_with_full_marks(form: SelfEvaluation) -> Iterator[Said]:
    """完成值（文字中同一计量单位的数，取最有利的一个）没有达到指标值的，不能得满分。"""
    judged = [i for i in form.indicators if sign(i) in (*_MORE, *_LESS) and actuals(i)]
    if not judged:
        yield skipped(_CODE, "没有可与指标值相比的完成值")
    for item in judged:
        yield from _judge(item)


def _less_is_better(item: Indicator) -> bool:
    """Whether staying below the target is no fault: money spent, time taken."""
    unit = measure(unit_of(item))[1]
    cost = "成本" in item.level1 + item.level2 or unit.startswith("元")
    return cost or unit in ("年", "月", "个月", "日", "天", "工作日", "个工作日", "小时", "分钟")


def _judge(item: Indicator) -> Iterator[Said]:
    target = target_of(item)
    points = item.weight.figure if item.weight else None
    score = item.score.figure if item.score else None
    if target is None or points is None or score is None or score.value < points.value:
        return
    wanted = amount(target, unit_of(item))[0]
    upward = sign(item) in _MORE
    if upward and (_less_is_better(item) or points.value <= 0):
        return
    figure, reached = (max if upward else min)(actuals(item), key=lambda pair: pair[1])
    missed = reached < wanted if upward else reached > wanted
    if sign(item) in (">", "<"):
        missed = missed or reached == wanted
    if missed:
        unit = unit_of(item)
        yield Finding(
            _CODE,
            figure.place,
            figure.text,
            f"{figure.text}{figure.unit.name or unit}",
            f"{sign(item)}{target.text}{unit}",
            f"“{short(item.name.words)}”指标值{target.text}{unit}，完成{figure.text}，"
            f"没有达到，却得满分{score.text}分。",
            remedy="按完成比例计分，并写明未完成原因。",
            related=(target.place, score.place),
        )
