"""SUM001: 其中 lists whose parts do not add up to the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.compositions import composition, disjoint
from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.lists.completeness import all_told, says_whole
from kaocheng.disclosure.lists.finding import listings
from kaocheng.disclosure.lists.records import Listing
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import rule

CODE = "SUM001"
_BESIDES = re.compile(
    r"(?:本级|机关|本部|本身|主管部门)[^，。；]{0,8}[和及与、]\s?(?:所属|下属)?\Z"
)
_FULL = (Decimal("99.5"), Decimal("100.5"))


@rule("分项之和与总计不符", family="合计", of=Statement)
def parts_and_whole(statement: Statement) -> Iterator[Sum | Unjudged]:
    """A whole equals the sum of its parts, where the text says or the field knows that all are named."""
    found = False
    for group in paragraphs(statement):
        for previous, sentence in zip([None, *group], group, strict=False):
            for listing in listings(sentence, previous):
                found = True
                yield claim(listing)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有总分列举的句子")


def claim(listing: Listing) -> Sum | Unjudged:
    """What a list claims: its parts make up the whole, or do not exceed it, or nothing certain."""
    whole = listing.whole
    if besides(listing):
        because = "总数之外还有并列的本级，不能确定分项的总数"
        return Unjudged(CODE, Outcome.NOT_POSSIBLE, because, whole.figure.place)
    if complete(listing):
        return _sum(listing, len(listing.items), "=")
    if count := leading_parts(listing):
        return _sum(listing, count, "=")
    if (whole.figure.unit.is_money and _apart(listing)) or disjoint(listing):
        return _sum(listing, len(listing.items), "≥")
    return Unjudged(CODE, Outcome.NOT_POSSIBLE, "不能确定分项已列全", whole.figure.place)


def besides(listing: Listing) -> bool:
    """Whether the count stands beside others that are parts as well (局本级和2个下属单位)."""
    return listing.whole.kind == "count" and bool(_BESIDES.search(listing.whole.before))


def _apart(listing: Listing) -> bool:
    """Whether the parts are named apart, so that they cannot overlap."""
    names = {item.amount.label for item in listing.items}
    return (
        not listing.bracketed
        and listing.opener not in ("中，", "共")
        and len(names) == len(listing.items)
    )


def _sum(listing: Listing, count: int, kind: str) -> Sum:
    items = listing.items[:count]
    terms = tuple(item.term for item in items)
    parts = " + ".join(item.name for item in items)
    return Sum(CODE, listing.whole.figure, terms, f"{listing.whole.label} {kind} {parts}", kind)


def leading_parts(listing: Listing) -> int:
    """How many of the first parts make up the whole exactly, those of nothing behind them too."""
    total, most = Decimal(0), 0
    for count, item in enumerate(listing.items, 1):
        total += item.amount.figure.base * item.factor
        if count > 1 and total == listing.whole.figure.base:
            most = count
    return most


def complete(listing: Listing) -> bool:
    """Whether all parts are named: a known composition, shares adding up to 100, or 包括 without 等."""
    if listing.closed and len(listing.items) > 1 and composition(listing):
        return True
    shares = [share.figure.value for item in listing.items for share in item.shares[:1]]
    if len(shares) == len(listing.items) > 1 and _FULL[0] <= sum(shares) <= _FULL[1]:
        return True
    if says_whole(listing):
        return True
    amounts = listing.whole.kind == "amount" and listing.closed and len(listing.items) > 1
    if amounts and all_told(listing):
        return True
    counted = listing.opener == "共" and listing.items[0].amount.before.startswith(("：", ":"))
    return amounts and (
        listing.bracketed or counted or listing.opener in ("包括", "分别为", "分别是", "分别")
    )
