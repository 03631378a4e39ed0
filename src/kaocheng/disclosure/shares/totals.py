"""Shares without amounts beside them (占比的两个数都在别处): both are named totals of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.concepts import Concept, concept_of, concepts, in_tables
from kaocheng.disclosure.context import essence
from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.relations import Ratio, Term

_SAID = re.compile(
    r"(?:\A|[，,。；;：:、\s])(?:其中)?(?:20\d\d年度?)?(?P<part>[^，,。；;：:、占\d]{4,30})占"
    r"(?P<base>[^，,。；;：:、占\d]{4,30}?)的?(?:比重|比例)?(?:为|达|约为)?\Z"
)
_YEAR = re.compile(r"^(?:20\d\d年度?|本年度?|全年)")


def of_totals(code: str, statement: Statement, share: Mention) -> Ratio | None:
    """The part over the whole, where the words right before the share name two totals exactly.

    Each must have one value wherever the document prints it; else which is meant is not sure.
    """
    said = _SAID.search(share.before)
    if said is None or share.figure.approximate:
        return None
    part, base = _figure(statement, said["part"]), _figure(statement, said["base"])
    if part is None or base is None or part.base > base.base or not base.value:
        return None
    says = f"“{said['part']}”占“{said['base']}”的比重"
    return Ratio(code, share.figure, (Term(part),), (Term(base),), says)


def _figure(statement: Statement, words: str) -> Figure | None:
    """The most precise print of the total of exactly that name, where all its prints agree."""
    known = _concept(words, statement)
    figures = list(_prints(statement, known)) if known else []
    if not figures:
        return None
    best = min(figures, key=lambda figure: figure.step)
    return best if all(best.interval.meets(figure.interval) for figure in figures) else None


def _concept(words: str, statement: Statement) -> Concept | None:
    kind = "预算" if "预算公开" in statement.profile.kind else "决算"
    name = essence(_YEAR.sub("", words.strip()))
    for known in concepts():
        barred = known.unless and known.unless.search(words)
        if known.kind == kind and not known.section and not barred and known.words.fullmatch(name):
            return known
    return None


def _prints(statement: Statement, known: Concept) -> Iterator[Figure]:
    yield from in_tables(known, statement.tables)
    for sentence in statement.sentences:
        for mention in sentence.mentions:
            named = concept_of(mention, sentence, statement.profile)
            if (
                named
                and named.name == known.name
                and mention.figure.year in (statement.profile.year, None)
            ):
                yield mention.figure
