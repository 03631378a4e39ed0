"""Printing a filled table (印表): amounts in the table's unit, nil as the edition has it, live sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from kaocheng.editions.layouts import Style
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import SAME
from kaocheng.kernel.numerals import show
from kaocheng.kernel.papers import Box, Sheet
from kaocheng.kernel.units import MONEY, YUAN
from kaocheng.money.filling.plans import Spot
from kaocheng.money.filling.pressing import plain
from kaocheng.money.filling.slots import Filled, Slot


class Printer:
    """Prints tables of one paper; a figure that is printed again becomes a figure of its own."""

    def __init__(self, department: str) -> None:
        self._department = department
        self._printed: set[int] = set()

    def sheet(self, title: str, filled: Filled, moved: Mapping[Spot, Decimal]) -> Sheet:
        """The printed table; `moved` are the amounts that 末项倒挤 prints otherwise."""
        layout = filled.layout
        boxes = [
            self._row(row, slots, layout.style, moved) for row, slots in enumerate(filled.body)
        ]
        sums = list(_sums(filled, boxes))
        exact = len(sums) == _wholes(filled)
        said = (layout.note, layout.nil if filled.nil else "", "" if exact else layout.tail)
        note = " ".join(filter(None, said))
        return Sheet(
            kind=layout.kind,
            title=title,
            number=layout.number,
            unit=layout.unit_line.format(unit=layout.style.unit),
            office=layout.office.format(office=self._department),
            head=filled.head,
            body=tuple(boxes),
            widths=filled.widths,
            note=note.format(office=self._department, unit=layout.style.unit),
            landscape=layout.landscape,
            sums=tuple(sums),
        )

    def _row(
        self, row: int, slots: Sequence[Slot], style: Style, moved: Mapping[Spot, Decimal]
    ) -> tuple[Box, ...]:
        made, column = [], 0
        for slot in slots:
            made.append(self._box(slot, moved.get((row, column)), style))
            column += slot.span
        return tuple(made)

    def _box(self, slot: Slot, moved: Decimal | None, style: Style) -> Box:
        exact = slot.value.figure if slot.value else None
        plain = Box(slot.text, None, 1, slot.span, slot.align, total=slot.total)
        if exact is None or (not exact.value and not (style.zero and exact.unit.is_money)):
            return plain
        figure = self._once(_in_unit(exact, moved, style))
        return replace(plain, text=figure.text, figure=figure)

    def _once(self, figure: Figure) -> Figure:
        if id(figure) in self._printed:
            return replace(figure)
        self._printed.add(id(figure))
        return figure


def _in_unit(exact: Figure, moved: Decimal | None, style: Style) -> Figure:
    """The figure as the table prints it: itself in 元 and for counts, else rounded to the unit."""
    if not exact.unit.is_money or (style.unit == YUAN.name and style.decimals == exact.decimals):
        return exact
    unit, own = MONEY[style.unit], plain(exact, style)
    value = own if moved is None else moved
    gap = (value - own) * unit.factor
    formula = SAME if not gap else f"print{SAME}{'+' if gap > 0 else '-'}{abs(gap)}"
    return replace(
        exact, value=value, unit=unit, decimals=style.decimals, text=show(value, style.decimals),
        formula=formula, sources=(exact,), records=(),
    )  # fmt: skip


def _wholes(filled: Filled) -> int:
    """How many cells are sums of others."""
    values = (slot.value for slots in filled.body for slot in slots if slot.value)
    return sum(all(sign > 0 for sign, _ in value.parts) and bool(value.parts) for value in values)


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
