"""SUM012: A 比 B 增加（减少）C, and C is not the difference of A and B."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.comparisons import comparisons
from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.growths.records import Comparison, turned
from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM012"


@rule("两数之差与增减额不符", family="合计", of=Statement)
def difference(statement: Statement) -> Iterator[Sum | Unjudged]:
    """Where a sentence prints an amount, the one it is compared with and the change, they must fit."""
    found = False
    for group in paragraphs(statement):
        for told in comparisons(group):
            if told.now and told.change and not turned(told):
                found = True
                yield _claim(told, told.now, told.change)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有写出相比的两数和增减额的句子")


def _claim(told: Comparison, now: Mention, change: Mention) -> Sum:
    sign = Decimal(-1) if told.falls else Decimal(1)
    terms = (Term(now.figure, sign), Term(told.was.figure, -sign))
    word = "减少" if told.falls else "增加"
    name = now.label or now.figure.text
    says = f"“{name}”比“{told.was.label.lstrip('比较与')}”{word}的数额"
    return Sum(CODE, change.figure, terms, says)
