"""SUM005: a list that one likely slip of the pen keeps from adding up."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.lists import Listing, listings
from kaocheng.disclosure.rules.sum001_parts_and_whole import claim
from kaocheng.disclosure.slips import slip
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term, total
from kaocheng.kernel.rulebook import rule

CODE = "SUM005"


@rule("列举各项疑有笔误，合计不到总数", family="合计", of=Statement, severity="note")
def slip_in_list(statement: Statement) -> Iterator[Sum | Unjudged]:
    """Parts not said to be all of them, which a changed digit or a swapped pair would make add up."""
    found = False
    for group in paragraphs(statement):
        for previous, sentence in zip([None, *group], group, strict=False):
            for listing in listings(sentence, previous):
                relation = _relation(listing)
                if relation and _slipped(relation):
                    found = True
                    yield relation
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有差一个笔误就能相加的列举")


def _relation(listing: Listing) -> Sum | None:
    if len(listing.items) < 2 or _settled(claim(listing)):
        return None
    terms = tuple(Term(item.amount.figure) for item in listing.items)
    parts = " + ".join(item.name for item in listing.items)
    return Sum(CODE, listing.whole.figure, terms, f"{listing.whole.label} = {parts}")


def _settled(said: Sum | Unjudged) -> bool:
    """Whether SUM001 has the last word: the parts are complete, or exceed the whole."""
    if isinstance(said, Unjudged):
        return False
    return said.kind == "=" or said.stated.interval.high < total(said.terms).low


def _slipped(relation: Sum) -> bool:
    """Whether changing one figure by a usual slip makes the list add up exactly."""
    claims = ((figure, relation.implied(figure)) for figure in relation.figures())
    return any(claim and claim.low > 0 and slip(figure, claim.middle) for figure, claim in claims)
