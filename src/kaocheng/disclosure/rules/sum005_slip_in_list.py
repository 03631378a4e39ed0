"""SUM005: a list that one likely slip of the pen keeps from adding up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.crossings import crossing
from kaocheng.disclosure.lists.finding import listings
from kaocheng.disclosure.lists.records import Listing
from kaocheng.disclosure.rules.sum001_parts_and_whole import besides, claim
from kaocheng.disclosure.slips import slip
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, total
from kaocheng.kernel.rulebook import rule

CODE = "SUM005"
_NEXT = re.compile(r"[；;。]")
_MEAN = re.compile(r"平均|均")
_SERVICE = re.compile(r"在职|在编|编制")
_POST = re.compile(r"(?:行政|参公|事业|工勤|参照公务员法管理)(?:编制)?(?:管理)?(?:人员|职工|数)?\Z")


@rule("列举各项疑有笔误，合计不到总数", family="合计", of=Statement, severity="note")
def slip_in_list(statement: Statement) -> Iterator[Sum | Unjudged]:
    """Parts not said to be all of them, which a changed digit or a swapped pair would make add up."""
    found = False
    for group in paragraphs(statement):
        for previous, sentence in zip([None, *group], group, strict=False):
            for listing in listings(sentence, previous):
                relation = _relation(listing)
                if relation and (_slipped(relation) or _overfull(listing) or _of_staff(listing)):
                    found = True
                    yield relation
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有差一个笔误就能相加的列举")


def _relation(listing: Listing) -> Sum | None:
    if len(listing.items) < 2 or besides(listing) or crossing(listing) or _broken_off(listing):
        return None
    if _MEAN.search(listing.whole.label):
        return None
    if _settled(claim(listing)) or not _named_apart(listing):
        return None
    terms = tuple(item.term for item in listing.items)
    parts = " + ".join(item.name for item in listing.items)
    return Sum(CODE, listing.whole.figure, terms, f"{listing.whole.label} = {parts}")


def _broken_off(listing: Listing) -> bool:
    """Whether the sentence goes on to something else before the list is closed (…，累计折旧…)."""
    last = listing.items[-1].amount
    behind = (m for m in listing.sentence.mentions if m.start > last.start and m.kind != "share")
    after = next(behind, None)
    alike = after is not None and after.figure.unit.dimension == last.figure.unit.dimension
    return bool(after and alike and after.depth == last.depth and not _NEXT.search(after.before))


def _named_apart(listing: Listing) -> bool:
    """Whether no two parts have one name, which would be that of a column and not of a part."""
    names = [item.amount.label for item in listing.items if item.amount.label]
    return len(set(names)) == len(names)


def _overfull(listing: Listing) -> bool:
    """Whether counts that are named apart come to more than their whole; some may overlap."""
    names = {item.amount.label for item in listing.items}
    apart = len(names) == len(listing.items) and listing.opener not in ("中，", "共")
    added = sum((item.amount.figure.base for item in listing.items), Decimal(0))
    return apart and listing.whole.kind == "count" and added > listing.whole.figure.base


def _of_staff(listing: Listing) -> bool:
    """Whether people in service are told by kind of post, hardly ever with a kind left out."""
    whole = _SERVICE.search(listing.whole.label)
    parts = all(_POST.match(item.name.strip("、，")) for item in listing.items)
    return bool(whole) and parts and listing.closed and not listing.bracketed


def _settled(said: Sum | Unjudged) -> bool:
    """Whether SUM001 has the last word: the parts are complete, or exceed the whole."""
    if isinstance(said, Unjudged):
        return False
    return said.kind == "=" or said.stated.interval.high < total(said.terms).low


def _slipped(relation: Sum) -> bool:
    """Whether changing one figure by a usual slip makes the list add up exactly."""
    claims = ((figure, relation.implied(figure)) for figure in relation.figures())
    return any(claim and claim.low > 0 and slip(figure, claim.middle) for figure, claim in claims)
