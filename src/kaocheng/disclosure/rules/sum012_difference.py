"""SUM012: A 比 B 增加（减少）C, and C is not the difference of A and B."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.context import essence, is_level
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM012"
_VERSUS = re.compile(r"(?:相)?[比较与](?!重)")
_CHANGE = re.compile(
    r"(?:相比)?(?:(?P<up>增加|增长|多|超支|上升)|(?P<down>减少|下降|少|节约|降低|压缩))(?:了|额)?(?:为)?\Z"
)


@rule("两数之差与增减额不符", family="合计", of=Statement)
def difference(statement: Statement) -> Iterator[Sum | Unjudged]:
    """Where a sentence prints an amount, the one it is compared with and the change, they must fit."""
    found = False
    for sentence in statement.sentences:
        for index in range(2, len(sentence.mentions)):
            now, was, change = sentence.mentions[index - 2 : index + 1]
            match = _CHANGE.fullmatch(essence(change.label))
            if match and _compared(now, was) and _beside(sentence, was, change):
                found = True
                yield _claim(now, was, change, less=bool(match["down"]))
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有写出相比的两数和增减额的句子")


def _compared(now: Mention, was: Mention) -> bool:
    """Whether the second amount is what the first is compared with: 比…预算…万元."""
    levels = is_level(now) and is_level(was)
    return levels and now.depth == was.depth and bool(_VERSUS.match(essence(was.label)))


def _beside(sentence: Sentence, was: Mention, change: Mention) -> bool:
    between = sentence.passage.text[was.end : change.start]
    return change.kind == "amount" and not re.search(r"[；;：:（(]", between)


def _claim(now: Mention, was: Mention, change: Mention, *, less: bool) -> Sum:
    sign = Decimal(-1) if less else Decimal(1)
    terms = (Term(now.figure, sign), Term(was.figure, -sign))
    word = "减少" if less else "增加"
    says = f"“{now.label or now.figure.text}”比“{was.label.lstrip('比较与')}”{word}的数额"
    return Sum(CODE, change.figure, terms, says)
