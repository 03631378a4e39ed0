"""Finding one's way from a figure to the figure it refers to (上下文)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache

from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.relations import Ratio

_REACH = 60
_NOISE = re.compile(r"[“”‘’\"'〔〕（）()\s、的]|\d{4}年度?|全年(?!预算)")
_CHANGE = re.compile(
    r"(?:增加|减少|增长|下降|上升|降低|提高|压缩|提升|精简)(?![到至为]|(?:改造)?(?:项目|工程|行动|专项))|调增|调减|追加|高于|低于"
    r"|(?<![和转])结余|少于|多于|节约(?!型|集约|能|用水)"
    r"|[增减节]支\Z|[增减]收\Z|超支|超收|短收|超额完成\Z|[比较][^，。]*[多少]\Z"
)


def essence(words: str) -> str:
    """Words without quotes, years and small talk, for comparing two names."""
    return _NOISE.sub("", words)


@lru_cache(maxsize=2)
def paragraphs(statement: Statement) -> tuple[list[Sentence], ...]:
    """The sentences of each paragraph or cell together."""
    return tuple(_groups(statement))


def _groups(statement: Statement) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    for sentence in statement.sentences:
        if group and sentence.passage is not group[0].passage:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def before(group: list[Sentence], mention: Mention) -> list[Mention]:
    """The mentions of the paragraph that stand before a mention, nearest first, at most _REACH."""
    found: list[Mention] = []
    for sentence in reversed(group):
        if sentence.start <= mention.start and len(found) < _REACH:
            count = bisect_right(sentence.mentions, mention.start, key=lambda m: m.end)
            found += reversed(sentence.mentions[max(count - _REACH, 0) : count])
    return found


def is_change(mention: Mention) -> bool:
    """Whether an amount is a difference (增加…), not a level."""
    return bool(_CHANGE.search(mention.label))


def agrees(ratio: Ratio) -> bool:
    """Whether the printed figures of a ratio allow it to hold."""
    value = ratio.quotient()
    return value is not None and value.meets(ratio.stated.interval)


def nearest(
    earlier: list[Mention], fits: Callable[[Mention], bool], reach: int = 40
) -> Mention | None:
    """The nearest earlier mention that fits, at most `reach` mentions away."""
    return next((mention for mention in earlier[:reach] if fits(mention)), None)


def is_level(mention: Mention) -> bool:
    """Whether a mention is an amount of money that is not a difference."""
    return mention.kind == "amount" and not is_change(mention)
