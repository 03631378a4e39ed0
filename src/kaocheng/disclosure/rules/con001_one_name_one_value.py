"""CON001: one named total printed with two values, in the text or against its table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.concepts import concept_of, concepts, in_tables
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "CON001"
_KINDS = 30


@rule("同一数字前后不一致", family="表文一致", of=Statement)
def one_name_one_value(statement: Statement) -> Iterator[Sum | Unjudged]:
    """A named total has one value wherever the document prints it."""
    year = statement.profile.year
    found: dict[str, list[Figure]] = defaultdict(list)
    for known in concepts():
        found[known.name] += in_tables(known, statement.tables)
    for sentence in statement.sentences:
        for mention in sentence.mentions:
            concept = concept_of(mention, sentence, statement.profile)
            if concept and mention.figure.year in (year, None):
                found[concept.name].append(mention.figure)
    groups = {name: figures for name, figures in found.items() if len(figures) > 1}
    for name, figures in groups.items():
        yield from _claims(name, figures)
    if not groups:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有重复出现的总量")


def _claims(name: str, figures: list[Figure]) -> Iterator[Sum]:
    """Each figure against the most precise one of the value most of them have."""
    best = _usual(figures)
    for figure in figures:
        if figure is not best:
            yield Sum(CODE, figure, (Term(best),), f"“{name}”前后应一致", same=True)


def _usual(figures: list[Figure]) -> Figure:
    """The most precise figure of the value most others agree with."""
    often = Counter((figure.base, figure.step) for figure in figures)
    first = {(figure.base, figure.step): figure for figure in reversed(figures)}
    kinds = [first[key] for key, _ in often.most_common(_KINDS)]
    return max(kinds, key=lambda f: (_support(f, kinds, often), -f.step))


def _support(figure: Figure, kinds: list[Figure], often: Counter[tuple[Decimal, Decimal]]) -> int:
    agreeing = [other for other in kinds if figure.interval.meets(other.interval)]
    return sum(often[other.base, other.step] for other in agreeing)
