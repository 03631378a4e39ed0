"""RAT009: a rate of growth or completion on a base that is zero."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.context import before, is_level, paragraphs
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "RAT009"
_INITIAL = re.compile(r"年初预算(?:数|安排)?(?:为|是)?\Z")


@rule("基数为零却写了比例", family="比率", of=Statement)
def rate_on_zero(statement: Statement) -> Iterator[Finding | Unjudged]:
    """完成年初预算的…% where the paragraph prints an initial budget of 0: there is no such rate."""
    found = False
    for group in paragraphs(statement):
        for sentence in group:
            for mention in sentence.mentions:
                if mention.kind == "completion" and "年初" in (mention.label or mention.before):
                    found = True
                    yield from _judge(group, mention)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有完成年初预算的比例")


def _judge(group: list[Sentence], mention: Mention) -> Iterator[Finding]:
    levels = [m for m in before(group, mention) if is_level(m)]
    initial = next((m for m in levels if _INITIAL.search(m.label)), None)
    if initial and initial.figure.value == 0 and mention.figure.value != 0:
        yield Finding(
            code=CODE,
            place=mention.figure.place,
            quote=mention.figure.text,
            written=mention.figure.text,
            expected="年初预算为零，不计算完成比例，或写明是完成全年预算的比例",
            message=f"年初预算为 {initial.figure.text}，不能得出完成年初预算的 {mention.figure.text}。",
            related=(initial.figure.place,),
        )
