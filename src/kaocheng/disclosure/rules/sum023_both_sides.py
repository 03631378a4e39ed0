"""SUM023: the totals of the sides of a plain table differ: 收入总计 is not 支出总计."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.plain_tables import unscored_tables
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.tables import Row, Table
from kaocheng.editions.labels import bare
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM023"
_IN = re.compile(r"收入(?:决算|预算)?总计$")
_OUT = re.compile(r"支出(?:决算|预算)?总计$")
_EITHER = re.compile(r"^总计$")
_SIDED = re.compile(r"收入|支出|来源")


@rule("收入总计与支出总计不相等", family="表内勾稽", of=Statement)
def both_sides(statement: Statement) -> Iterator[Sum | Unjudged]:
    """In a table nobody described, whatever stands side by side or one below the other."""
    claims = [claim for table in unscored_tables(statement) for claim in _claims(table)]
    yield from claims
    if not claims:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有同时列收入总计、支出总计的一般表格")


def _claims(table: Table) -> Iterator[Sum]:
    """收入总计 with each 支出总计, in the first column of each side, or column by column."""
    first = [row for row in table.rows if _is(row, _IN, table)]
    others = [row for row in table.rows if _is(row, _OUT, table) and row not in first]
    if len(first) != 1:
        return
    for other in others:
        for stated, figure in _pairs(table, first[0], other):
            if stated and figure and stated.unit == figure.unit:
                says = f"《{table.name}》收入总计 = 支出总计"
                yield Sum(CODE, stated, (Term(figure),), says, same=True)


def _is(row: Row, pattern: re.Pattern[str], table: Table) -> bool:
    name = bare(row.name)
    if pattern.search(name):
        return True
    heads = "".join("".join(c.path[:1]) for c in table.columns if c.strip == row.strip)
    side = "收入" if pattern is _IN else "支出"
    return bool(_EITHER.match(name)) and bool(_SIDED.search(heads)) and side in heads


def _pairs(table: Table, left: Row, right: Row) -> Iterator[tuple[Figure | None, Figure | None]]:
    """The cells that say the same: the first of each side; in one strip, each column."""
    mine, theirs = _figures(table, left), _figures(table, right)
    if left.strip == right.strip:
        yield from ((mine[at], theirs.get(at)) for at in mine)
    elif mine and theirs:
        yield mine[min(mine)], theirs[min(theirs)]


def _figures(table: Table, row: Row) -> dict[int, Figure]:
    return {
        column.index: entry.figure
        for column in table.columns
        if column.strip == row.strip
        and (entry := table.entries.get((row.index, column.index)))
        and entry.figure
    }
