"""Tables of named rows (列举表) and tables of one row under wide headings (单行表)."""

from __future__ import annotations

from kaocheng.editions.layouts import Layout
from kaocheng.editions.takes import NOTHING
from kaocheng.money.books import Books
from kaocheng.money.filling.plans import Line, Plan
from kaocheng.money.filling.slots import AMOUNT, NAME, ORDER, Filled, Slot, counted, titles, valued


def fill(layout: Layout, books: Books) -> Filled:
    """One row for each of the layout's rows, with its running number."""
    lines = [Line(row.name, row.takes, row.label, total=row.total) for row in layout.rows]
    plan = Plan(books, lines, layout.columns, layout.base)
    lead = [("项目",), *([("行次",)] if layout.orders else [])]
    body = tuple(_row(plan, row, layout.orders) for row in range(len(lines)))
    paths = [*lead, *(column.path for column in layout.columns)]
    numbers = [*["栏次", ""][: len(lead)], *counted(1, layout.columns)]
    widths = (2 * NAME, *([ORDER] if layout.orders else []), *[AMOUNT] * len(layout.columns))
    head = titles(paths, numbers if layout.ordinals else [])
    return Filled(layout, head, body, widths, plan.nil())


def _row(plan: Plan, row: int, orders: bool) -> tuple[Slot, ...]:  # noqa: FBT001
    label = Slot(plan.lines[row].label)
    order = [Slot(str(row + 1), align="centre")] if orders else []
    return (label, *order, *valued(plan, row, 1 + len(order)))


def wide(layout: Layout, books: Books) -> Filled:
    """One row of values under the headings, which say all there is to say."""
    plan = Plan(books, [Line("", (NOTHING,))], layout.columns, layout.base)
    paths = [column.path for column in layout.columns]
    head = titles(paths, counted(1, layout.columns) if layout.ordinals else [])
    return Filled(layout, head, (tuple(valued(plan, 0, 0)),), (AMOUNT,) * len(paths), plan.nil())
