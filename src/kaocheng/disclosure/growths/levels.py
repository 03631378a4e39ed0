"""The present amount that a change is told of (增减所说的数): near by, of its section, or a named total."""

from __future__ import annotations

import re

from kaocheng.disclosure.concepts import named_total
from kaocheng.disclosure.context import essence, is_level, nearest
from kaocheng.disclosure.growths.records import same
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wholes import wholes_over
from kaocheng.kernel.figures import Figure

_CHANGED = re.compile(r"(?:各)?(?:增加|减少|增长|下降).*\Z")
_NEXT = re.compile(r"[；;。]")
_NAME = 4
_REACH = 30  # sentences before, in the same section
_BUDGET = re.compile(r"预算(?:数|安排)?(?:为|是)?\Z")
_SPENT = re.compile(r"(?:实际)?(?:支出)?(?:决算|支出)")
_NAMES = re.compile(r"..费|..经费|..(?<!总)收入|..(?<!决算)(?<!总)支出")
_PLAIN = frozenset({"支出", "收入", "决算", "经费", "费用", "本年", "年度"})


def level_of(earlier: list[Mention], change: Mention) -> Mention | None:
    """The present amount: named in the change's own words if they name it, else the nearest."""
    dimension = change.figure.unit.dimension
    subject = _subject(change)
    if len(subject) > 2 and (
        named := nearest(earlier, lambda m: is_level(m) and subject in essence(m.label))
    ):
        return _outcome(earlier, named, change)
    near = nearest(
        earlier,
        lambda m: m.figure.unit.dimension == dimension and (is_level(m) or m.kind == "count"),
        4,
    )
    return near if near and (_related(subject, near) or len(earlier) == 1) else None


def _subject(change: Mention) -> str:
    """What the words of a change name as that which changed, "" or small talk where nothing."""
    words = _CHANGED.sub("", change.label)
    return re.split(r"[比较与]", essence(words))[0].removesuffix("决算").removesuffix("支出")


def levels_of(group: list[Sentence], earlier: list[Mention], change: Mention) -> list[Mention]:
    """The amounts a change may be told of, the likeliest first.

    A change without a subject behind a list is told of the last part or of the whole: of the whole
    where ； or 。 stands between.
    """
    level = level_of(earlier, change)
    if level is None or len(_subject(change)) > 2:
        return [level] if level else []
    wholes = wholes_over(group, level)
    between = group[0].passage.text[level.end : change.start]
    return [*wholes, level] if _NEXT.search(between) else [level, *wholes]


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


def elsewhere(statement: Statement, change: Mention) -> Figure | None:
    """The named total the change speaks of, printed in another paragraph or a table."""
    words = _CHANGED.sub("", change.label)
    if _BUDGET.search(words) or len(words) < _NAME:
        return None
    return named_total(words, statement.sentences, statement.profile, statement.tables)


def of_section(statement: Statement, sentence: Sentence, change: Mention) -> Figure | None:
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
    return told[0].figure if one and same(told[0], change) else None
