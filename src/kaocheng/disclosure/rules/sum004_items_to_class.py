"""SUM004: the 项 of a 类 in the text do not add up to that 类, or all of them to the total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kaocheng.disclosure.compositions import composition
from kaocheng.disclosure.concepts import concept_of
from kaocheng.disclosure.items import Item, items, plain_name
from kaocheng.disclosure.lists.finding import listings
from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM004"
_TOTALS = {"一般公共预算财政拨款支出", "财政拨款支出预算", "一般公共预算拨款支出预算"}


@rule("分科目数额与类级数额不符", family="合计", of=Statement)
def items_to_class(statement: Statement) -> Iterator[Sum | Unjudged]:
    """Within one section the amounts of all 项 add up to each 类 printed, and to the section's total."""
    groups: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for item in items(statement):
        groups[item.section].append(item)
    classes = _classes(statement)
    claims = [claim for group in groups.values() for claim in _claims(statement, group, classes)]
    yield from claims
    if not claims:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有分科目的说明")


def _classes(statement: Statement) -> dict[str, Mention]:
    """The 类 amounts of the structure paragraph."""
    return {
        plain_name(item.amount.label.replace("类", "")): item.amount
        for sentence in statement.sentences
        for listing in listings(sentence)
        if composition(listing) == "支出按功能分类"
        for item in listing.items
    }


def _claims(statement: Statement, group: list[Item], classes: dict[str, Mention]) -> Iterator[Sum]:
    by_class: dict[str, list[Item]] = defaultdict(list)
    for item in group:
        by_class[item.name[0]].append(item)
    for name, members in by_class.items():
        if name in classes and all(member.amount for member in members):
            yield _sum(classes[name], members, f"“{name}”（类）= 其各项之和")
    amounts = [item for item in group if item.amount]
    total = _total(statement, group)
    if total and len(amounts) > 1:
        yield _sum(total, amounts, f"“{total.label}” = 所列各项之和")


def _sum(whole: Mention, members: list[Item], says: str) -> Sum:
    terms = tuple(Term(m.amount.figure) for m in members if m.amount)
    return Sum(CODE, whole.figure, terms, says, same=len(terms) == 1)


def _total(statement: Statement, group: list[Item]) -> Mention | None:
    """The total that heads the items of a section."""
    first = group[0].group[0].number
    for sentence in reversed(statement.sentences[:first]):
        if sentence.section != group[0].section:
            return None
        for mention in sentence.mentions:
            concept = concept_of(mention, sentence, statement.profile)
            if concept and concept.name in _TOTALS:
                return mention
    return None
