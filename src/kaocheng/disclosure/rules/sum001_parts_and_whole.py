"""SUM001: 其中 lists whose parts do not add up to the whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.compositions import composition
from kaocheng.disclosure.lists import Listing, listings
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM001"
_FULL = (Decimal("99.5"), Decimal("100.5"))


@rule("分项之和与总计不符", family="合计", of=Statement)
def parts_and_whole(statement: Statement) -> Iterator[Sum | Unjudged]:
    """A whole equals the sum of its parts, where the text says or the field knows that all are named."""
    for sentence in statement.sentences:
        for listing in listings(sentence):
            yield _claim(listing)


def _claim(listing: Listing) -> Sum | Unjudged:
    terms = tuple(Term(item.amount.figure) for item in listing.items)
    parts = " + ".join(item.amount.label or item.amount.figure.text for item in listing.items)
    whole = listing.whole
    if complete(listing):
        return Sum(CODE, whole.figure, terms, f"{whole.label} = {parts}")
    if whole.figure.unit.is_money and not listing.bracketed:
        return Sum(CODE, whole.figure, terms, f"{whole.label} ≥ {parts}", kind="≥")
    return Unjudged(CODE, Outcome.NOT_POSSIBLE, "不能确定分项已列全", whole.figure.place)


def complete(listing: Listing) -> bool:
    """Whether all parts are named: a known composition, shares adding up to 100, or 包括 without 等."""
    if len(listing.items) > 1 and composition(listing):
        return True
    shares = [share.figure.value for item in listing.items for share in item.shares[:1]]
    if len(shares) == len(listing.items) > 1 and _FULL[0] <= sum(shares) <= _FULL[1]:
        return True
    amounts = listing.whole.kind == "amount" and listing.closed and len(listing.items) > 1
    return amounts and (listing.bracketed or listing.opener in ("包括", "分别为", "分别是", "分别"))
