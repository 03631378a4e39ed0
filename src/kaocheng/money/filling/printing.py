"""Printing a filled table (印表): amounts in the table's unit, nil as the edition has it, live sums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from kaocheng.editions.layouts import Style
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import SAME
from kaocheng.kernel.numerals import show
from kaocheng.kernel.papers import Box, Sheet
from kaocheng.kernel.units import MONEY, YUAN
from kaocheng.money.filling.slots import Filled, Slot


class Printer:
    """Prints tables of one paper; a figure that is printed again becomes a figure of its own."""

    def __init__(self, department: str) -> None:
        self._department = department
        self._printed: set[int] = set()

    def sheet(self, title: str, filled: Filled, pressed: Filled) -> Sheet:
        """The printed table; `pressed` is the same table over rounded books, or itself."""
        layout = filled.layout
        boxes = [
            tuple(map(self._box, *rows, [layout.style] * len(rows[0])))
            for rows in zip(filled.body, pressed.body, strict=True)
        ]
        note = " ".join(filter(None, (layout.note, layout.nil if filled.nil else "")))
        return Sheet(
            kind=layout.kind,
            title=title,
            number=layout.number,
            unit=layout.unit_line.format(unit=layout.style.unit),
            office=layout.office.format(office=self._department),
            head=filled.head,
            body=tuple(boxes),
            widths=filled.widths,
            note=note.format(office=self._department),
            landscape=layout.landscape,
            sums=tuple(_sums(filled, boxes)),
        )

    def _box(self, slot: Slot, pressed: Slot, style: Style) -> Box:
        exact = slot.value.figure if slot.value else None
        plain = Box(slot.text, None, 1, slot.span, slot.align, total=slot.total)
        if exact is None or (not exact.value and not (style.zero and exact.unit.is_money)):
            return plain
        rounded = pressed.value.figure if pressed.value and pressed.value.figure else exact
        figure = self._once(_in_unit(exact, rounded, style))
        return replace(plain, text=figure.text, figure=figure)

    def _once(self, figure: Figure) -> Figure:
        if id(figure) in self._printed:
            return replace(figure)
        self._printed.add(id(figure))
        return figure


def _in_unit(exact: Figure, rounded: Figure, style: Style) -> Figure:
    """The figure as the table prints it: itself in 元 and for counts, else rounded to the unit."""
    if not exact.unit.is_money or (style.unit == YUAN.name and style.decimals == exact.decimals):
        return exact
    unit, step = MONEY[style.unit], Decimal(1).scaleb(-style.decimals)
    plain = (exact.value / unit.factor).quantize(step, ROUND_HALF_UP)
    value = (rounded.value / unit.factor).quantize(step, ROUND_HALF_UP)
    moved = (value - plain) * unit.factor
    formula = SAME if not moved else f"print{SAME}{'+' if moved > 0 else '-'}{abs(moved)}"
    return replace(
        exact, value=value, unit=unit, decimals=style.decimals, text=show(value, style.decimals),
        formula=formula, sources=(exact,), records=(),
    )  # fmt: skip


def _sums(
    filled: Filled, boxes: list[tuple[Box, ...]]
) -> Iterator[tuple[tuple[int, int], tuple[tuple[int, int], ...]]]:
    """Live sums: only where all parts are added and the printed parts do give the printed whole."""
    amounts = {
        (row, column): box.figure.value if box.figure else Decimal(0)
        for row, line in enumerate(boxes)
        for column, box in _placed(line)
    }
    for row, slots in enumerate(filled.body):
        for (column, _), slot in zip(_placed(boxes[row]), slots, strict=True):
            parts = slot.value.parts if slot.value else ()
            spots = tuple(spot for sign, spot in parts if sign > 0)
            plus = bool(spots) and len(spots) == len(parts)
            if plus and amounts[row, column] == sum(amounts[spot] for spot in spots):
                yield (row, column), spots


def _placed(line: tuple[Box, ...]) -> Iterator[tuple[int, Box]]:
    """Each box of a row with its column on the grid."""
    column = 0
    for box in line:
        yield column, box
        column += box.column_span
