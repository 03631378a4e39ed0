"""SUM003: amounts of one stretch of text that must add up and do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.identities import Called, called, identities
from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wholes import counted_twice
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM003"
_Sections = defaultdict[tuple[str, ...], list[Called]]


@rule("文中几个数额之间不平", family="合计", of=Statement)
def identity_in_text(statement: Statement) -> Iterator[Sum | Unjudged]:
    """投入 = 已付 + 尚欠, 年末结转 = 年初结转 + 收入 − 支出 and the like, where all are named near by."""
    found = False
    scopes = _scopes(statement)
    for identity in identities():
        seen: set[int] = set()
        for mentions in scopes[identity.scope]:
            match = identity.find(mentions)
            if match and id(match[0].figure) not in seen and not counted_twice(statement, *match):
                found = True
                seen.add(id(match[0].figure))
                yield _sum(identity.name, *match)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "文中没有成套的数额")


def _sum(name: str, whole: Mention, plus: list[Mention], minus: list[Mention]) -> Sum:
    terms = [Term(m.figure) for m in plus] + [Term(m.figure, Decimal(-1)) for m in minus]
    return Sum(CODE, whole.figure, tuple(terms), name)


def _scopes(statement: Statement) -> dict[str, list[list[Called]]]:
    groups = [[called(sentence.mentions) for sentence in g] for g in paragraphs(statement)]
    sections, chapters = _Sections(list), _Sections(list)
    for sentence in statement.sentences:
        named = called(sentence.mentions)
        sections[sentence.section] += named
        chapters[sentence.section[:-1]] += named
    return {
        "sentence": [sentence for group in groups for sentence in group],
        "paragraph": [[one for sentence in group for one in sentence] for group in groups],
        "section": list(sections.values()),
        "chapter": [*sections.values(), *chapters.values()],
    }
