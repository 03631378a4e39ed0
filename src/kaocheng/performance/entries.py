"""Cells made into entries (填写格): the number in it, also with its unit behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kaocheng.kernel.documents import Cell, Passage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.numerals import is_blank, plain
from kaocheng.kernel.units import NONE, Unit, unit
from kaocheng.performance.quantities import figure_at, figure_of, quantities
from kaocheng.performance.records import Entry
from kaocheng.performance.rows import Row, filled

POINTS = unit("分")
_WHOLE = Unit("", "ratio", Decimal(1))
_POINTS = re.compile(r"[(（]\s*(\d+(?:\.\d+)?)\s*分\s*[)）]")
_BARE_POINTS = re.compile(r"[(（]\s*(\d+(?:\.\d+)?)\s*分?\s*[)）]")


def entry(
    cell: Cell | None, name: str = "", measured: Unit = NONE, *, phase: str = "", code: str = ""
) -> Entry | None:
    """The cell as an entry, its number read in that unit; None where there is no cell."""
    if cell is None:
        return None
    return Entry(cell, figure_of(cell, name, measured, phase=phase, code=code))


def money(cell: Cell | None, name: str, measured: Unit, *, phase: str, code: str) -> Entry | None:
    """An amount, its own unit behind it going before the unit of the table."""
    if cell is None:
        return None
    plainly = entry(cell, name, measured, phase=phase, code=code)
    if plainly is None or plainly.figure:
        return plainly
    bare = cell.text.strip()
    for quantity in quantities(cell.content):
        if quantity.text == bare and unit(quantity.unit).is_money:
            f = quantity.figure
            figure = Figure(
                name, f.value, f.unit, f.decimals, f.text, f.place, phase=phase, code=code
            )
            return Entry(cell, figure)
    return plainly


def percent(cell: Cell | None, name: str) -> Entry | None:
    """A rate: 100.00%, 100.00 and, as spreadsheets store it, 1 all mean the whole."""
    if cell is None:
        return None
    figure = figure_of(cell, name, unit("%"))
    if figure and figure.text[-1:] not in ("%", "％") and abs(figure.value) <= 1:
        figure = replace(figure, unit=_WHOLE)
    return Entry(cell, figure)


def points_in(passage: Passage, *, bare: bool = False) -> Figure | None:
    """The points in brackets, such as （30分）; where `bare`, also (90) without the word."""
    match = (_BARE_POINTS if bare else _POINTS).search(passage.text)
    if match is None:
        return None
    return figure_at(passage, match.start(1), match.end(1), "分值", POINTS)


def value_after(row: Row, label: Cell) -> Cell | None:
    """The first filled cell to the right of a label."""
    cells = filled(row)
    index = next(i for i, cell in enumerate(cells) if cell is label)
    return cells[index + 1] if index + 1 < len(cells) else None


def numbers(row: Row) -> list[Entry]:
    """The entries of a row that are numbers, in points."""
    found = [Entry(cell, figure_of(cell, "分值", POINTS)) for cell in filled(row)]
    return [item for item in found if item.figure]


def percent_or_points(cell: Cell | None) -> Entry | None:
    """A maximum printed in points or in per cent of a hundred points."""
    if cell is None or is_blank(cell.text):
        return None
    bare = plain(cell.text.strip()).rstrip("%")
    start = cell.text.find(bare)
    if not re.fullmatch(r"\d+(?:\.\d+)?", bare) or start < 0:
        return Entry(cell, None)
    return Entry(cell, figure_at(cell.content, start, start + len(bare), "分值", POINTS))


def value(item: Entry | None) -> Decimal | None:
    """The number of an entry, None when there is none."""
    return item.figure.value if item and item.figure else None
