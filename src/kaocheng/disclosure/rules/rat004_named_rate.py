"""RAT004: a rate such as 办结率 that does not follow from the amounts it is named after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product, takewhile

from kaocheng.disclosure.context import agrees, before, essence, paragraphs
from kaocheng.disclosure.rates import TAIL, Rate, rate_of
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Ratio, Term
from kaocheng.kernel.rulebook import rule

CODE = "RAT004"
_LEAD = r"(?:.{0,16}?)"
_REACH = 8


@rule("比率与分子分母不符", family="比率", of=Statement)
def named_rate(statement: Statement) -> Iterator[Ratio | Unjudged]:
    """办结率, 执行率 and the like are recomputed from the two amounts named just before them or in a bracket behind."""
    found = False
    for group in paragraphs(statement):
        for sentence in group:
            for mention in sentence.mentions:
                rate = rate_of(mention)
                if rate:
                    found = True
                    yield _claim(group, mention, rate)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "文中没有办结率、执行率一类的比率")


def _claim(group: list[Sentence], mention: Mention, rate: Rate) -> Ratio | Unjudged:
    """The rate of the nearest amounts so named; of others of one unit where only those fit."""
    earlier = _inside(group, mention) or before(group, mention)
    if _several(rate, earlier[:_REACH]):
        return Unjudged(CODE, Outcome.NOT_POSSIBLE, "分子可能不止一项", mention.figure.place)
    over = [_find(earlier, words) for words in rate.over]
    under = [_find(earlier, words) for words in rate.under]
    if rate.part:
        over[0] = _parts(over[0], under[0], earlier, nested=rate.nested)
    if not all(over) or not all(under):
        return Unjudged(
            CODE, Outcome.NOT_POSSIBLE, "比率的分子或分母文中没有", mention.figure.place
        )
    said = [
        Ratio(CODE, mention.figure, _terms(tops), _terms(lows), rate.says)
        for lows in product(*under)
        for tops in product(*over)
        if len({m.figure.unit.dimension for m in (*tops, *lows)}) == 1
    ]
    if not said:
        return Unjudged(CODE, Outcome.NOT_POSSIBLE, "分子与分母单位不同", mention.figure.place)
    return next((ratio for ratio in said if agrees(ratio)), said[0])


def _several(rate: Rate, near: list[Mention]) -> bool:
    """Whether another figure may belong to the dividend as well (满意、基本满意)."""
    return bool(rate.unless) and any(re.search(rate.unless, essence(m.label)) for m in near)


def _parts(
    over: list[Mention], under: list[Mention], earlier: list[Mention], *, nested: bool
) -> list[Mention]:
    """The dividends that are told right behind their whole; none where there is more than one whole."""
    if len(under) > 1 and not nested:
        return []
    return [m for m in over if (whole := _whole(m, earlier)) in under and _within(m, whole)]


def _whole(part: Mention, earlier: list[Mention]) -> Mention | None:
    """The figure of the same unit that stands right before a part."""
    rest = earlier[earlier.index(part) + 1 :]
    return next((m for m in rest if m.figure.unit == part.figure.unit), None)


def _within(part: Mention, whole: Mention | None) -> bool:
    return whole is not None and part.figure.base <= whole.figure.base


def _inside(group: list[Sentence], mention: Mention) -> list[Mention]:
    """The amounts in a bracket right behind the rate: 办结率99.5%（受理200件，办结199件）."""
    mentions = next(s.mentions for s in group if mention in s.mentions)
    after = mentions[mentions.index(mention) + 1 :]
    inside = list(takewhile(lambda m: m.depth > mention.depth, after))
    behind = bool(inside) and re.match(r"\s*[（(]", inside[0].before) is not None
    return inside[::-1] if behind and len(inside) > 1 else []


def _terms(mentions: tuple[Mention, ...]) -> tuple[Term, ...]:
    return tuple(Term(m.figure) for m in mentions)


def _find(earlier: list[Mention], words: str) -> list[Mention]:
    """The amounts of that name and what follows each in its own list (计划培训10期500人次)."""
    pattern = re.compile(_LEAD + f"(?:{words})" + TAIL)
    near = [m for m in earlier[:_REACH] if m.kind in ("amount", "count")]
    found: list[Mention] = []
    for at, mention in enumerate(near):
        if pattern.match(essence(mention.label)):
            found.append(mention)
            found += [
                m for m in near[at - 1 : at] if at and not re.search(r"[\u4e00-\u9fff]", m.before)
            ]
    return found
