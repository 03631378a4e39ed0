"""Tables of two sides (收支对照表): income on the left, spending by 类 on the right."""

from __future__ import annotations

from kaocheng.editions.layouts import Layout, PrintedRow, Side
from kaocheng.editions.takes import Take
from kaocheng.kernel.numerals import chinese
from kaocheng.money.books import Books
from kaocheng.money.filling.naming import code_name
from kaocheng.money.filling.plans import Line, Plan
from kaocheng.money.filling.slots import AMOUNT, NAME, ORDER, Filled, Slot, counted, titles, valued

_BLANK = (Take(text=""),)


def fill(layout: Layout, books: Books) -> Filled:
    """The table with both sides level: items at the top, totals at the bottom."""
    items = [_items(layout, side, books) for side in layout.sides]
    tails = [[_line(row, n) for n, row in enumerate(side.tail)] for side in layout.sides]
    height, depth = max(map(len, items)), max(map(len, tails))
    sides = [
        [*item, *_blanks("空行", height - len(item)), *tail, *_blanks("末行", depth - len(tail))]
        for item, tail in zip(items, tails, strict=True)
    ]
    plans = [
        Plan(books, lines, side.columns, layout.base)
        for lines, side in zip(sides, layout.sides, strict=True)
    ]
    body = tuple(_row(plans, row, layout.orders) for row in range(height + depth))
    head = titles(*_head(layout))
    return Filled(layout, head, body, _widths(layout), all(plan.nil() for plan in plans))


def _items(layout: Layout, side: Side, books: Books) -> list[Line]:
    """The item rows of a side: its fixed rows, or each 类 of the form and any other that occurs."""
    if side.each is None:
        return [Line(row.name, row.takes, row.label, item=True) for row in side.rows]
    found = books.known(side.each.flow, "function", layout.base)
    year, made = books.year, []
    for number, code in enumerate(sorted({*layout.classes, *(one[:3] for one in found)}), 1):
        name = code_name(code, year)
        takes = (side.each.at("function", code),)
        made.append(Line(name, takes, f"{chinese(number)}、{name}", code, item=True))
    return made


def _line(row: PrintedRow, number: int) -> Line:
    return Line(row.name or f"无名行{number}", row.takes, row.label, total=row.total)


def _blanks(name: str, count: int) -> list[Line]:
    return [Line(f"{name}{number}", _BLANK) for number in range(count)]


def _row(plans: list[Plan], row: int, orders: bool) -> tuple[Slot, ...]:  # noqa: FBT001
    slots: list[Slot] = []
    for number, plan in enumerate(plans):
        line = plan.lines[row]
        slots.append(Slot(line.label, align="centre" if line.total else "left", total=line.total))
        if orders:
            order = number * len(plan.lines) + row + 1
            slots.append(Slot(str(order), align="centre", total=line.total))
        slots += valued(plan, row, len(slots))
    return tuple(slots)


def _head(layout: Layout) -> tuple[list[tuple[str, ...]], list[str]]:
    paths: list[tuple[str, ...]] = []
    numbers: list[str] = []
    first = 1
    for side in layout.sides:
        lead = [side.item, "行次"] if layout.orders else [side.item]
        paths += [(side.title, word) for word in lead]
        paths += [(side.title, *column.path) for column in side.columns]
        numbers += [*["栏次", ""][: len(lead)], *counted(first, side.columns)]
        first += len(side.columns)
    return paths, numbers if layout.ordinals else []


def _widths(layout: Layout) -> tuple[float, ...]:
    lead = [NAME, ORDER] if layout.orders else [NAME]
    return tuple(w for side in layout.sides for w in [*lead, *[AMOUNT] * len(side.columns)])
