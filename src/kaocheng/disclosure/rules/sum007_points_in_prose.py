"""SUM007: points told in prose whose total is not their sum (投入得10分、过程得18分，合计得分85分)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.context import essence
from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM007"
_UNIT = "分"
_AWARDED = re.compile(r"(?:自评|实际|实|应)?(?:得分?|评分)(?:为|是)?\Z")
_ASIDE = re.compile(r"[扣加减附]分?|满分|分值|权重|平均|标准")
_TOTAL = re.compile(
    r"(?:(?:以上|上述)?(?:[两三四五六七八\d]项|各项)?(?:得分)?(?:合计|共计|总计|总共)(?:得分?|评分)?"
    r"|(?:自评|评价|综合|最终)*(?:总得分|总评分|综合得分|最终得分|得分合计|合计得分))(?:为|是|达)?"
)
_DIVIDED = re.compile(r"其中|包括|分别|[一二三]级指标")
_LEAST = 2


@rule("文中各项得分之和与总得分不符", family="得分复算", of=Statement)
def points_in_prose(statement: Statement) -> Iterator[Sum | Unjudged]:
    """得分 of two or more items, then their total; SUM001 has the total told first."""
    found = False
    for sentence in statement.sentences:
        for total, items in _told([m for m in sentence.mentions if not m.figure.unit.is_ratio]):
            found = True
            terms = tuple(Term(item.figure) for item in items)
            names = " + ".join(essence(item.label) for item in items)
            yield Sum(CODE, total.figure, terms, f"{essence(total.label)} = {names}")
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有写出各项得分和总得分的句子")


def _told(mentions: list[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    for index, mention in enumerate(mentions):
        total = mention.figure.unit.name == _UNIT and _TOTAL.fullmatch(essence(mention.label))
        earlier = _meant(mention, _before(mentions[:index], mention.depth)) if total else []
        if len(earlier) >= _LEAST:
            yield mention, earlier


def _meant(total: Mention, items: list[Mention]) -> list[Mention]:
    """The items the total is of: the last of them that make it up exactly, else all."""
    for count in range(_LEAST, len(items)):
        if sum(item.figure.base for item in items[-count:]) == total.figure.base:
            return items[-count:]
    return items


def _before(earlier: list[Mention], depth: int) -> list[Mention]:
    """The items right before a total, as long as each is a score; none where one is divided again."""
    items: list[Mention] = []
    for mention in reversed([m for m in earlier if m.depth <= depth]):
        if _DIVIDED.search(mention.before):
            return []
        if not _is_score(mention):
            return [] if items and _ASIDE.search(mention.label) else items[::-1]
        items.append(mention)
    return items[::-1]


def _is_score(mention: Mention) -> bool:
    name = essence(mention.label)
    named = _AWARDED.search(name) and not _TOTAL.fullmatch(name) and not _ASIDE.search(name)
    return mention.figure.unit.name == _UNIT and bool(named)
