"""CON009: a number of things followed by another number of names (3个项目，包括：甲、乙)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "CON009"
_COUNTERS = {"个", "家", "项", "台（套）", "台", "辆"}
_LIST = re.compile(
    r"[^，。；：、\d]{0,12}[，,](?:分别是|分别为|包括|即)[:：]\s?(?P<names>[^。；：\d]+)(?=[。；]|\Z)"
)
_OPEN = re.compile(r"等[^、]{0,6}\Z|[和及与以]|（|\(")


@rule("列出的名称个数与数字不符", family="前后一致", of=Statement, severity="note")
def names_counted(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """A count right before a closed list of names is the number of the names."""
    found = False
    for sentence in statement.sentences:
        for mention in sentence.mentions:
            names = _names(sentence, mention)
            if names:
                found = True
                yield from _judge(mention, names)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有写出个数又逐一列名的句子")


def _names(sentence: Sentence, mention: Mention) -> list[str]:
    """The names listed behind a count, none where the list may be open or a name compound."""
    if mention.kind != "count" or mention.figure.unit.name not in _COUNTERS:
        return []
    match = _LIST.match(sentence.passage.text[mention.end : sentence.end])
    if not match or _OPEN.search(match["names"]):
        return []
    return [name for name in match["names"].split("、") if name.strip()]


def _judge(mention: Mention, names: list[str]) -> Iterator[Finding | Judged]:
    right = mention.figure.value == len(names)
    outcome = Outcome.HOLDS if right else Outcome.FAILS
    yield Judged(CODE, outcome, "个数与列出的名称一致", (mention.figure,))
    if not right:
        yield Finding(
            code=CODE,
            place=mention.figure.place,
            quote=mention.figure.text,
            written=mention.figure.text,
            expected=f"{len(names)}{mention.figure.unit.name}",
            message=f"写的是{mention.figure.text}，后面列出的名称有{len(names)}个："
            f"{'、'.join(names)}。",
        )
