"""Rates whose dividend or divisor stands in another paragraph (比率的分子分母在别处)."""

from __future__ import annotations

import re
from functools import lru_cache

from kaocheng.disclosure.context import before, essence
from kaocheng.disclosure.elsewhere.names import is_plain
from kaocheng.disclosure.rates import TAIL, Rate, rate_of
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.relations import Ratio, Term

_LEAD = r"(?:.{0,16}?)"
_NARROWED = re.compile(
    r"其中|按[时期]|提前|网上|当[场日天]|一次|热线|信访|投诉|镇|乡|街道|分中心|站|科|股"
)


def rate_elsewhere(
    statement: Statement, group: list[Sentence], sentence: Sentence, index: int
) -> Ratio | None:
    """The rate of the only two figures so named in its part of the document, else in all of it."""
    rated = sentence.mentions[index]
    rate = rate_of(rated)
    if rate is None or rate.unless or _told(before(group, rated), rate):
        return None
    both = _within(statement, rate, sentence.section[:1]) or _within(statement, rate, None)
    if both is None:
        return None
    tops, lows = both
    if len({m.figure.unit.dimension for m in (*tops, *lows)}) != 1:
        return None
    return Ratio("", rated.figure, _terms(tops), _terms(lows), rate.says)


Parts = tuple[list[Mention], list[Mention]]


@lru_cache(maxsize=2)
def _found(statement: Statement) -> dict[tuple[str, object], Parts | None]:  # noqa: ARG001
    """What was looked up of a document; kept no longer than the document itself."""
    return {}


def _within(statement: Statement, rate: Rate, chapter: tuple[str, ...] | None) -> Parts | None:
    """What is divided and by what, told in a chapter, in the whole document where it is None."""
    known, key = _found(statement), (rate.name, chapter)
    if key not in known:
        known[key] = _looked_up(statement, rate, chapter)
    return known[key]


def _looked_up(statement: Statement, rate: Rate, chapter: tuple[str, ...] | None) -> Parts | None:
    near = [
        m
        for s in statement.sentences
        if chapter in (None, s.section[:1])
        for m in s.mentions
        if _is_told(s, m)
    ]
    return _parts(near, rate)


def _is_told(sentence: Sentence, mention: Mention) -> bool:
    return not sentence.in_table and is_plain(mention) and not mention.refers


def _parts(near: list[Mention], rate: Rate) -> tuple[list[Mention], list[Mention]] | None:
    """What is divided and by what, where each has one value among the figures."""
    over = [m for words in rate.over if (m := _only(near, words))]
    under = [m for words in rate.under if (m := _only(near, words))]
    whole = len(over) == len(rate.over) and len(under) == len(rate.under)
    return (over, under) if whole else None


def _told(earlier: list[Mention], rate: Rate) -> bool:
    """Whether its own paragraph tells what it is a rate of."""
    return all(_named(earlier, words) for words in (*rate.over, *rate.under))


def _only(near: list[Mention], words: str) -> Mention | None:
    """The figure of that name; None where there are several of other values, or a narrower one."""
    found = _named(near, words)
    whole = [m for m in found if not _NARROWED.search(m.label)]
    one = len({m.figure.base for m in found}) == 1
    return whole[0] if one and whole else None


def _terms(mentions: list[Mention]) -> tuple[Term, ...]:
    return tuple(Term(m.figure) for m in mentions)


def _named(near: list[Mention], words: str) -> list[Mention]:
    pattern = re.compile(_LEAD + f"(?:{words})" + TAIL)
    return [m for m in near if pattern.match(essence(m.label))]
