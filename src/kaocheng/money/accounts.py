"""Account tables (决算报表): every table of the year's edition, computed from the entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kaocheng.editions.layouts import Layout, layouts
from kaocheng.editions.loading import edition
from kaocheng.kernel.papers import Sheet
from kaocheng.money.books import Books
from kaocheng.money.filling import by_code, economic_blocks, listed, two_sided
from kaocheng.money.filling.pressing import pressed
from kaocheng.money.filling.printing import Printer
from kaocheng.money.filling.slots import Filled
from kaocheng.money.records import AccountsYear
from kaocheng.money.rounding import LAST, fixed, rule

SET = "部门决算公开"
_SHAPES: Mapping[str, Callable[[Layout, Books], Filled]] = {
    "two_sided": two_sided.fill,
    "by_code": by_code.fill,
    "economic_matrix": by_code.matrix,
    "economic_blocks": economic_blocks.fill,
    "listed": listed.fill,
    "wide_header": listed.wide,
}


def sheets(
    year: AccountsYear, *, rounding: str = "", books: Books | None = None
) -> tuple[Sheet, ...]:
    """All account tables of the year's edition, in the edition's order.

    Every printed amount carries its Figure; blank and "—" cells carry none. `rounding` plain or
    last (末项倒挤) instead of what the year or its edition declares; `books` already opened for the
    same year. Raises FileNotFoundError for an edition that there is not.
    """
    books = books or Books(year)
    known = layouts(year.edition)
    printer = Printer(year.department)
    kinds = edition(year.edition).sets.get(SET, tuple(known))
    return tuple(_sheet(known[kind], books, printer, rounding) for kind in kinds)


def _sheet(layout: Layout, books: Books, printer: Printer, rounding: str) -> Sheet:
    year = books.year
    filled = _SHAPES[layout.shape](layout, books)
    last = rule(year, layout.style, rounding) == LAST
    title = edition(year.edition).forms[layout.kind].name
    return printer.sheet(title, filled, pressed(filled, fixed(year)) if last else {})
