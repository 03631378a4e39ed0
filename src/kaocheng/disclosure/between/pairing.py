"""Which figures of a dossier belong to each other (配对)."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.between.dossiers import Dossier, Pair, agreed, owns
from kaocheng.kernel.extracts import OWN, Extract, Told

_PUBLISHED = "公开"


def over_years(dossier: Dossier, via: str) -> Iterator[Pair]:
    """Each figure of that kind about an earlier year, with that year's own document."""
    for here in dossier.extracts:
        for told in here.told:
            if told.via == via and (pair := _known(dossier, here, told)):
                yield pair


def within_year(dossier: Dossier) -> Iterator[Pair]:
    """Each named total of a document with the first other document of that year that prints it."""
    for number, here in enumerate(ranked := sorted(dossier.extracts, key=_rank)):
        before = [one for one in ranked[:number] if one in dossier.of_year(here.year or 0, here)]
        for told in here.told:
            if told.via == OWN and (pair := _first(here, told, before)):
                yield pair


def _rank(extract: Extract) -> tuple[int, bool]:
    """Published accounts before what else speaks of the year."""
    return extract.year or 0, _PUBLISHED not in extract.kind


def _known(dossier: Dossier, here: Extract, told: Told) -> Pair | None:
    others = dossier.of_year(told.year, here)
    alike = [one for one in others if one.level == here.level]
    return _first(here, told, sorted(alike or others, key=_rank))


def _first(here: Extract, told: Told, others: list[Extract]) -> Pair | None:
    """The first of the documents that prints the amount and does not contradict itself in it."""
    for there in others:
        prints = owns(there).get(told.key)
        known = agreed(prints) if prints else None
        if known:
            return Pair(here, told, there, known)
    return None
