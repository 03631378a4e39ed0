"""SUM003: amounts of one stretch of text that must add up and do not."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.identities import identities
from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM003"


@rule("文中几个数额之间不平", family="合计", of=Statement)
def identity_in_text(statement: Statement) -> Iterator[Sum | Unjudged]:
    """投入 = 已付 + 尚欠, 年末结转 = 年初结转 + 收入 − 支出 and the like, where all are named near by."""
    found = False
    scopes = _scopes(statement)
    for identity in identities():
        for mentions in scopes[identity.scope]:
            if match := identity.find(mentions):
                found = True
                whole, plus, minus = match
                terms = [Term(m.figure) for m in plus] + [
                    Term(m.figure, Decimal(-1)) for m in minus
                ]
                yield Sum(CODE, whole.figure, tuple(terms), identity.name)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "文中没有成套的数额")


def _scopes(statement: Statement) -> dict[str, list[list[Mention]]]:
    groups = list(paragraphs(statement))
    sections: dict[tuple[str, ...], list[Mention]] = {}
    for group in groups:
        for sentence in group:
            sections.setdefault(sentence.section, []).extend(sentence.mentions)
    return {
        "sentence": [list(sentence.mentions) for group in groups for sentence in group],
        "paragraph": [[m for sentence in group for m in sentence.mentions] for group in groups],
        "section": list(sections.values()),
    }
