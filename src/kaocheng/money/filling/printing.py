"""Printing a filled table (印表): amounts in the table's unit, nil as the edition has it, live sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.papers import Box, Sheet
from kaocheng.money.filling.plans import Spot
from kaocheng.money.filling.pressing import Pressed
from kaocheng.money.filling.slots import Filled, Slot
from kaocheng.money.filling.stating import stated


class Printer:
    """Prints tables of one paper; a figure that is printed again becomes a figure of its own."""

    def __init__(self, department: str) -> None:
        self._department = department
        self._printed: set[int] = set()

    def sheet(self, title: str, filled: Filled, moved: Mapping[Spot, Pressed]) -> Sheet:
        """The printed table; `moved` are the amounts that 末项倒挤 prints otherwise."""
        layout = filled.layout
        figures = stated(filled, moved)
        boxes = [self._row(row, slots, figures) for row, slots in enumerate(filled.body)]
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
        self, row: int, slots: Sequence[Slot], figures: Mapping[Spot, Figure]
    ) -> tuple[Box, ...]:
        made, column = [], 0
        for slot in slots:
            made.append(self._box(slot, figures.get((row, column))))
            column += slot.span
        return tuple(made)

    def _box(self, slot: Slot, figure: Figure | None) -> Box:
        plain = Box(slot.text, None, 1, slot.span, slot.align, total=slot.total)
        if figure is None:
            return plain
        own = self._once(figure)
        return replace(plain, text=own.text, figure=own)

    def _once(self, figure: Figure) -> Figure:
        if id(figure) in self._printed:
            return replace(figure)
        self._printed.add(id(figure))
        return figure


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
