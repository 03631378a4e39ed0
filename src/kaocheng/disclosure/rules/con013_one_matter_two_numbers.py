"""CON013: one project, or one thing counted, told with two numbers in different sentences."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.elsewhere.matters import Told, matters
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "CON013"
_VALUES = 2  # of three values each may be of a part of the matter


@rule("同一事项前后写了两个数", family="前后一致", of=Statement, severity="note")
def one_matter_two_numbers(statement: Statement) -> Iterator[Sum | Unjudged]:
    """What a project cost, or how many groups were received, is one number wherever it is told."""
    found = False
    for name, told in matters(statement):
        first = _best(told)
        if len({m.figure.interval for _, m in told}) > _VALUES or _added(told):
            continue
        for _, mention in told:
            if mention is not first[1]:
                found = True
                says = f"“{name}”前后应一致"
                yield Sum(CODE, mention.figure, (Term(first[1].figure),), says, same=True)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有前后两次写出数字的同一事项")


def _best(told: list[Told]) -> Told:
    """The most precise print, the first of several."""
    return min(told, key=lambda one: one[1].figure.step)


def _added(told: list[Told]) -> bool:
    """Whether one sentence tells several amounts under the name, which are parts of it."""
    numbers = [sentence.number for sentence, _ in told]
    return len(set(numbers)) < len(numbers)
