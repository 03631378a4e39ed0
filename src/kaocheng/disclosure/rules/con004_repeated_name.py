"""CON004: a named amount printed alike everywhere but in one place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.context import essence, is_change
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "CON004"
_LONG = 5
_VERSUS = re.compile(r"[比较与同]")  # what is compared with has its own value in every line
_THIS_YEAR = re.compile(r"本年度?|当年")
_BEHIND = re.compile(r"[\u4e00-\u9fff（）()“”]+")
_COUNTED = 8
_OFTEN = 3


@rule("同名数额个别处不一致", family="前后一致", of=Statement, severity="note")
def repeated_name(statement: Statement) -> Iterator[Sum | Unjudged]:
    """Where a long name has one value at least twice and another only once, the single one is doubtful."""
    found: dict[tuple[str, str, int | None, str], list[Mention]] = defaultdict(list)
    for sentence in statement.sentences:
        for mention in sentence.mentions:
            figure = mention.figure
            for name in _names(mention, sentence):
                found[(name, figure.unit.dimension, figure.year, figure.phase)].append(mention)
    claims = [claim for mentions in found.values() for claim in _claims(mentions)]
    yield from claims
    if not claims:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有多次出现的同名数额")


def _names(mention: Mention, sentence: Sentence) -> Iterator[str]:
    """The long names a figure goes by: the words before it and, of a count, what is counted.

    What is counted takes a good many words (20个|乡镇便民服务中心标准化建设).
    """
    if mention.kind not in ("amount", "count") or is_change(mention):
        return
    name = _THIS_YEAR.sub("", essence(mention.label)).rstrip("为是")
    if len(name) >= _LONG and not _VERSUS.match(name):
        yield name
    behind = _BEHIND.match(sentence.passage.text, mention.end, sentence.end)
    words = essence(behind[0])[:_COUNTED] if behind and mention.kind == "count" else ""
    if len(words) == _COUNTED:
        yield f"{mention.figure.unit.name}{words}"


def _claims(mentions: list[Mention]) -> Iterator[Sum]:
    counts: Counter[Decimal] = Counter(mention.figure.base for mention in mentions)
    (usual, often), *rest = counts.most_common()
    if len(mentions) < _OFTEN or often < len(mentions) - 1 or len(rest) > 1:
        return
    first = next(mention for mention in mentions if mention.figure.base == usual)
    for mention in mentions:
        if mention is not first:
            says = f"“{mention.label}”各处应一致"
            yield Sum(CODE, mention.figure, (Term(first.figure),), says, same=True, copied=True)
