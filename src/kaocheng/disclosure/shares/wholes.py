"""The wholes that shares are of (占比的总数): of their list, their run, or 本年收入中."""

from __future__ import annotations

import re

from kaocheng.disclosure.context import is_level, paragraphs
from kaocheng.disclosure.lists.finding import listings
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.shares.naming import total_of
from kaocheng.disclosure.shares.pairs import Base, complete_runs, pairs, voted
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.relations import Term

_AMONG = re.compile(r"(?P<name>[^，。；]{4,40})中[，,]")
_NUMBERED = re.compile(r"\s*[（(]?[\d一二三四五六七八九十]{1,2}[）)]?[.．、]?(?=\D)")
_NEAR = 12  # amounts of the paragraphs before that may be the whole of a run


def wholes_of(
    group: list[Sentence], wholes: list[Mention], statement: Statement
) -> dict[int, Base]:
    """For each share printed in a list, the whole of that list, or else the sum of its parts."""
    found: dict[int, Base] = {}
    for previous, sentence in zip([None, *group], group, strict=False):
        found |= voted(list(pairs(sentence)), wholes)
        if (match := _AMONG.match(sentence.text)) and (
            figure := total_of(statement, match["name"])
        ):
            base = Base((Term(figure),), match["name"])
            found |= {id(m): base for m in sentence.mentions if m.kind == "share"}
            continue
        for parts in complete_runs(sentence):
            base = Base(tuple(Term(part.figure) for part, _ in parts), "各项之和")
            found |= {id(share): base for _, share in parts}
        for listing in listings(sentence, previous):
            base = Base((Term(listing.whole.figure),), listing.whole.label)
            found |= {id(share): base for item in listing.items for share in item.shares}
    return found


def lines_of(statement: Statement) -> dict[int, Base]:
    """The bases of shares printed one a numbered line (（1）教育支出…万元，占…%)."""
    found: dict[int, Base] = {}
    near: list[Mention] = []
    run: list[tuple[Mention, Mention]] = []
    for group in paragraphs(statement):
        pair = next(pairs(group[0]), None)
        if pair and pair[0] is group[0].mentions[0] and _NUMBERED.match(group[0].passage.text):
            run.append(pair)
            continue
        found |= voted(run, near)
        run = []
        near = [*near[-_NEAR:], *(m for s in group for m in s.mentions if is_level(m))]
    return found | voted(run, near)
