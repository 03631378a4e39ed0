"""CON006: a 项 introduced with one amount and explained with another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.items import Item, items
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "CON006"
_AGAIN = re.compile(r"(?P<year>20\d\d)年(?:度)?预算(?:安排|数)?(?:为|是)?\Z")


@rule("同一科目的数额前后不一致", family="前后一致", of=Statement)
def item_amount_twice(statement: Statement) -> Iterator[Sum | Unjudged]:
    """The amount behind a 科目 name is the amount the same paragraph gives for this year."""
    claims = [claim for item in items(statement) for claim in _claims(item, statement.profile.year)]
    yield from claims
    if not claims:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有两次写出数额的科目")


def _claims(item: Item, year: int | None) -> Iterator[Sum]:
    for sentence in item.group:
        for mention in sentence.mentions:
            match = _AGAIN.search(mention.label)
            if item.amount and match and int(match["year"]) == year and mention is not item.amount:
                says = f"“{item.name[2]}”同段两处数额一致"
                yield Sum(CODE, mention.figure, (Term(item.amount.figure),), says, same=True)
