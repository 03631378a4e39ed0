"""SUB004: a code listed under a 款 or 类 that it does not belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.subjects import coded_rows, prints_code, repeated, subject_cell
from kaocheng.disclosure.tables import Row, Table
from kaocheng.editions.codes import parent
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "SUB004"


@rule("科目编码不属于上一级", family="科目", of=Statement)
def parent_of_code(statement: Statement) -> Iterator[Finding | Unjudged]:
    """In a table of all levels each 项 stands under its 款, each 款 under its 类."""
    seen = False
    for table in statement.tables:
        rows = [row for row in coded_rows(table) if prints_code(row, table)]
        if _has_levels(table, rows):
            seen = True
            yield from _orphans(rows)
    if not seen:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有分级列出科目的表")


def _has_levels(table: Table, rows: Sequence[Row]) -> bool:
    """Whether every level is listed, so that a missing parent means a wrong code."""
    levels = {len(row.code) for row in rows}
    one_system = len({row.code[0] for row in rows}) == 1
    codes = {row.code for row in rows}
    orphans = [row for row in rows if _is_orphan(row, codes)]
    return {3, 5} <= levels and one_system and len(orphans) <= 1 + len(rows) // 20 and bool(table)


def _is_orphan(row: Row, codes: set[str]) -> bool:
    above = parent(row.code)
    return bool(above) and above not in codes


def _orphans(rows: Sequence[Row]) -> Iterator[Finding]:
    codes, twice = {row.code for row in rows}, repeated(rows)
    last: dict[tuple[int, int], Row] = {}
    for row in rows:
        shorter = range(3, len(row.code), 2)
        before = [last[row.strip, length] for length in shorter if (row.strip, length) in last]
        if _is_orphan(row, codes) and before and row.code not in twice:
            yield _finding(row, max(before, key=lambda one: one.index))
        last[row.strip, len(row.code)] = row


def _finding(row: Row, above: Row) -> Finding:
    likely = above.code + row.code[len(above.code) :]
    return Finding(
        code=CODE,
        place=subject_cell(row).place,
        quote=subject_cell(row).text,
        written=f"{row.code} {row.subject}",
        expected=f"{above.code}开头的编码，如{likely}",
        message=f"{row.code}列在{above.code} {above.subject}之下，但编码不以{above.code}开头",
        remedy="核对编码，或把这一行移到它的上一级之下",
        related=(subject_cell(above).place,),
    )
