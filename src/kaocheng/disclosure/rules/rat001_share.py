"""RAT001: a printed share that is not the part divided by the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.context import agrees, before, is_level, paragraphs
from kaocheng.disclosure.references import WHOLE
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.shares.naming import base_of, named_base
from kaocheng.disclosure.shares.pairs import Base, alike, part_of
from kaocheng.disclosure.shares.totals import of_totals
from kaocheng.disclosure.shares.wholes import lines_of, wholes_of
from kaocheng.disclosure.shares_of_base import base_beside, of_base
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Ratio, Term
from kaocheng.kernel.rulebook import rule

CODE = "RAT001"
_TOGETHER = re.compile(r"(?:共|共计|合计|总计|总共)(?:有)?\Z")
_NEAR = 12  # amounts of the paragraphs before that may be the whole


@rule("占比与分子分母不符", family="比率", of=Statement)
def share(statement: Statement) -> Iterator[Ratio | Unjudged]:
    """占…% is the amount before it divided by the whole it names, or by the whole of its list."""
    found = False
    near: list[Mention] = []
    lines = lines_of(statement)
    for group in paragraphs(statement):
        near = [*near[-_NEAR:], *(m for s in group for m in s.mentions if is_level(m))]
        wholes = lines | wholes_of(group, near, statement)
        for sentence in group:
            for index, mention in enumerate(sentence.mentions):
                if whole := base_beside(sentence, index, WHOLE):
                    found = True
                    yield of_base(CODE, group, sentence, index, whole)
                elif mention.kind == "share":
                    found = True
                    yield _claim(statement, group, sentence, index, wholes)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "文中没有占比")


def _claim(
    statement: Statement,
    group: list[Sentence],
    sentence: Sentence,
    index: int,
    wholes: dict[int, Base],
) -> Ratio | Unjudged:
    mention = sentence.mentions[index]
    part = part_of(sentence, index)
    if part is None or part.kind not in ("amount", "count"):
        why = Unjudged(CODE, Outcome.NOT_POSSIBLE, "百分比前没有对应的数额", mention.figure.place)
        return of_totals(CODE, statement, mention) or why
    whole = wholes.get(id(mention)) or _altogether(sentence, mention, part)
    base = base_of(statement, group, mention, part, whole)
    if base is None or not alike(base, part.figure):
        return Unjudged(
            CODE, Outcome.NOT_POSSIBLE, "占比的分母在文中没有数额", mention.figure.place
        )
    said = _ratio(mention, part, base)
    return said if agrees(said) or named_base(mention) else _settled(group, mention, part, said)


def _altogether(sentence: Sentence, mention: Mention, part: Mention) -> Base | None:
    """共50家: the whole of the counts a share of one of them is told of later."""
    between = [m for m in sentence.mentions if m.start < mention.start and m is not part]
    told = [m for m in between if m.kind == part.kind and _TOGETHER.search(m.label)]
    return Base((Term(told[-1].figure),), told[-1].label) if told else None


def _settled(group: list[Sentence], mention: Mention, part: Mention, said: Ratio) -> Ratio:
    """The share of another whole told before, where the share names none and only that one fits."""
    bases = [
        Base((Term(m.figure),), m.label)
        for m in before(group, part)[:_NEAR]
        if m.kind == part.kind and not m.refers and m.figure.base >= part.figure.base
    ]
    others = (_ratio(mention, part, base) for base in bases if alike(base, part.figure))
    return next((ratio for ratio in others if agrees(ratio)), said)


def _ratio(mention: Mention, part: Mention, base: Base) -> Ratio:
    says = f"“{part.label or '该项'}”占“{base.name}”的比重"
    return Ratio(CODE, mention.figure, (Term(part.figure),), base.terms, says)
