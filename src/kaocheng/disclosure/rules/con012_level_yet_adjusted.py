"""CON012: 年初预算 and 决算 are said to be the same, and elsewhere the budget was raised in the year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "CON012"
_LEVEL = re.compile(r"年初预算数?与(?:年度|年终)?决算(?:报表)?数?(?:基本)?持平")
_WHAT = r"(?:了)?(?:预算|资金|经费|指标)?(?:数)?(?:为|共|共计)?\Z"
_RAISED = re.compile(rf"(?:调增|追加){_WHAT}")
_LOWERED = re.compile(rf"(?:调减|核减|压减|收回){_WHAT}")


@rule("年初预算与决算持平，却写有年中调增", family="前后一致", of=Statement, severity="note")
def level_yet_adjusted(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """年初预算与决算持平 and 年度调增 cannot both be the whole story, unless as much was taken back."""
    level = [s for s in statement.sentences if _LEVEL.search(s.text) and s.mentions]
    raised = [m for s in statement.sentences for m in _moved(s, _RAISED)]
    lowered = [m for s in statement.sentences for m in _moved(s, _LOWERED)]
    back = sum(mention.figure.base for mention in lowered)
    raised = [mention for mention in raised if mention.figure.base > back]
    if not level or not raised:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有同时写年初预算与决算持平和年中调增")
        return
    for sentence in level:
        yield _told(sentence, raised)


def _moved(sentence: Sentence, word: re.Pattern[str]) -> Iterator[Mention]:
    """The amounts right behind such a word."""
    for mention in sentence.mentions:
        before = sentence.text[: mention.start - sentence.start]
        if mention.figure.unit.is_money and mention.figure.value > 0 and word.search(before):
            yield mention


def _told(sentence: Sentence, raised: list[Mention]) -> Finding:
    stated, more = sentence.mentions[0].figure, raised[0].figure
    said = _LEVEL.search(sentence.text)
    return Finding(
        code=CODE,
        place=stated.place,
        quote=stated.text,
        written=stated.text,
        expected="分别写明年初预算数、调整预算数、决算数",
        message=f"这里说“{said[0] if said else ''}”，另一处又写年中调增{more.text}，全文调减的抵不过它，两处不能都对。",
        related=tuple(mention.figure.place for mention in raised),
    )
