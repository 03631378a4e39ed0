"""RAT017: the answers of a survey that are not as many as were asked, or a rate that none of them gives."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.context import agrees
from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.surveys import Survey, surveys
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Ratio, Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "RAT017"


@rule("满意度与问卷份数不符", family="比率", of=Statement, severity="note")
def survey(statement: Statement) -> Iterator[Sum | Ratio | Unjudged]:
    """Answers by grade make up those asked; the rate is some good grades over them, no matter which."""
    found = list(surveys(statement))
    for one in found:
        if one.told_in_full:
            terms = tuple(Term(m.figure) for _, m in one.answers)
            yield Sum(CODE, one.whole.figure, terms, "问卷数 = 各档答复之和")
        if one.rate is not None and any(one.satisfied()):
            yield _ratio(one, one.rate)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有按满意程度写出份数的问卷")


def _ratio(one: Survey, rate: Mention) -> Ratio:
    """The rate of the grades that fit it, else of all good ones."""
    under = (Term(one.whole.figure),)
    says = "满意度 = 满意的答复 ÷ 问卷数"
    told = [
        Ratio(CODE, rate.figure, tuple(Term(m.figure) for m in good), under, says)
        for good in one.satisfied()
    ]
    return next(filter(agrees, told), told[0])
