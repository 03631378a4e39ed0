"""One print, one figure (同一处数字): figures read by several readers from one spot become one object."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.places import Place
from kaocheng.kernel.relations import Ratio, Relation, Sum, Term

Spot = tuple[object, ...]


def spot(place: Place) -> Spot:
    """The characters of the file a figure takes; a whole cell counts from its first character."""
    return (place.file, place.page, place.sheet, place.table, place.row, place.column,
            place.line, place.paragraph, place.start or 0)  # fmt: skip


class Prints:
    """The first figure seen at each spot stands for all later ones."""

    def __init__(self) -> None:
        self._first: dict[Spot, Figure] = {}

    def of(self, figure: Figure) -> Figure:
        """The figure that stands for this print; constants stand for themselves."""
        return self._first.setdefault(spot(figure.place), figure) if figure.text else figure

    def relation(self, relation: Relation) -> Relation:
        """The same relation on the figures that stand for its prints."""
        stated = self.of(relation.stated)
        if isinstance(relation, Ratio):
            over, under = self._terms(relation.over), self._terms(relation.under)
            return replace(relation, stated=stated, over=over, under=under)
        return replace(relation, stated=stated, terms=self._terms(relation.terms))

    def _terms(self, terms: Iterable[Term]) -> tuple[Term, ...]:
        return tuple(Term(self.of(term.figure), term.factor) for term in terms)


def distinct(relations: Iterable[Relation]) -> list[Relation]:
    """The relations with a figure's claims made once: equal claims of two rules count once."""
    seen: dict[Spot, Relation] = {}
    for relation in relations:
        seen.setdefault(_claim(relation), relation)
    return list(seen.values())


def _claim(relation: Relation) -> Spot:
    if isinstance(relation, Sum):
        parts = sorted((id(t.figure), t.factor) for t in relation.terms)
        if len(parts) == 1 and relation.kind == "=" and parts[0][1] == 1:
            return ("same", *sorted((id(relation.stated), parts[0][0])))
        return (relation.kind, id(relation.stated), *parts)
    over = tuple(sorted((id(t.figure), t.factor) for t in relation.over))
    under = tuple(sorted((id(t.figure), t.factor) for t in relation.under))
    return ("ratio", id(relation.stated), over, under)
