"""RAT006: a percentage that was cut instead of rounded."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from kaocheng.disclosure.judging import Explained, Verdicts
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.intervals import Interval
from kaocheng.kernel.relations import Ratio
from kaocheng.kernel.rulebook import rule

CODE = "RAT006"


@rule("百分比截断，未四舍五入", family="比率", of=Verdicts)
def cut_not_rounded(verdicts: Verdicts) -> Iterator[Explained | Unjudged]:
    """A percentage printed one step below its value, because the digits behind were dropped."""
    ratios = [item for item in verdicts.decided if isinstance(item.relation, Ratio)]
    for item in ratios:
        if item.outcome is Outcome.FAILS and isinstance(item.relation, Ratio):
            value = item.relation.quotient()
            if value and _cut(value, item.relation.stated):
                yield Explained((item,), _finding(item.relation, value.middle))
    if not ratios:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有可以重算的百分比")


def _cut(value: Interval, stated: Figure) -> bool:
    low, high = _floor(value.low, stated.step), _floor(value.high, stated.step)
    return low == high == stated.base


def _floor(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).quantize(Decimal(1), ROUND_DOWN) * step


def _finding(relation: Ratio, value: Decimal) -> Finding:
    stated = relation.stated
    return Finding(
        CODE,
        stated.place,
        stated.text,
        stated.text,
        stated.say(_round(value, stated.step)),
        f"{relation.says}，算得 {value * 100:.4f}%，"
        f"应四舍五入为 {stated.say(_round(value, stated.step))}，原文直接截去了尾数。",
        stated.say(stated.base - _round(value, stated.step)),
    )


def _round(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step
