"""SUM012: A 比 B 增加（减少）C, and C is not the difference of A and B."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.comparisons import comparisons
from kaocheng.disclosure.context import essence, paragraphs
from kaocheng.disclosure.growths.records import Comparison, turned
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM012"
_WORDS = r"(?:增加|增长|提高|上升|扩大|减少|下降|降低|缩减|压缩|压减|缩短|精简|增|减|降)"
_FROM = re.compile(r"(?:由|从)[^，,；;。]{0,8}\Z")
_TO = re.compile(rf"\A[^，,；;。\d]{{0,8}}{_WORDS}?[到至为]\s*\Z")
_CHANGED = re.compile(rf"净?{_WORDS}了?")
_SINCE = re.compile(rf"(?:上年|去年|年初|同期|相比)[^，。；]{{0,4}}{_WORDS}了?\Z")
_AGAIN = re.compile(r"\s*[，,](?:由|从)\s*\Z")


@rule("两数之差与增减额不符", family="合计", of=Statement)
def difference(statement: Statement) -> Iterator[Sum | Unjudged]:
    """Where a sentence prints an amount, the one it is compared with and the change, they must fit."""
    found = False
    for group in paragraphs(statement):
        for told in comparisons(group):
            if told.now and told.change and not turned(told):
                found = True
                yield _claim(told, told.now, told.change)
    for sentence in statement.sentences:
        for claim in _from_to(sentence):
            found = True
            yield claim
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有写出相比的两数和增减额的句子")


def _claim(told: Comparison, now: Mention, change: Mention) -> Sum:
    sign = Decimal(-1) if told.falls else Decimal(1)
    terms = (Term(now.figure, sign), Term(told.was.figure, -sign))
    word = "减少" if told.falls else "增加"
    name = now.label or now.figure.text
    says = f"“{name}”比“{told.was.label.lstrip('比较与')}”{word}的数额"
    return Sum(CODE, change.figure, terms, says)


def _from_to(sentence: Sentence) -> Iterator[Sum]:
    """由A增加到B，增加C; 减少C，由A减至B: C is the difference of the two."""
    told = sentence.mentions
    for at in range(len(told) - 1):
        first, second = told[at : at + 2]
        if not (_FROM.search(first.before) and _TO.search(second.before)):
            continue
        behind = [m for m in told[at + 2 : at + 3] if _CHANGED.fullmatch(essence(m.label))]
        ahead = (
            [m for m in told[:at] if m.kind != "growth"][-1:] if _AGAIN.match(first.before) else []
        )
        for change in behind or [m for m in ahead if _SINCE.search(m.label)]:
            if _of_one_unit(first, second, change):
                yield _moved(first, second, change)


def _of_one_unit(*told: Mention) -> bool:
    """Whether all are exact amounts or counts of one unit."""
    units = {m.figure.unit for m in told}
    ratio = any(m.figure.unit.is_ratio for m in told)
    return len(units) == 1 and not ratio and not any(m.figure.approximate for m in told)


def _moved(first: Mention, second: Mention, change: Mention) -> Sum:
    down = second.figure.base < first.figure.base
    low, high = (second, first) if down else (first, second)
    terms = (Term(high.figure), Term(low.figure, Decimal(-1)))
    says = f"由{first.figure.text}到{second.figure.text}的变化"
    return Sum(CODE, change.figure, terms, says)
