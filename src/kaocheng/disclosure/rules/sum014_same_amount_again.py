"""SUM014: 全部为…A, （约合A亿元）: an amount told a second time that is another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kaocheng.disclosure.context import is_level
from kaocheng.disclosure.lists.finding import listings
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM014"
_ALL = re.compile(r"[，,（(]\s?(?:全部|均|都)(?:为|是|系|用于)[^，,。；;：:\d]*\Z")
_OPEN = re.compile(r"\s?[（(]\s?(?P<word>约?合|折合|约|即)?\s?\Z")
_CLOSE = re.compile(r"\s?[）)]")


@rule("同一数额的两种写法不符", family="前后一致", of=Statement)
def same_amount_again(statement: Statement) -> Iterator[Sum | Unjudged]:
    """What is 全部为 another amount, or printed again in brackets in another unit, is that amount."""
    found = False
    for sentence in statement.sentences:
        for first, second in pairwise(sentence.mentions):
            if is_level(first) and is_level(second) and _again(sentence, first, second):
                found = True
                says = "两处写的是同一数额"
                yield Sum(CODE, second.figure, (Term(first.figure),), says, same=True)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有同一数额写两遍的句子")


def _again(sentence: Sentence, first: Mention, second: Mention) -> bool:
    if first.refers or second.refers:
        return False
    if _ALL.search(second.before) and second.before.count("，") + second.before.count("（") == 1:
        return not _in_list(sentence, second)
    match = _OPEN.fullmatch(second.before)
    closed = _CLOSE.match(sentence.passage.text, second.end)
    return bool(match and closed and (match["word"] or first.figure.unit != second.figure.unit))


def _in_list(sentence: Sentence, mention: Mention) -> bool:
    """Whether an amount is one of several parts (全部用于甲A、乙B), not the whole again."""
    lists = (listing.items for listing in listings(sentence))
    return any(len(items) > 1 and any(i.amount is mention for i in items) for items in lists)
