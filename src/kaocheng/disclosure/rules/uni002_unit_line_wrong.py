"""UNI002: the unit line of a table contradicts the same numbers in all other tables."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.table_captions import unit_words
from kaocheng.disclosure.tables import Table
from kaocheng.disclosure.wording import Words, said, skipped
from kaocheng.kernel.documents import Passage
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "UNI002"


@rule("表头的金额单位写错", family="单位", of=Statement)
def unit_line_wrong(statement: Statement) -> Iterator[Finding | Unjudged]:
    """各表印的是同样的数，只有一张表的表头写了另一个单位：错在这一行，不在表里的数。"""
    told = [table for table in statement.tables if table.unit_line]
    if len(told) < 2:
        yield skipped(CODE, "写明单位的表不到两张")
    for table in told:
        if table.misprinted and table.unit and table.unit_line:
            yield _finding(table, table.unit_line, table.misprinted.name, table.unit.name)


def _finding(table: Table, line: Passage, printed: str, meant: str) -> Finding:
    match = unit_words(line.text)
    start, end = match.span() if match else (0, len(line.text))
    words = Words(
        meant,
        f"《{table.name}》的单位写作{printed}，而表中的数与其他各表以{meant}为单位印的数相同。",
        f"把这张表的单位改为{meant}；其他各表写错的，改其他各表。",
    )
    return said(CODE, line, start, end, words)
