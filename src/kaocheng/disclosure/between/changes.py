"""Last year's amounts that follow from a change (由增减额推得的上年数): 与上年相比增加C."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.between.lastyear import LAST, is_budget, named, of_last
from kaocheng.disclosure.between.telling import usable
from kaocheng.disclosure.concepts import concepts
from kaocheng.disclosure.context import agrees, before, essence, is_change, is_level, paragraphs
from kaocheng.disclosure.growths.records import falls, is_rate
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.extracts import EARLIER, Told
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.relations import Ratio, Term

_START = r"(?:[，,。；;：:]\d?)?(?P<ahead>[^，,。；;：:\d]*?)[，,]?(?:与|比|较|同)"
_CHANGED = (
    r"(?:相比)?[，,]?(?P<subject>[^，,。；;\d]*?)(?:各|均|共|总体|净)*(?:增加|减少|增长|下降)了?"
)
_OUTCOME = re.compile(rf"{_START}{LAST}(?:决算数?)?(?:同期)?{_CHANGED}")
_BUDGET = re.compile(rf"{_START}{LAST}(?:年初)?(?:部门|单位)?预算数?{_CHANGED}")
_BESIDE = 3  # figures that may stand between an amount and its change: shares, completions


def by_change(statement: Statement, year: int) -> Iterator[Told]:
    """The year's amount less the change; where a rate stands beside it, only if the rate agrees."""
    pattern = _BUDGET if is_budget(statement) else _OUTCOME
    for group in paragraphs(statement):
        for sentence in group:
            for index, mention in enumerate(sentence.mentions):
                match = pattern.fullmatch("".join(mention.before.split()))
                if match and of_last(match, year) and _is_sure(mention):
                    subject = essence(match["subject"] or match["ahead"])
                    yield from _told(statement, group, (sentence, index), subject, year)


def _is_sure(change: Mention) -> bool:
    return (
        change.kind == "amount"
        and is_change(change)
        and usable(change.figure)
        and change.figure.value > 0
    )


def _told(
    statement: Statement,
    group: list[Sentence],
    at: tuple[Sentence, int],
    subject: str,
    year: int,
) -> Iterator[Told]:
    sentence, index = at
    change = sentence.mentions[index]
    level = _level(before(group, change), change)
    concept = named(statement, group, level) if level else None
    if level is None or concept is None or not usable(level.figure):
        return
    meant = not subject or any(
        one.name == concept.name and one.words.search(subject) for one in concepts()
    )
    sign = -1 if falls(change) else 1
    if meant and _rate_agrees(sentence, index, level.figure, sign):
        name, text = concept.name, sentence.text
        yield Told(name, name, year - 1, EARLIER, change.figure, text, level.figure, sign)


def _level(earlier: list[Mention], change: Mention) -> Mention | None:
    """The amount right before the change, shares and completions between them passed over."""
    for mention in earlier[:_BESIDE]:
        if is_level(mention):
            alike = mention.depth == change.depth and not mention.refers
            return mention if alike else None
        if not mention.figure.unit.is_ratio:
            return None
    return None


def _rate_agrees(sentence: Sentence, index: int, level: Figure, sign: int) -> bool:
    change = sentence.mentions[index].figure
    rate = next((m for m in sentence.mentions[index + 1 : index + 2] if is_rate(m)), None)
    if rate is None:
        return True
    under = (Term(level), Term(change, Decimal(-sign)))
    return agrees(Ratio("", rate.figure, (Term(change),), under, ""))
