"""RAT006: a percentage that was cut instead of rounded."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal

from kaocheng.disclosure.judging import Decided, Explained, Verdicts
from kaocheng.kernel.findings import Finding, Outcome
from kaocheng.kernel.relations import Ratio
from kaocheng.kernel.rulebook import rule

CODE = "RAT006"


@rule("百分比截断，未四舍五入", family="比率", of=Verdicts)
def cut_not_rounded(verdicts: Verdicts) -> Iterator[Explained]:
    """A percentage printed one step below its value, because the digits behind were dropped."""
    for decided in verdicts.decided:
        if decided.outcome is Outcome.FAILS and isinstance(decided.relation, Ratio):
            relation = decided.relation
            exact = relation.quotient()
            stated = relation.stated
            if exact and _floor(exact.low, stated.step) == _floor(exact.high, stated.step) == stated.base:
                yield Explained((decided,), _finding(relation, exact.middle))


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
    return (value / step).quantize(Decimal(1)) * step
