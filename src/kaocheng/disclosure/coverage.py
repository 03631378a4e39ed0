"""Coverage (覆盖): which printed figures are bound to at least one independent check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from kaocheng.disclosure.judging import Decided
from kaocheng.disclosure.prints import Spot, spot
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.documents import Cell, Grid, Passage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome
from kaocheng.kernel.relations import Sum
from kaocheng.kernel.reports import Judged
from kaocheng.performance.records import Performance


def printed_figures(statement: Statement, performance: Performance) -> tuple[Figure, ...]:
    """Every printed figure once: in the tables, in the sentences, in the self-evaluation forms.

    What a form reads in its own unit goes before the plain reading of the same cell.
    """
    evaluated = tuple(f for f in _evaluated(performance) if f.text)
    known = {spot(figure.place): figure for figure in reversed(evaluated)}
    seen: dict[Spot, Figure] = {}
    for figure in (*_plain(statement, performance), *evaluated):
        if figure.text:
            seen.setdefault(spot(figure.place), known.get(spot(figure.place), figure))
    return tuple(seen.values())


def _evaluated(performance: Performance) -> Iterator[Figure]:
    return _inside((*performance.forms, *performance.scorecards, *performance.prose))


def _plain(statement: Statement, performance: Performance) -> Iterator[Figure]:
    cards = {id(card.grid) for card in performance.scorecards}
    for table in statement.tables:
        if id(table.grid) not in cards:  # what a scorecard prints beside its scores is its rules
            yield from (entry.figure for entry in table.entries.values() if entry.figure)
    standards = _standards(performance)
    for sentence in statement.sentences:
        if spot(sentence.passage.place) in standards:
            continue
        yield from (mention.figure for mention in sentence.mentions)


def _standards(performance: Performance) -> set[Spot]:
    """Cells that print the rules of a form (计分标准, 填写说明): their numbers are not its figures."""
    cells = [
        cell.place for card in performance.scorecards for row in card.grid.rows for cell in row
    ]
    passages = [rule.place for form in performance.forms for rule in form.rules]
    return {spot(place) for place in (*cells, *passages)}


def _inside(thing: object) -> Iterator[Figure]:
    """The figures anywhere inside a record."""
    if isinstance(thing, Figure):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from _inside(part)
    elif is_dataclass(thing) and not isinstance(thing, (Grid, Cell, Passage, type)):
        for field in fields(thing):
            yield from _inside(getattr(thing, field.name))


def free_figures(
    figures: Iterable[Figure],
    decided: Iterable[Decided],
    findings: Iterable[Finding],
    judged: Iterable[Judged],
) -> tuple[Figure, ...]:
    """The figures no decided equation, no ratio and no finding touches."""
    bound = {
        spot(figure.place) for item in decided if _binds(item) for figure in item.relation.figures()
    }
    bound |= {spot(figure.place) for one in judged for figure in one.figures}
    bound |= {spot(finding.place) for finding in findings}
    return tuple(figure for figure in figures if spot(figure.place) not in bound)


def _binds(item: Decided) -> bool:
    relation = item.relation
    if item.outcome not in (Outcome.HOLDS, Outcome.FAILS):
        return False
    return not (isinstance(relation, Sum) and relation.kind != "=")
