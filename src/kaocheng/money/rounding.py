"""The rounding a document declares (取整规则): each figure for itself, or 末项倒挤 for all alike."""

from __future__ import annotations

from kaocheng.editions.layouts import Layout, Style, layouts
from kaocheng.kernel.units import MONEY
from kaocheng.money.books import Books
from kaocheng.money.cube import rounded
from kaocheng.money.records import AccountsYear

PLAIN, LAST = "plain", "last"
TEXT = "取整规则"
"""The text by which a year chooses its own rule: 四舍五入 or 末项倒挤."""
_NAMES = {"四舍五入": PLAIN, "末项倒挤": LAST}
_CENTS = 100


class Pressed:
    """Books over rounded entries, one for each unit, opened when a table asks for them."""

    def __init__(self, books: Books, rounding: str = "") -> None:
        self._books = books
        self._rounding = rounding or _NAMES.get(books.year.texts.get(TEXT, "").strip(), "")
        self._opened: dict[int, Books] = {}

    def books(self, style: Style) -> Books:
        """The books a table in that style prints: the true ones unless it is 末项倒挤."""
        if (self._rounding or style.rounding) != LAST:
            return self._books
        step = int(MONEY[style.unit].factor * _CENTS) // 10**style.decimals
        if step <= 1:
            return self._books
        if step not in self._opened:
            sums = rounded(self._books.cube, step)
            self._opened[step] = Books(self._books.year, sums, self._books)
        return self._opened[step]


def common(year: AccountsYear) -> Style:
    """The style in which most tables of the year's edition are printed."""
    known: tuple[Layout, ...] = tuple(layouts(year.edition).values())
    return known[0].style
