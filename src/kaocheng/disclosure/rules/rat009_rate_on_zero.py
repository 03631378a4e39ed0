"""RAT009: a rate of growth or completion on a base that is zero."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.context import before, is_level, paragraphs
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "RAT009"
_RIGHT_BEHIND = re.compile(r"[，,、]?完成")
_INITIAL = re.compile(r"年初预算(?:数|安排)?(?:为|是)?\Z")


@rule("基数为零却写了比例", family="比率", of=Statement)
def rate_on_zero(statement: Statement) -> Iterator[Finding | Unjudged]:
    """完成年初预算的…% of an initial budget of 0, or a completion told of nothing spent at all."""
    found = False
    for group in paragraphs(statement):
        for sentence in group:
            for previous, mention in zip(
                (None, *sentence.mentions), sentence.mentions, strict=False
            ):
                if mention.kind != "completion":
                    continue
                initial = "年初" in (mention.label or mention.before)
                found = found or initial or _is_spent(previous)
                yield from _judge(group, mention) if initial else _of_nothing(previous, mention)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有完成年初预算的比例")


def _is_spent(previous: Mention | None) -> bool:
    return previous is not None and is_level(previous) and previous.figure.phase == "决算"


def _of_nothing(previous: Mention | None, mention: Mention) -> Iterator[Finding]:
    """支出0万元，完成预算100%: of nothing spent the completion is 0, or there is none."""
    if previous is None or not _is_spent(previous) or previous.figure.value:
        return
    if mention.figure.value and _RIGHT_BEHIND.match(mention.before):
        yield Finding(
            code=CODE,
            place=mention.figure.place,
            quote=mention.figure.text,
            written=mention.figure.text,
            expected="没有支出，不写完成预算的比例",
            message=f"支出为 {previous.figure.text}，完成预算的比例只能是0，预算也为0时没有比例，"
            f"不能是 {mention.figure.text}。",
            severity=Severity.NOTE,
            related=(previous.figure.place,),
        )


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
