"""SUM002: items followed by 总计/合计/共计 that is not their sum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM002"
_OPENER = re.compile(r"其中|包括|分别|如下")
_TOTAL = re.compile(r"(?:以上|两项|三项|各项|上述)?(?:总计|合计)(?:为|达|共)?\Z")


@rule("列举各项与其后的合计不符", family="合计", of=Statement)
def total_after_items(statement: Statement) -> Iterator[Sum | Unjudged]:
    """A figure that says 总计 or 合计 after two or more items of its unit is their sum."""
    found = False
    for sentence in statement.sentences:
        for index, mention in enumerate(sentence.mentions):
            if index > 1 and _TOTAL.fullmatch(mention.label):
                items = _items(sentence, index)
                if len(items) > 1:
                    found = True
                    yield _claim(mention, items)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有先列举后合计的句子")


def _items(sentence: Sentence, index: int) -> list[Mention]:
    total = sentence.mentions[index]
    items: list[Mention] = []
    for mention in reversed(sentence.mentions[:index]):
        same = mention.figure.unit.dimension == total.figure.unit.dimension
        if not same or mention.depth != total.depth:
            break
        items.append(mention)
        if _OPENER.search(mention.before):
            break
    return items


def _claim(total: Mention, items: list[Mention]) -> Sum:
    terms = tuple(Term(item.figure) for item in reversed(items))
    names = " + ".join(item.label for item in reversed(items))
    return Sum(CODE, total.figure, terms, f"{total.label} = {names}")
