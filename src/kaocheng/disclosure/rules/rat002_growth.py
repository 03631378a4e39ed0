"""RAT002: a growth rate that is not the change divided by the earlier amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.comparisons import Comparison, comparisons, falls, turned
from kaocheng.disclosure.concepts import named_total
from kaocheng.disclosure.context import agrees, before, essence, is_level, nearest, paragraphs
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Ratio, Term
from kaocheng.kernel.rulebook import rule

CODE = "RAT002"
_UP = re.compile(r"增长|增加|提高|上升|增幅|多\Z")
_DOWN = re.compile(r"下降|减少|降低|降幅|减幅|缩减|压缩|少\Z")
_CHANGED = re.compile(r"(?:各)?(?:增加|减少|增长|下降).*\Z")
_NAME = 4
_REACH = 30  # sentences before, in the same section
_TO = re.compile(r"(?:增加|减少|增长|下降|上升|降低|提高|压缩|提升|精简)[到至为]|[，,](?:到|至)")
_FROM = re.compile(r"由|从")
_BUDGET = re.compile(r"预算(?:数|安排)?(?:为|是)?\Z")
_SPENT = re.compile(r"(?:实际)?(?:支出)?(?:决算|支出)")
_NAMES = re.compile(r"..费|..经费|..(?<!总)收入|..(?<!决算)(?<!总)支出")
_PLAIN = frozenset({"支出", "收入", "决算", "经费", "费用", "本年", "年度"})
_MINUS = Decimal(-1)


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
        yield _of_levels(rate, told.was, told.now, down=down)


def _claim(
    statement: Statement, group: list[Sentence], sentence: Sentence, index: int
) -> Ratio | Unjudged:
    mention = sentence.mentions[index]
    change = sentence.mentions[index - 1] if index else None
    base = sentence.mentions[index - 2] if index > 1 else None
    down = bool(_DOWN.search(mention.label or mention.before))
    if change and _TO.search(change.before):
        if base and _FROM.search(base.before) and _alike(base, change):
            return _of_levels(mention, base, change, down=down)
    elif change and _is_change(change) and len(mention.before) < 12:
        earlier = [m for m in before(group, change) if not m.refers]
        level = _level(earlier, change)
        now = level.figure if level else _elsewhere(statement, change)
        if now := now or _of_section(statement, sentence, change):
            return _either_way(mention, change, now, down=down)
    elif pair := _pair(before(group, mention), mention):
        return _of_levels(mention, *pair, down=down)
    return Unjudged(CODE, Outcome.NOT_POSSIBLE, "文中没有增减额或基数", mention.figure.place)


def _alike(one: Mention, two: Mention) -> bool:
    return one.figure.unit.dimension == two.figure.unit.dimension


def _falls(change: Mention, *, otherwise: bool) -> bool:
    """Whether the change is a decrease, by its own words, else by those of its percentage."""
    words = change.label or change.before
    up, down = bool(_UP.search(words)), bool(_DOWN.search(words))
    return down if up != down else otherwise


def _is_open(change: Mention) -> bool:
    """Whether the direction is told both ways: 增加（减少） left standing, or 减少 with a minus."""
    both = _UP.search(change.before) and _DOWN.search(change.before)
    return bool(both) or change.before.rstrip().endswith(("-", "－", "−"))


def _is_change(mention: Mention) -> bool:
    words = mention.label or mention.before
    return mention.kind in ("amount", "count") and bool(_UP.search(words) or _DOWN.search(words))


def _level(earlier: list[Mention], change: Mention) -> Mention | None:
    """The present amount: named in the change's own words if they name it, else the nearest."""
    same = change.figure.unit.dimension
    words = _CHANGED.sub("", change.label)
    subject = re.split(r"[比较与]", essence(words))[0].removesuffix("决算").removesuffix("支出")
    if len(subject) > 2 and (
        named := nearest(earlier, lambda m: is_level(m) and subject in essence(m.label))
    ):
        return _outcome(earlier, named, change)
    near = nearest(
        earlier, lambda m: m.figure.unit.dimension == same and (is_level(m) or m.kind == "count"), 4
    )
    return near if near and (_related(subject, near) or len(earlier) == 1) else None


def _outcome(earlier: list[Mention], named: Mention, change: Mention) -> Mention:
    """The amount of that name; where that is a budget and its outcome follows, the outcome."""
    after = earlier[earlier.index(named) - 1] if named is not earlier[0] else None
    budget = _BUDGET.search(named.label) and not _BUDGET.search(change.label)
    follows = after is not None and is_level(after) and _SPENT.match(essence(after.label))
    return after if budget and follows and after else named


def _related(subject: str, level: Mention) -> bool:
    """Whether the words of a change may speak of that amount: they name nothing else."""
    name = essence(level.label)
    pairs = {subject[at : at + 2] for at in range(len(subject) - 1)} - _PLAIN
    return not _NAMES.search(subject) or any(pair in name for pair in pairs)


def _elsewhere(statement: Statement, change: Mention) -> Figure | None:
    """The named total the change speaks of, printed in another paragraph or a table."""
    words = _CHANGED.sub("", change.label)
    if _BUDGET.search(words) or len(words) < _NAME:
        return None
    return named_total(words, statement.sentences, statement.profile, statement.tables)


def _of_section(statement: Statement, sentence: Sentence, change: Mention) -> Figure | None:
    """The amount of exactly that name told before in the section, where it has one value there."""
    words = re.split(r"[比较与]", essence(_CHANGED.sub("", change.label)))[0].removeprefix("其中")
    told = [
        m
        for s in statement.sentences[max(sentence.number - _REACH, 0) : sentence.number]
        if s.section == sentence.section and not s.in_table
        for m in s.mentions
        if is_level(m) and not m.refers and essence(m.label).removeprefix("其中") == words
    ]
    one = len({m.figure.base for m in told}) == 1 and len(words) >= _NAME
    return told[0].figure if one and _alike(told[0], change) else None


def _of_change(share: Mention, change: Mention, level: Figure, *, down: bool) -> Ratio:
    sign = Decimal(1) if down else _MINUS
    earlier = (Term(level), Term(change.figure, sign))
    words = "下降" if down else "增长"
    return Ratio(
        CODE, share.figure, (Term(change.figure),), earlier, f"较上年{words}的幅度（增减额÷上年数）"
    )


def _either_way(share: Mention, change: Mention, level: Figure, *, down: bool) -> Ratio:
    """The rate by the direction of the change; by its own where only that agrees: DIR002 says so."""
    own = _of_change(share, change, level, down=down)
    told = _of_change(share, change, level, down=_falls(change, otherwise=down))
    if _is_open(change):
        own = _of_change(share, change, level, down=not _falls(change, otherwise=down))
    return own if agrees(own) and not agrees(told) else told


def _pair(earlier: list[Mention], mention: Mention) -> tuple[Mention, Mention] | None:
    """The earlier and the present amount, for “上年为 A，今年为 B，增长 p%”."""
    if not re.search(r"比|较|同比", mention.before):
        return None
    levels = [m for m in earlier[:2] if is_level(m)]
    if len(levels) == 2 and re.search(r"执行数|上年|去年|20\d\d年", levels[1].before):
        return levels[1], levels[0]
    return None


def _of_levels(share: Mention, earlier: Mention, now: Mention, *, down: bool) -> Ratio:
    sign = _MINUS if down else Decimal(1)
    over = (Term(now.figure, sign), Term(earlier.figure, -sign))
    words = "减少" if down else "增加"
    says = f"“{now.label}”比“{earlier.label}”{words}的幅度"
    return Ratio(CODE, share.figure, over, (Term(earlier.figure),), says)
