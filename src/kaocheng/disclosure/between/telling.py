"""The named amounts of a document's own year (本年数), and its opening balances (年初数)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from kaocheng.disclosure.between.links import Link, links
from kaocheng.disclosure.concepts import concept_of, concepts, in_tables
from kaocheng.disclosure.sheets import Sheet, sets
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.tables import UNSTATED, Table
from kaocheng.kernel.extracts import OPENING, OWN, Told
from kaocheng.kernel.figures import Figure

_ABOUT = re.compile(r"(?:约|近|逾|超过?|不少于|不低于)\Z")
_KEPT = 3  # prints of one name that are kept, each of another value


def own(statement: Statement, year: int) -> Iterator[Told]:
    """Named totals and closing balances, each distinct print once, from tables and sentences."""
    found: dict[str, list[Told]] = defaultdict(list)
    for told in (*_tabled(statement, year), *_said(statement, year)):
        alike = (told.via, told.figure.base, told.figure.step)
        kept = found[told.key + told.via]
        if usable(told.figure) and len(kept) < _KEPT and alike not in map(_print, kept):
            kept.append(told)
    for kept in found.values():
        yield from kept


def usable(figure: Figure) -> bool:
    """Whether a figure says exactly what it means: not 约, and in a unit that is printed."""
    return not figure.approximate and figure.unit is not UNSTATED


def one_set(statement: Statement) -> Mapping[str, Sheet]:
    """The account tables by kind; none where the document holds those of several offices."""
    groups = list(sets(statement.tables))
    return groups[0] if len(groups) == 1 else {}


def _print(told: Told) -> tuple[object, ...]:
    return told.via, told.figure.base, told.figure.step


def _tabled(statement: Statement, year: int) -> Iterator[Told]:
    group = one_set(statement)
    tables = tuple(looked.table for looked in group.values())
    names = {id(cell): table.name for table in tables for cell in _figures(table)}
    linked = {said for link in links() for said in link.said}
    for concept in concepts():
        for figure in in_tables(concept, tables) if concept.name not in linked else ():
            yield Told(concept.name, concept.name, year, OWN, figure, names.get(id(figure), ""))
    for link in links():
        yield from _linked(link, group, year)


def _figures(table: Table) -> Iterator[Figure]:
    return (entry.figure for entry in table.entries.values() if entry.figure)


def _linked(link: Link, group: Mapping[str, Sheet], year: int) -> Iterator[Told]:
    for cell, via, word, of in (
        (link.closing, OWN, "年末", year),
        (link.opening, OPENING, "年初", year - 1),
    ):
        looked = group.get(cell[0])
        entry = looked.entry(cell[1], cell[2]) if looked else None
        if looked and entry and entry.figure:
            yield Told(link.key, word + link.name, of, via, entry.figure, looked.table.name)


def _said(statement: Statement, year: int) -> Iterator[Told]:
    closing = {link.said[0]: link for link in links() if link.said[0]}
    opening = {link.said[1]: link for link in links() if link.said[1]}
    for sentence in statement.sentences:
        for mention in sentence.mentions:
            concept = concept_of(mention, sentence, statement.profile)
            if (
                concept is None
                or mention.refers
                or _ABOUT.search(mention.label)
                or mention.figure.year not in (year, None)
            ):
                continue
            name, text = concept.name, sentence.text
            if name in opening:
                key = opening[name].key
                yield Told(key, name, year - 1, OPENING, mention.figure, text)
            else:
                key = closing[name].key if name in closing else name
                yield Told(key, name, year, OWN, mention.figure, text)
