"""SUM002: items followed by 总计/合计/共计 that is not their sum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM002"
_POSTS = re.compile(r"编制(?!外)(?:人?数|总数|人员|名额)?(?:共|为|是)*\Z")
_OPENER = re.compile(r"其中|包括|分别|如下|用于|(?:有|是|为)?[：:]")
_TOTAL = re.compile(
    r"(?:以上|上述)?(?:[两三四五六七八九十\d]项|各项)?(?:总计|合计|共计|总共)(?:为|达|共)?\Z"
)
_JOINED = 12
_MIXED = re.compile(r"预算|计划|每|均|单价|其中|完成")  # 共计 behind these sums up something else


@rule("列举各项与其后的合计不符", family="合计", of=Statement)
def total_after_items(statement: Statement) -> Iterator[Sum | Unjudged]:
    """A figure that says 总计 or 合计 after two or more items of its unit is their sum."""
    found = False
    for sentence in statement.sentences:
        for index, mention in enumerate(sentence.mentions):
            total = _TOTAL.fullmatch(mention.label) or _altogether(sentence, index)
            if index > 1 and total:
                items = _meant(mention, _items(sentence, index))
                if len(items) > 1:
                    found = True
                    yield _claim(mention, items)
                    yield from _head(sentence, mention, items)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有先列举后合计的句子")


def _altogether(sentence: Sentence, index: int) -> bool:
    """Whether a bare 共 sums up counts or amounts that 、 has joined (建议23件、提案31件，共54件)."""
    earlier = sentence.mentions[max(index - _JOINED, 0) : index]
    total = sentence.mentions[index]
    alike = [m for m in earlier if m.figure.unit == total.figure.unit]
    joined = all(m.before.startswith(("、", "和")) for m in alike[1:])
    bare = re.fullmatch(r"[，,]共", total.before) is not None
    return bare and joined and len(alike) == len(earlier) > 1 and not _MIXED.search(alike[0].label)


def _items(sentence: Sentence, index: int) -> list[Mention]:
    total = sentence.mentions[index]
    items: list[Mention] = []
    for mention in reversed(sentence.mentions[:index]):
        same = mention.figure.unit.dimension == total.figure.unit.dimension
        loose = "共" in total.label and _MIXED.search(mention.label)
        if not same or mention.depth != total.depth or mention.refers or loose:
            break
        items.append(mention)
        if _OPENER.search(mention.before):
            break
    return items


def _meant(total: Mention, items: list[Mention]) -> list[Mention]:
    """The items the total is of: without the posts people are counted against, or the last that fit."""
    people = [m for m in items if not _POSTS.search(m.label)]
    if any(_POSTS.search(m.label) for m in items) and len(people) > 1:
        items = people
    added = Decimal(0)
    for count, item in enumerate(items, 1):
        added += item.figure.base
        if count > 1 and added == total.figure.base:
            return items[:count]
    return items


def _head(sentence: Sentence, total: Mention, items: list[Mention]) -> Iterator[Sum]:
    """The amount the items are said to be of (项目支出A，主要用于：…，合计A), where it is the total again."""
    before = [m for m in sentence.mentions if m.end <= items[-1].start][-1:]
    told = _OPENER.search(items[-1].before) and before and not before[0].refers
    if (
        told
        and before[0].figure.unit == total.figure.unit
        and before[0].figure.base == total.figure.base
    ):
        yield _claim(before[0], items)


def _claim(total: Mention, items: list[Mention]) -> Sum:
    terms = tuple(Term(item.figure) for item in reversed(items))
    names = " + ".join(item.label for item in reversed(items))
    return Sum(CODE, total.figure, terms, f"{total.label} = {names}")
