"""PER042: a target missed and full marks all the same."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.deadlines import span
from kaocheng.performance.directions import low_is_no_fault
from kaocheng.performance.records import Entry, Indicator, SelfEvaluation
from kaocheng.performance.wording import actuals, amount, short, sign, skipped, target_of, unit_of

_CODE = "PER042"
_MORE = ("=", ">=", ">")
_LESS = ("<=", "<")
_SHOWN = {">=": "≥", "<=": "≤"}


@rule("没有达到指标值却得满分", family="指标", of=SelfEvaluation)
def missed_with_full_marks(form: SelfEvaluation) -> Iterator[Said]:
    """完成值（文字中同一计量单位的数，取最有利的一个）没有达到指标值的，不能得满分；过了时限才完成的也是。"""
    judged = [i for i in form.indicators if sign(i) in (*_MORE, *_LESS) and actuals(i)]
    limits = [pair for i in form.indicators if (pair := _dates(i))]
    if not judged and not limits:
        yield skipped(_CODE, "没有可与指标值相比的完成值")
    for item in judged:
        yield from _judge(item)
    for item, target, actual in limits:
        yield from _late(item, target, actual)


def _dates(item: Indicator) -> tuple[Indicator, Entry, Entry] | None:
    """The indicator where a time limit and the time of completion are one date each."""
    target, actual = item.target, item.actual
    if target is None or actual is None or sign(item) in _MORE[1:]:
        return None
    return (item, target, actual) if span(target.words) and span(actual.words) else None


def _late(item: Indicator, target: Entry, actual: Entry) -> Iterator[Said]:
    limit, done = span(target.words), span(actual.words)
    points = item.weight.figure if item.weight else None
    score = item.score.figure if item.score else None
    if limit is None or done is None or points is None or score is None:
        return
    if done[0] > limit[1] and score.value >= points.value > 0:
        yield Finding(
            _CODE,
            actual.place,
            actual.words,
            actual.words,
            f"不晚于{target.words}",
            f"“{short(item.name.words)}”时限是{target.words}，{actual.words}才完成，"
            f"没有按期，却得满分{score.text}分。",
            remedy="按期限扣分，并写明未按期完成的原因。",
            related=(target.place, score.place),
        )


def _judge(item: Indicator) -> Iterator[Said]:
    target = target_of(item)
    points = item.weight.figure if item.weight else None
    score = item.score.figure if item.score else None
    if target is None or points is None or score is None or score.value < points.value:
        return
    wanted = amount(target, unit_of(item))[0]
    upward = sign(item) in _MORE
    if upward and (low_is_no_fault(item) or points.value <= 0):
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
            f"{_SHOWN.get(sign(item), sign(item))}{target.text}{unit}",
            f"“{short(item.name.words)}”指标值{target.text}{unit}，完成{figure.text}，"
            f"没有达到，却得满分{score.text}分。",
            remedy="按完成比例计分，并写明未完成原因。",
            related=(target.place, score.place),
        )
