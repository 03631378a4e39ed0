"""SUB002: one code printed for two rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.subjects import (
    coded_rows,
    fits,
    other_codes,
    prints_code,
    repeated,
    subject_cell,
)
from kaocheng.disclosure.tables import Row, Table
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "SUB002"
# tables that list projects may name one 科目 many times
_LISTS = frozenset({"special_funds", "general_public_projects"})


@rule("同一表中科目编码重复", family="科目", of=Statement)
def code_twice(statement: Statement) -> Iterator[Finding | Unjudged]:
    """A table that adds up by codes has each code once."""
    seen = False
    for table in statement.tables:
        rows = [row for row in coded_rows(table) if prints_code(row, table)]
        if not _is_unique(table, rows):
            continue
        seen = True
        for same in repeated(rows).values():
            yield _finding(same, statement.profile.year)
    if not seen:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有按科目编码汇总的表")


def _is_unique(table: Table, rows: Sequence[Row]) -> bool:
    """Whether codes should be unique: a known form, or at most one repeated in several levels."""
    if table.kind:
        return bool(rows) and table.kind not in _LISTS
    levels = {len(row.code) for row in rows}
    return len(levels) > 1 and len(repeated(rows)) <= 1


def _finding(same: Sequence[Row], year: int | None) -> Finding:
    """The row whose name does not belong to the code is the one to mend, else the last."""
    wrong = next((row for row in same if not fits(row.subject, row.code, year)), same[-1])
    right = other_codes(wrong.subject, wrong.code)
    names = "、".join(f"“{row.subject}”" for row in same)
    return Finding(
        code=CODE,
        place=subject_cell(wrong).place,
        quote=subject_cell(wrong).text,
        written=f"{wrong.code} {wrong.subject}",
        expected=f"{'或'.join(right)} {wrong.subject}" if right else "每个编码只出现一次",
        message=f"编码{wrong.code}在同一表中出现{len(same)}次：{names}",
        remedy=f"“{wrong.subject}”改用编码{'或'.join(right)}" if right else "核对重复的编码",
        related=tuple(subject_cell(row).place for row in same if row is not wrong),
    )
