"""Columns computed from columns beside them (计算栏): rates, shares, changes, in tables nobody described.

What a column is computed from is seldom written. It is taken from the numbers: of all the ways its
heading allows, the one that most rows bear out; the rows that do not are the ones to look at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

from kaocheng.disclosure.tables import WIDEST, Column, Row, Table
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.relations import Ratio, Relation, Sum, Term

_CHANGE = re.compile(r"增减|增加|减少|差额|变动|变化|差异")
_ONE = Decimal(1)
_FEWEST = 3
_NEAR = 24
"""So many columns are tried in pairs for each computed one."""
_TWO, _MOSTLY = Fraction(2), Fraction(3, 5)
Way = Callable[[Figure, dict[int, Figure]], Relation | None]


@dataclass(frozen=True, slots=True)
class _Line:
    row: Row
    stated: Figure
    beside: dict[int, Figure]


@dataclass(frozen=True, slots=True)
class _Tried:
    """The relations that a way gives, and the figures that follow from it."""

    found: list[Relation]
    right: frozenset[Figure]


def derived(code: str, table: Table) -> Iterator[Relation]:
    """Every row's relation, in each column most of whose rows follow one way."""
    if len(table.columns) > WIDEST:
        return
    beside = _beside(table)
    for column in table.columns:
        first = next(_lines(table, column, beside), None)
        rated = first is not None and first.stated.unit.is_ratio
        if first is None or not (rated or _CHANGE.search(column.heading)):
            continue  # most columns: told by one row, however long the table
        lines = list(_lines(table, column, beside))
        if len(lines) < _FEWEST:
            continue
        ways = list(_rates(code, table, column) if rated else _changes(code, table, column))
        yield from _best(lines, ways)


def _best(lines: Sequence[_Line], ways: Sequence[Way]) -> list[Relation]:
    """The relations of the way most rows bear out; none where two ways do so equally for other rows."""
    least = max(_TWO, _MOSTLY * len(lines))
    tried = [_borne(lines, way, least) for way in ways]
    ranked = sorted(tried, key=lambda one: -len(one.right))
    if not ranked or len(ranked[0].right) < least:
        return []
    best = ranked[0].right
    rivals = (one.right for one in ranked[1:])
    return [] if any(len(r) == len(best) and r != best for r in rivals) else ranked[0].found


def _borne(lines: Sequence[_Line], way: Way, least: Fraction) -> _Tried:
    """What one way says; given up as soon as too few rows are left to bear it out."""
    found: list[Relation] = []
    right: set[Figure] = set()
    for left, line in zip(range(len(lines), 0, -1), lines, strict=True):
        if len(right) + left < least:
            return _Tried([], frozenset())
        relation = way(line.stated, line.beside)
        if relation is not None:
            found.append(relation)
            right |= {relation.stated} if _holds(relation) else set()
    return _Tried(found, frozenset(right))


def _holds(relation: Relation) -> bool:
    implied = relation.implied(relation.stated)
    return implied is not None and implied.meets(relation.stated.interval)


def _beside(table: Table) -> dict[int, dict[int, Figure]]:
    """The amounts of each row by column, taken once for all columns."""
    found: dict[int, dict[int, Figure]] = {row.index: {} for row in table.rows}
    for (row, column), entry in table.entries.items():
        if entry.figure and not entry.figure.unit.is_ratio:
            found[row][column] = entry.figure
    return found


def _lines(
    table: Table, column: Column, beside: Mapping[int, dict[int, Figure]]
) -> Iterator[_Line]:
    """The rows with an amount in the column that is not zero, and the amounts beside it."""
    for row in table.rows:
        entry = table.entries.get((row.index, column.index))
        if entry and entry.figure and entry.figure.value:
            yield _Line(row, entry.figure, beside[row.index])


def _rates(code: str, table: Table, column: Column) -> Iterator[Way]:
    """X = A ÷ B, X = (A − B) ÷ B, X = A ÷ the total of A."""
    wholes = [row for row in table.rows if row.total or row.name.strip() in {"合计", "总计"}]
    for over, under in permutations(_amounts(table, column), 2):
        yield _quotient(code, column, over, under)
        yield _growth(code, column, over, under)
    for over in _amounts(table, column):
        whole = table.entries.get((wholes[0].index, over.index)) if len(wholes) == 1 else None
        if whole and whole.figure:
            yield _share(code, column, over, whole.figure)


def _changes(code: str, table: Table, column: Column) -> Iterator[Way]:
    for now, before in permutations(_amounts(table, column), 2):
        yield _difference(code, column, now, before)


def _amounts(table: Table, column: Column) -> list[Column]:
    """The columns it may be computed from: those of its group, the nearest of a wide one."""
    others = [c for c in table.columns if c.index != column.index and c.strip == column.strip]
    if len(others) <= _NEAR:
        return others
    near = sorted(others, key=lambda c: abs(c.index - column.index))[:_NEAR]
    return sorted(near, key=lambda c: c.index)


def _quotient(code: str, column: Column, over: Column, under: Column) -> Way:
    says = f"“{column.heading}”={over.heading}÷{under.heading}"

    def way(stated: Figure, beside: dict[int, Figure]) -> Relation | None:
        a, b = beside.get(over.index), beside.get(under.index)
        return Ratio(code, stated, (Term(a),), (Term(b),), says) if a and b and b.value else None

    return way


def _growth(code: str, column: Column, now: Column, before: Column) -> Way:
    says = f"“{column.heading}”=（{now.heading}－{before.heading}）÷{before.heading}"

    def way(stated: Figure, beside: dict[int, Figure]) -> Relation | None:
        a, b = beside.get(now.index), beside.get(before.index)
        if not a or not b or not b.value:
            return None
        return Ratio(code, stated, (Term(a), Term(b, -_ONE)), (Term(b),), says)

    return way


def _share(code: str, column: Column, over: Column, whole: Figure) -> Way:
    says = f"“{column.heading}”={over.heading}÷合计"

    def way(stated: Figure, beside: dict[int, Figure]) -> Relation | None:
        part = beside.get(over.index)
        if part is None or part is whole or not whole.value:
            return None
        return Ratio(code, stated, (Term(part),), (Term(whole),), says)

    return way


def _difference(code: str, column: Column, now: Column, before: Column) -> Way:
    says = f"“{column.heading}”={now.heading}－{before.heading}"

    def way(stated: Figure, beside: dict[int, Figure]) -> Relation | None:
        a, b = beside.get(now.index), beside.get(before.index)
        return Sum(code, stated, (Term(a), Term(b, -_ONE)), says) if a and b else None

    return way
