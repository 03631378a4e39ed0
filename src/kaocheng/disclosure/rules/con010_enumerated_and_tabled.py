"""CON010: a sentence names the parts of a total, and the table of that total names others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.context import essence
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.tables import Table
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "CON010"
_FEWEST = 4
_MOSTLY = 2
_POWERS = (0, 3, 4)
_TAIL = re.compile(r"(?:项目)?(?:专项)?(?:经费|资金)\Z")


@rule("文中列举的项目与表中不一致", family="前后一致", of=Statement)
def enumerated_and_tabled(statement: Statement) -> Iterator[Finding | Unjudged]:
    """“甲、乙、丙、丁专项经费 X 万元” against the rows of the table whose total is X."""
    found = False
    for sentence in statement.sentences:
        for mention in sentence.mentions:
            names = _names(mention) if mention.kind == "amount" and not sentence.in_table else []
            table = _table(statement, mention) if len(names) >= _FEWEST else None
            if table:
                found = True
                yield from _judge(sentence, mention, names, table)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有可与表对照的列举")


def _names(mention: Mention) -> list[str]:
    """The names joined by 、 and 及 that lead up to an amount."""
    clause = re.split(r"[，。；：]", mention.before)[-1]
    parts = [part for part in re.split(r"、", clause) if part.strip()]
    return [*parts[:-1], _TAIL.sub("", parts[-1])] if len(parts) > 1 else []


def _table(statement: Statement, mention: Mention) -> Table | None:
    """The table that prints the same amount, in whatever unit of money, in its 合计 row."""
    for table in statement.tables:
        for entry in table.entries.values():
            value = entry.figure.value if entry.figure and entry.row.total else None
            if value and mention.figure.base in {value * Decimal(10) ** n for n in _POWERS}:
                return table
    return None


def _judge(
    sentence: Sentence, mention: Mention, names: list[str], table: Table
) -> Iterator[Finding]:
    named = [essence(row.name) for row in table.rows if row.name and not row.total]
    rows = [name.removeprefix("新增") for name in named]
    known = [name for name in names if any(_alike(essence(name), row) for row in rows)]
    # the first name may still carry the subject of the sentence, so it is never called strange
    strange = [name for name in names[1:] if name not in known]
    absent = [row for row in rows if not any(_alike(essence(name), row) for name in names)]
    if strange and absent and len(known) * _MOSTLY >= len(names):
        start = sentence.passage.text.find(strange[0], sentence.start)
        yield Finding(
            code=CODE,
            place=sentence.passage.at(start, start + len(strange[0])),
            quote=strange[0],
            written="、".join(strange),
            expected="、".join(absent),
            message=f"文中列举的{_quoted(strange)}表中没有，表中的{_quoted(absent)}文中没有，"
            f"而两处的合计都是 {mention.figure.text}。",
        )


def _alike(name: str, row: str) -> bool:
    return name in row or row in name


def _quoted(names: list[str]) -> str:
    return "".join(f"“{name}”" for name in names)
