"""SUM013: projects listed under a 项 that do not add up to it."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.tables import Entry, Table
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM013"
_KINDS = frozenset({"general_public_projects"})
_ITEM = 7


@rule("项目金额之和与所属科目不符", family="表内勾稽", of=Statement)
def projects_of_item(statement: Statement) -> Iterator[Sum | Unjudged]:
    """In a table of projects the lines without a code under a 项 make up the amount of the 项."""
    claims = [
        claim for table in statement.tables if table.kind in _KINDS for claim in _claims(table)
    ]
    yield from claims
    if not claims:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有逐个列出项目的项目支出表")


def _claims(table: Table) -> Iterator[Sum]:
    for column in table.columns:
        cells = [table.entries.get((row.index, column.index)) for row in table.rows]
        for item, projects in _groups([cell for cell in cells if cell]):
            figures = [cell.figure for cell in projects if cell.figure]
            if item.figure and figures:
                terms = tuple(Term(figure) for figure in figures)
                says = f"{item.row.code} {item.row.subject or item.row.name}为所列各项目之和"
                yield Sum(CODE, item.figure, terms, says, same=len(terms) == 1)


def _groups(cells: list[Entry]) -> Iterator[tuple[Entry, list[Entry]]]:
    """Each 项 with the lines that follow it before the next code."""
    for index, cell in enumerate(cells):
        if len(cell.row.code) == _ITEM:
            below = []
            for follower in cells[index + 1 :]:
                if follower.row.code or follower.row.total:
                    break
                below.append(follower)
            yield cell, below
