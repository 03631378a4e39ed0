"""UNI001: a table prints amounts and no unit, though the text tells which unit they are in."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.slips import ONE_DIGIT, SWAPPED, slip
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.tables import UNSTATED, Entry, Table
from kaocheng.kernel.documents import Paragraph
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "UNI001"
_POWERS = {0: "元", 3: "千元", 4: "万元", 8: "亿元"}
_TELLING = 2
_NEAR = 3
_SLIPS = {ONE_DIGIT, SWAPPED}


@rule("表中没有注明金额单位", family="单位", of=Statement)
def unit_not_stated(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """The total of a table without a unit is an amount of the text moved by a power of ten."""
    amounts = [m for s in statement.sentences for m in s.mentions if m.kind == "amount"]
    found = False
    for table in statement.tables:
        near = _just_before(statement, table)
        for entry in _totals(table):
            match = _match(entry, amounts)
            if match:
                found = True
                yield _finding(entry, *match)
                says = "表中合计与文中金额只差单位"
                yield Judged(CODE, Outcome.FAILS, says, (match[0].figure,))
                break
            if slipped := _slipped(entry, near):
                found = True
                yield _apart(entry, *slipped)
                break
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有不注明单位而能与文中对照的表")


def _just_before(statement: Statement, table: Table) -> list[Mention]:
    """The amounts of the last paragraphs before a table."""
    blocks = statement.document.blocks
    at = next((number for number, block in enumerate(blocks) if block is table.grid), 0)
    near = {id(b.content) for b in blocks[max(at - _NEAR, 0) : at] if isinstance(b, Paragraph)}
    told = [m for s in statement.sentences if id(s.passage) in near for m in s.mentions]
    return [mention for mention in told if mention.kind == "amount"]


def _slipped(entry: Entry, near: list[Mention]) -> tuple[Mention, str] | None:
    """The only amount just before the table that is one digit away from its total, in some unit."""
    figure = entry.figure
    found = [
        (mention, f"{figure.value:f}{unit}")
        for mention in near
        for power, unit in _POWERS.items()
        if figure and slip(mention.figure, figure.value * Decimal(10) ** power) in _SLIPS
    ]
    return found[0] if len(found) == 1 else None


def _apart(entry: Entry, mention: Mention, total: str) -> Finding:
    figure = mention.figure
    return Finding(
        code=CODE,
        place=figure.place,
        quote=figure.text,
        written=figure.text,
        expected=total,
        message=f"紧接着的表没有注明单位，合计 {entry.cell.text.strip()} 与这里的 {figure.text} "
        "只差一两个数字，两处应是同一个数。",
        remedy="核对两处的数，并在表的右上角注明单位。",
        severity=Severity.NOTE,
        related=(entry.cell.place,),
    )


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
