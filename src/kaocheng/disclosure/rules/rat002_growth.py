"""RAT002: a growth rate that is not the change divided by the earlier amount."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.comparisons import comparisons
from kaocheng.disclosure.context import agrees, before, is_level, paragraphs
from kaocheng.disclosure.growths.levels import elsewhere, levels_of, of_section
from kaocheng.disclosure.growths.ratios import CODE, either_way, of_levels, tells_change
from kaocheng.disclosure.growths.records import Comparison, falls, same, turned
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Ratio, Term
from kaocheng.kernel.rulebook import rule

_DOWN = re.compile(r"下降|减少|降低|降幅|减幅|缩减|压缩|少\Z")
_TO = re.compile(r"(?:增加|减少|增长|下降|上升|降低|提高|压缩|提升|精简)[到至为]|[，,](?:到|至)")
_FROM = re.compile(r"由|从")


@rule("增减幅度与增减额不符", family="比率", of=Statement)
def growth(statement: Statement) -> Iterator[Ratio | Unjudged]:
    """增长…% is the change over the earlier amount; the earlier amount is the present one less the change."""
    found = False
    for group in paragraphs(statement):
        told = {id(rate): one for one in comparisons(group) for rate in one.rates}
        for sentence in group:
            for index, mention in enumerate(sentence.mentions):
                if id(mention) in told:
                    found = True
                    yield from _compared(mention, told[id(mention)])
                elif mention.kind == "growth":
                    found = True
                    yield _claim(statement, group, sentence, index)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "文中没有增减幅度")


def _compared(rate: Mention, told: Comparison) -> Iterator[Ratio]:
    """The change, and the difference of the two amounts, over the amount they are compared with."""
    under, name = (Term(told.was.figure),), told.was.label.lstrip("比较与")
    if told.change:
        says = f"比“{name}{told.was.figure.text}”的增减幅度（增减额÷所比的数）"
        yield Ratio(CODE, rate.figure, (Term(told.change.figure),), under, says)
    if told.now:
        down = falls(rate) != turned(told)
        yield of_levels(rate, told.was, told.now, down=down)


def _claim(
    statement: Statement, group: list[Sentence], sentence: Sentence, index: int
) -> Ratio | Unjudged:
    mention = sentence.mentions[index]
    change = sentence.mentions[index - 1] if index else None
    base = sentence.mentions[index - 2] if index > 1 else None
    down = bool(_DOWN.search(mention.label or mention.before))
    if change and _TO.search(change.before):
        if base and _FROM.search(base.before) and same(base, change):
            return of_levels(mention, base, change, down=down)
    elif change and tells_change(change) and len(mention.before) < 12:
        if nows := _nows(statement, group, sentence, change):
            told = [either_way(mention, change, now, down=down) for now in nows]
            return next(filter(agrees, told), told[0])
    elif pair := _pair(before(group, mention), mention):
        return of_levels(mention, *pair, down=down)
    return Unjudged(CODE, Outcome.NOT_POSSIBLE, "文中没有增减额或基数", mention.figure.place)


def _nows(
    statement: Statement, group: list[Sentence], sentence: Sentence, change: Mention
) -> list[Figure]:
    """The present amounts the change may be told of, the likeliest first."""
    earlier = [m for m in before(group, change) if not m.refers]
    if levels := levels_of(group, earlier, change):
        return [level.figure for level in levels]
    now = elsewhere(statement, change) or of_section(statement, sentence, change)
    return [now] if now else []


def _pair(earlier: list[Mention], mention: Mention) -> tuple[Mention, Mention] | None:
    """The earlier and the present amount, for “上年为 A，今年为 B，增长 p%”."""
    if not re.search(r"比|较|同比", mention.before):
        return None
    levels = [m for m in earlier[:2] if is_level(m)]
    if len(levels) == 2 and re.search(r"执行数|上年|去年|20\d\d年", levels[1].before):
        return levels[1], levels[0]
    return None
