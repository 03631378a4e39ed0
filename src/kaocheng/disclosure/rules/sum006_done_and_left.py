"""SUM006: what was done and what was not do not make up the whole they are told of."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.splits import Split, splits
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM006"


@rule("办结与未办结之和与总数不符", family="合计", of=Statement)
def done_and_left(statement: Statement) -> Iterator[Sum | Unjudged]:
    """受理N件，办结A件，未办结B件: the two add up to N; with 在办 they cannot exceed it."""
    found = False
    for sentence in statement.sentences:
        for split in splits() if len(sentence.mentions) > 2 else ():
            for told in split.find(sentence):
                found = True
                yield _sum(split, *told)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有把总数分成两部分的数量")


def _sum(split: Split, whole: Mention, done: Mention, left: Mention) -> Sum:
    says = f"“{whole.label}”（{split.name}）"
    return Sum(CODE, whole.figure, (Term(done.figure), Term(left.figure)), says, split.kind)
