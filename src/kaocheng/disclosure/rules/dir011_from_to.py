"""DIR011: 由…缩减至…, 从…增加到…: the second number lies on the wrong side of the first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "DIR011"
_FROM = re.compile(r"(?:由|从)[^，,；;。]*\Z")
_DOWN = "缩减|缩短|压缩|压减|精简|精减|减少|降低|下降|减|降"
_UP = "增加|增长|提高|提升|上升|扩大|增"
_TO = re.compile(rf"[^，,；;。]{{0,12}}(?P<word>{_DOWN}|{_UP})[到至为](?:了)?\s*\Z")


@rule("由多变少、由少变多的说法与数字相反", family="方向与原因", of=Statement)
def from_to(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """What is cut from one number to another ends below it, what is raised ends above it."""
    found = False
    for sentence in statement.sentences:
        for first, second in pairwise(sentence.mentions):
            word = _word(first, second)
            if word:
                found = True
                yield from _judge(word, first, second)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "文中没有由一个数变到另一个数的说法")


def _word(first: Mention, second: Mention) -> str:
    """增加 or 减少 between two exact figures of one unit, "" where there is no such claim."""
    one, two = first.figure, second.figure
    if one.unit != two.unit or one.approximate or two.approximate:
        return ""
    match = _TO.match(second.before) if _FROM.search(first.before) else None
    return match["word"] if match else ""


def _judge(word: str, first: Mention, second: Mention) -> Iterator[Finding | Judged]:
    down = word in _DOWN.split("|")
    one, two = first.figure, second.figure
    right = two.value < one.value if down else two.value > one.value
    says = f"由{one.text}{word}到{two.text}"
    yield Judged(CODE, Outcome.HOLDS if right else Outcome.FAILS, says, (one, two))
    if not right:
        side = "小于" if down else "大于"
        yield Finding(
            code=CODE,
            place=two.place,
            quote=two.text,
            written=two.text,
            expected=f"{side}{one.text}",
            message=f"文中说由{one.text}{word}到{two.text}，后一个数应当{side}前一个数。",
            related=(one.place,),
        )
