"""SUB001: a 科目 name that is not the name of its code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.subjects import (
    coded_rows,
    fits,
    is_old_name,
    official,
    other_codes,
    prints_code,
    subject_cell,
)
from kaocheng.disclosure.tables import Row
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "SUB001"


@rule("科目名称与编码不符", family="科目", of=Statement)
def name_of_code(statement: Statement) -> Iterator[Finding | Unjudged]:
    """Each code in a table stands beside the name it bears in the year of the document."""
    year = statement.profile.year
    seen = False
    for table in statement.tables:
        rows = [row for row in coded_rows(table) if prints_code(row, table)]
        seen = seen or bool(rows)
        groups: dict[tuple[str, str], list[Row]] = {}
        for row in _misnamed(rows, year):
            groups.setdefault((row.code, row.subject), []).append(row)
        for same in groups.values():
            yield _finding(same, year)
    if not seen:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有列出科目编码的表")


def _misnamed(rows: Sequence[Row], year: int | None) -> Iterator[Row]:
    """Rows whose name is not their code's; where another row uses the code rightly, see SUB002."""
    right = {row.code for row in rows if fits(row.subject, row.code, year)}
    for row in rows:
        if row.code not in right and not is_old_name(row.subject, row.code):
            yield row


def _finding(same: Sequence[Row], year: int | None) -> Finding:
    row, *rest = same
    entry = official(row.code, year)
    name = entry.name if entry else ""
    others = other_codes(row.subject, row.code)
    hint = f"；“{row.subject}”的编码是{'、'.join(others)}" if others else ""
    return Finding(
        code=CODE,
        place=subject_cell(row).place,
        quote=subject_cell(row).text,
        written=f"{row.code} {row.subject}",
        expected=f"{row.code} {name}",
        message=f"编码{row.code}的科目名称是“{name}”，表中写作“{row.subject}”{hint}",
        remedy=f"改为“{name}”，或核对编码",
        related=tuple(subject_cell(other).place for other in rest),
    )
