"""RAT011: the shares of one list add up to more than the whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.lists.finding import listings
from kaocheng.disclosure.lists.records import Listing
from kaocheng.disclosure.sentences import Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "RAT011"
_FEWEST = 2


@rule("列举各项的占比合计超过100%", family="合计", of=Statement, severity="note")
def shares_above_whole(statement: Statement) -> Iterator[Finding | Unjudged]:
    """Parts of one whole whose printed shares exceed 100 % by more than their rounding overlap."""
    found = False
    for previous, sentence in _neighbours(statement):
        for listing in listings(sentence, previous):
            shares = [item.shares[0] for item in listing.items if item.shares]
            if len(shares) >= _FEWEST:
                found = True
                total = sum((share.figure.base for share in shares), Decimal(0))
                slack = sum((share.figure.step for share in shares), Decimal(0))
                if total > 1 + slack:
                    yield _finding(listing, total)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有写出占比的列举")


def _neighbours(statement: Statement) -> Iterator[tuple[Sentence | None, Sentence]]:
    for group in paragraphs(statement):
        yield from zip([None, *group], group, strict=False)


def _finding(listing: Listing, total: Decimal) -> Finding:
    last = [item.shares[0] for item in listing.items if item.shares][-1].figure
    return Finding(
        code=CODE,
        place=last.place,
        quote=last.text,
        written=f"各项占比合计{total * 100:.2f}%",
        expected="不超过100%",
        difference=f"{(total - 1) * 100:.2f}个百分点",
        message=f"“{listing.whole.label}”之下各项的占比合计 {total * 100:.2f}%，超过 100%："
        "分项有重复，或把两种分类混在了一起。",
    )
