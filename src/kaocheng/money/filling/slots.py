"""A filled table before it is printed (填好的表): head, body of slots, widths, whether it is nil."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaocheng.editions.layouts import Layout, PrintedColumn
from kaocheng.kernel.papers import Box
from kaocheng.money.filling.plans import Plan, Spot, Value

CODE, NAME, ORDER, AMOUNT = 1.4, 4.2, 0.8, 2.2
"""Relative widths of columns."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of the body: words, or a value, and how it stands; spots of parts are of the body."""

    text: str = ""
    value: Value | None = None
    span: int = 1
    align: str = "left"
    total: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A table worked out but not yet printed."""

    layout: Layout
    head: tuple[tuple[Box, ...], ...]
    body: tuple[tuple[Slot, ...], ...]
    widths: tuple[float, ...]
    nil: bool


def valued(plan: Plan, row: int, offset: int, down: int = 0) -> list[Slot]:
    """The value slots of one line; its first value stands in grid column `offset`."""
    made = []
    for column in range(len(plan.columns)):
        value = plan.value(row, column)
        parts = tuple((sign, _moved(spot, offset, down)) for sign, spot in value.parts)
        placed = Value(value.figure, value.text, parts)
        made.append(Slot(value.text, placed, 1, "right", plan.lines[row].total))
    return made


def _moved(spot: Spot, offset: int, down: int) -> Spot:
    return spot[0] + down, spot[1] + offset


def titles(paths: Sequence[Sequence[str]], ordinals: Sequence[str]) -> tuple[tuple[Box, ...], ...]:
    """Head rows from the heading path of each column: equal neighbours merged, short paths hung down.

    `ordinals` is the row 栏次 under the headings, left out where it is empty.
    """
    depth = max(map(len, paths))
    rows = []
    for level in range(depth):
        boxes, column = [], 0
        while column < len(paths):
            wide = _width(paths, column, level)
            if level < len(paths[column]):
                last = level == len(paths[column]) - 1
                tall = depth - level if last else 1
                boxes.append(_head(paths[column][level], tall, wide))
            column += wide
        rows.append(tuple(boxes))
    if ordinals:
        rows.append(tuple(_head(text, 1, 1) for text in ordinals))
    return tuple(rows)


def _width(paths: Sequence[Sequence[str]], column: int, level: int) -> int:
    """How many columns from here on share their heading down to this level."""
    here = tuple(paths[column][: level + 1])
    if level >= len(paths[column]):
        return 1
    wide = 1
    while column + wide < len(paths) and tuple(paths[column + wide][: level + 1]) == here:
        wide += 1
    return wide


def _head(text: str, tall: int, wide: int) -> Box:
    return Box(text, None, tall, wide, "centre", header=True)


def counted(first: int, columns: Sequence[PrintedColumn]) -> list[str]:
    """The numbers of these columns in the row 栏次."""
    return [str(number) for number in range(first, first + len(columns))]
