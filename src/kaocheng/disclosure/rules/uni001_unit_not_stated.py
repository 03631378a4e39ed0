"""UNI001: a table prints amounts and no unit, though the text tells which unit they are in."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.tables import UNSTATED, Entry, Table
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "UNI001"
_POWERS = {0: "元", 3: "千元", 4: "万元", 8: "亿元"}
_TELLING = 2


@rule("表中没有注明金额单位", family="单位", of=Statement)
def unit_not_stated(statement: Statement) -> Iterator[Finding | Unjudged]:
    """The total of a table without a unit is an amount of the text moved by a power of ten."""
    amounts = [m for s in statement.sentences for m in s.mentions if m.kind == "amount"]
    found = False
    for table in statement.tables:
        for entry in _totals(table):
            match = _match(entry, amounts)
            if match:
                found = True
                yield _finding(entry, *match)
                break
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有不注明单位而能与文中对照的表")


def _totals(table: Table) -> Iterator[Entry]:
    """The printed totals of a table whose unit is not stated."""
    for entry in table.entries.values():
        if entry.figure and entry.figure.unit is UNSTATED and entry.row.total:
            yield entry


def _match(entry: Entry, amounts: list[Mention]) -> tuple[Mention, str] | None:
    figure = entry.figure
    digits = str(abs(figure.value)).replace(".", "").strip("0") if figure else ""
    if figure is None or len(digits) < _TELLING:
        return None
    for mention in amounts:
        for power, unit in _POWERS.items():
            if mention.figure.base == figure.value * Decimal(10) ** power:
                return mention, unit
    return None


def _finding(entry: Entry, mention: Mention, unit: str) -> Finding:
    return Finding(
        code=CODE,
        place=entry.cell.place,
        quote=entry.cell.text.strip(),
        written=f"{entry.cell.text.strip()}（未注明单位）",
        expected=f"{entry.cell.text.strip()}{unit}",
        message=f"表中金额没有注明单位；文中写作 {mention.figure.text}，本表的单位应为{unit}。",
        remedy=f"在表的右上角注明“单位：{unit}”。",
        related=(mention.figure.place,),
    )
