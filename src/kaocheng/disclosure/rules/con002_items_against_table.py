"""CON002: an amount given for a 项 in the text differs from its row in the table."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.items import Item, items, row_names
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.tables import Table
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "CON002"
_COLUMNS = {
    "general_public": "本年支出",
    "government_fund": "本年支出",
    "state_capital": "本年支出",
    "budget_general_public": "合计",
    "budget_government_fund": "合计",
    "budget_state_capital": "合计",
}


@rule("分科目说明的数额与表不一致", family="表文一致", of=Statement)
def items_against_table(statement: Statement) -> Iterator[Sum | Unjudged]:
    """The amount printed for a 项 is the amount of that 项 in its table."""
    tables = [table for table in statement.tables if table.kind in _COLUMNS]
    lines = list(items(statement))
    if not tables or not lines:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有分科目的说明或没有分科目的表")
        return
    for item in lines:
        yield from _claims(item, tables)


def _claims(item: Item, tables: list[Table]) -> Iterator[Sum]:
    for table in tables:
        row = row_names(table).get(item.name)
        figure = _cell(table, row.index) if row else None
        if figure and item.amount:
            says = f"“{item.name[2]}”文中数与表一致"
            yield Sum(CODE, item.amount.figure, (Term(figure),), says, same=True)


def _cell(table: Table, row: int) -> Figure | None:
    for (index, _), entry in table.entries.items():
        if index == row and entry.column.name == _COLUMNS[table.kind]:
            return entry.figure
    return None
