"""A的…%: a percentage of the amount printed right before it, and what it may be the share of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.context import agrees, before, is_change
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Ratio, Term

_SPENT = re.compile(r"决算|支出|执行|使用|完成|实际|达到?\Z")
_LEFT = re.compile(r"(?:结转|结余|节约)(?:下年|资金|金额)?\Z")
_NEAR = 6  # amounts before it that may be what was reached
_MINUS = Decimal(-1)


def base_beside(sentence: Sentence, index: int, kind: str) -> Mention | None:
    """The amount a percentage is said to be of: printed right before its 的, and named as `kind`."""
    rate, base = sentence.mentions[index], sentence.mentions[index - 1] if index else None
    of = rate.figure.unit.is_ratio and rate.before.strip("）) ").startswith("的")
    return base if base and base.refers == kind and of else None


def of_base(
    code: str, group: list[Sentence], sentence: Sentence, index: int, base: Mention
) -> Ratio | Unjudged:
    """What the percentage is of its base: the nearest amount told before it, or another that fits."""
    rate = sentence.mentions[index]
    says = f"{base.label}{base.figure.text}的比例"
    told = list(_before(group, base)) or list(_after(sentence, index, base))
    ratios = [Ratio(code, rate.figure, over, (Term(base.figure),), says) for over in told]
    if not ratios:
        because = "文中没有与所占、所完成的数相比的数额"
        return Unjudged(code, Outcome.NOT_POSSIBLE, because, rate.figure.place)
    return next((ratio for ratio in ratios if agrees(ratio)), ratios[0])


def _before(group: list[Sentence], base: Mention) -> Iterator[tuple[Term, ...]]:
    levels = [m for m in before(group, base) if _stands(m, base)]
    yield from ((Term(m.figure),) for m in levels[:_NEAR])


def _after(sentence: Sentence, index: int, base: Mention) -> Iterator[tuple[Term, ...]]:
    """完成预算A的…%，决算N; 完成预算A的…%，结转C."""
    for mention in sentence.mentions[index + 1 : index + 2]:
        if _LEFT.search(mention.label) and mention.figure.unit == base.figure.unit:
            yield (Term(base.figure), Term(mention.figure, _MINUS))
        elif _SPENT.search(mention.label) and _stands(mention, base):
            yield (Term(mention.figure),)


def _stands(mention: Mention, base: Mention) -> bool:
    alike = mention.figure.unit.dimension == base.figure.unit.dimension
    return alike and not mention.refers and not is_change(mention)
