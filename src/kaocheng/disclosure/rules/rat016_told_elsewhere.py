"""RAT016: a share, a growth or a rate that is not what the amounts told elsewhere give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.elsewhere.growth import growth_elsewhere
from kaocheng.disclosure.elsewhere.rates import rate_elsewhere
from kaocheng.disclosure.elsewhere.shares import share_elsewhere
from kaocheng.disclosure.sentences import Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Ratio
from kaocheng.kernel.rulebook import rule

CODE = "RAT016"


@rule("比率与别处所写的数不符", family="比率", of=Statement, severity="note")
def told_elsewhere(statement: Statement) -> Iterator[Ratio | Unjudged]:
    """占总支出…%, 比上年增长…%, 办结率…% whose amounts stand in other paragraphs, each with one value."""
    claims = [
        claim
        for group in paragraphs(statement)
        for sentence in group
        for index, mention in enumerate(sentence.mentions)
        if mention.figure.unit.is_ratio and (claim := _claim(statement, group, sentence, index))
    ]
    yield from (replace(claim, code=CODE) for claim in claims)
    if not claims:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有分子分母写在别处的比率")


def _claim(
    statement: Statement, group: list[Sentence], sentence: Sentence, index: int
) -> Ratio | None:
    return (
        share_elsewhere(statement, group, sentence, index)
        or growth_elsewhere(statement, group, sentence, index)
        or rate_elsewhere(statement, group, sentence, index)
    )
