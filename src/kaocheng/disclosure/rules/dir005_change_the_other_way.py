"""DIR005: 增加 where the two amounts compared fell by just that much, or the other way round; 持平."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.comparisons import comparisons, levels
from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.growths.records import Comparison, turned
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "DIR005"
_WORD = re.compile(r"增加|增长|上升|提高|超支|多|减少|下降|降低|压缩|节约|节支|少")


@rule("增加、减少、持平的说法与所比的两个数相反", family="方向与原因", of=Statement)
def change_the_other_way(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """Two amounts that lie exactly the printed change apart must lie so in the direction told."""
    found = False
    for group in paragraphs(statement):
        for told in comparisons(group):
            if told.now and told.change:
                found = True
                yield _judged(told.now, told.was, right=not turned(told))
                if turned(told):
                    yield from _turned(told, told.now, told.change)
        for sentence in group:
            for now, was, span in levels(sentence):
                found = True
                unlike = now.figure.base != was.figure.base and now.figure.step == was.figure.step
                yield _judged(now, was, right=not unlike)
                if unlike:
                    yield _unlike(sentence, now, was, span)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有写出相比的两个数和增减的句子")


def _judged(now: Mention, was: Mention, *, right: bool) -> Judged:
    outcome = Outcome.HOLDS if right else Outcome.FAILS
    says = f"{now.figure.text}与{was.figure.text}相比的说法"
    return Judged(CODE, outcome, says, (now.figure, was.figure))


def _turned(told: Comparison, now: Mention, change: Mention) -> Iterator[Finding]:
    text = told.sentence.passage.text
    words = [match.span() for match in _WORD.finditer(text, told.sentence.start, change.start)]
    if not words:
        return
    start, end = words[-1]
    right = "增加" if told.falls else "减少"
    yield Finding(
        code=CODE,
        place=told.sentence.passage.at(start, end),
        quote=text[start:end],
        written=text[start:end],
        expected=right,
        message=f"{now.figure.text}与所比的{told.was.figure.text}相差{change.figure.text}，"
        f"是{right}，原文写作“{text[start:end]}”。",
        related=(now.figure.place, told.was.figure.place),
    )


def _unlike(sentence: Sentence, now: Mention, was: Mention, span: tuple[int, int]) -> Finding:
    said = sentence.passage.text[span[0] : span[1]]
    return Finding(
        code=CODE,
        place=sentence.passage.at(*span),
        quote=said,
        written=said,
        expected="大于" if now.figure.base > was.figure.base else "小于",
        difference=now.figure.say(now.figure.base - was.figure.base),
        message=f"{now.figure.text}与所比的{was.figure.text}不相等，原文写作“{said}”。",
        related=(now.figure.place, was.figure.place),
    )
