"""Growth whose two amounts stand elsewhere (增幅的两个数都在别处)."""

from __future__ import annotations

import re

from kaocheng.disclosure.context import agrees, before, essence
from kaocheng.disclosure.elsewhere.names import levels, plain
from kaocheng.disclosure.growths.ratios import of_levels
from kaocheng.disclosure.references import EARLIER
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.relations import Ratio

_SAID = re.compile(
    r"(?P<name>[^，,。；;：:\d]{2,20}?)(?:与|比|较|同)(?:上年度?|去年|20\d\d年度?)(?:同期)?(?:相比)?[，,]?"
    r"(?:增长|增加|上升|提高|(?P<down>下降|减少|降低))了?\Z"
)
_LEAST = 2


def growth_elsewhere(
    statement: Statement, group: list[Sentence], sentence: Sentence, index: int
) -> Ratio | None:
    """The rate of the one amount of that name this year and the one of last year, None for others."""
    rate = sentence.mentions[index]
    said = _SAID.search(re.sub(r"\s", "", rate.before))
    year = statement.profile.year
    if rate.kind != "growth" or said is None or year is None or before(group, rate):
        return None
    name = plain(re.sub(r"\A20\d\d年度?", "", essence(said["name"])))
    for told in levels(statement).get(name, ()) if len(name) >= _LEAST else ():
        now = [m for s, m in told if _is_of(s, m, year) and m.refers == ""]
        was = [m for s, m in told if _is_of(s, m, year - 1) or m.refers == EARLIER]
        if (one := _only(now)) and (other := _only(was)):
            ratio = of_levels(rate, other, one, down=bool(said["down"]))
            return ratio if agrees(ratio) or _sure(one, other) else None
    return None


def _is_of(sentence: Sentence, mention: Mention, year: int) -> bool:
    """Whether an amount is of that year; no budget, and not of a year told otherwise before it."""
    return mention.figure.year == year and mention.figure.phase == "决算" and not sentence.in_table


def _only(told: list[Mention]) -> Mention | None:
    """The one value of that name, None where it has several."""
    return told[0] if len({m.figure.base for m in told}) == 1 else None


def _sure(one: Mention, other: Mention) -> bool:
    return one.figure.base > 0 and other.figure.base > 0
