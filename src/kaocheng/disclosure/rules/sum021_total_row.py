"""SUM021: the 合计 row of a plain table is not the sum of its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.nesting import outermost
from kaocheng.disclosure.plain.summing import adds_up, levels
from kaocheng.disclosure.plain.trusting import is_nested, right_and_wrong
from kaocheng.disclosure.plain_tables import plain_tables
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.tables import Column, Entry, Row, Table
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM021"
_TOTAL = re.compile(r"合\s*计|总\s*计|合计数")
_INNER = re.compile(r"其中|小\s*计|合\s*计|总\s*计|本年.*合计|占比|比例|率|结转|结余")
_FEWEST = 2


@rule("表中合计行与各行之和不符", family="表内勾稽", of=Statement)
def total_row(statement: Statement) -> Iterator[Sum | Unjudged]:
    """In a table nobody described, whose last or first row is 合计 and which has no inner totals."""
    listed = [table for table in plain_tables(statement) if not _is_layered(table)]
    claims = [claim for table in listed for claim in _claims(table)]
    yield from claims
    if not claims:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有带合计行的一般表格")


def _is_layered(table: Table) -> bool:
    """Whether its levels are printed, so that another rule adds them up."""
    return any(one.layered for one in levels(table, CODE))


def _claims(table: Table) -> Iterator[Sum]:
    lines = [row for row in table.rows if not row.side]
    totals = [row for row in lines if _TOTAL.fullmatch(row.name.strip("：: "))]
    parts = [row for row in lines if row not in totals]
    at_edge = len(totals) == 1 and totals[0] in (lines[0], lines[-1])
    outer = (outermost(table, parts) or []) if at_edge else []
    plain = not any(_INNER.search(row.name) or row.code for row in outer)
    if plain and len(outer) >= _FEWEST:
        for column in table.columns:
            if adds_up(column):
                yield from _claim(table, column, totals[0], outer)


def _claim(table: Table, column: Column, total: Row, parts: list[Row]) -> Iterator[Sum]:
    stated = _entry(table, total, column)
    entries = [_entry(table, row, column) for row in parts]
    figures = [entry.figure for entry in entries if entry and entry.figure]
    if stated and stated.figure and not stated.figure.unit.is_ratio and len(figures) >= _FEWEST:
        says = f"“{column.name or '本栏'}”合计 = 各行之和"
        claim = Sum(CODE, stated.figure, tuple(Term(figure) for figure in figures), says)
        if not (is_nested(stated.figure, figures) and right_and_wrong([claim])[1]):
            yield claim


def _entry(table: Table, row: Row, column: Column) -> Entry | None:
    return table.entries.get((row.index, column.index))
