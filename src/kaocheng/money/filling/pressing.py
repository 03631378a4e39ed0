"""末项倒挤 inside one list (表内倒挤): where the last of a list takes up what rounding left.

One amount has one print: whatever another table or the text prints too (合计, every 项, “三公”经费) is
rounded for itself. Only the 类 and 款 of the table of economic codes, printed nowhere else, give way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kaocheng.editions.layouts import Style
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.units import MONEY
from kaocheng.money.filling.plans import Spot
from kaocheng.money.filling.slots import Filled, Slot

SHAPE = "economic_blocks"


def plain(figure: Figure, style: Style) -> Decimal:
    """The amount in the style's unit, rounded half up for itself."""
    step = Decimal(1).scaleb(-style.decimals)
    return (figure.base / MONEY[style.unit].factor).quantize(step, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Pressed:
    """An amount that takes the rest of its list (倒挤数): what is printed, its whole and the other parts."""

    value: Decimal
    whole: Spot
    others: tuple[Spot, ...]


def pressed(filled: Filled, fixed: Sequence[str]) -> Mapping[Spot, Pressed]:
    """The printed amounts that differ from plain rounding, by row and column of the body, wholes first.

    `fixed` are the codes whose amounts are printed elsewhere too. The last part that is large enough
    takes the rest; where there is none the whole is left as it is, within half a unit a part.
    """
    layout = filled.layout
    if layout.shape != SHAPE:
        return {}
    figures = dict(_figures(filled))
    amounts = {spot: slot for spot, (slot, _) in figures.items()}
    codes = dict(_codes(filled))
    shown = {spot: plain(figure, layout.style) for spot, (_, figure) in figures.items()}
    moved: dict[Spot, Pressed] = {}
    for spot in _downwards(amounts):
        parts = _parts(amounts[spot])
        rest = shown[spot] - sum((shown.get(part, Decimal(0)) for part in parts), Decimal(0))
        free = [part for part in parts if _gives_way(part, codes, fixed, shown, rest)]
        if rest and free:
            last = free[-1]
            shown[last] += rest
            moved[last] = Pressed(shown[last], spot, tuple(p for p in parts if p != last))
    return moved


def _gives_way(
    part: Spot,
    codes: Mapping[Spot, str],
    fixed: Sequence[str],
    shown: Mapping[Spot, Decimal],
    rest: Decimal,
) -> bool:
    return codes.get(part, "") not in fixed and abs(shown.get(part, Decimal(0))) > abs(rest)


def _figures(filled: Filled) -> Iterator[tuple[Spot, tuple[Slot, Figure]]]:
    for spot, slot in placed(filled):
        figure = slot.value.figure if slot.value else None
        if figure is not None:
            yield spot, (slot, figure)


def _parts(slot: Slot) -> tuple[Spot, ...]:
    found = slot.value.parts if slot.value else ()
    return tuple(spot for sign, spot in found if sign > 0)


def _downwards(amounts: Mapping[Spot, Slot]) -> list[Spot]:
    """The wholes, each before those of its parts that are wholes themselves."""
    inside = {part for slot in amounts.values() for part in _parts(slot)}
    order = [spot for spot, slot in amounts.items() if _parts(slot) and spot not in inside]
    for spot in order:
        order += [
            part for part in _parts(amounts[spot]) if part in amounts and _parts(amounts[part])
        ]
    return order


def placed(filled: Filled) -> Iterator[tuple[Spot, Slot]]:
    """Each cell of the body with its row and column."""
    for row, slots in enumerate(filled.body):
        column = 0
        for slot in slots:
            yield (row, column), slot
            column += slot.span


def _codes(filled: Filled) -> Iterator[tuple[Spot, str]]:
    """The code two cells before each amount."""
    texts = {spot: slot.text for spot, slot in placed(filled)}
    for row, column in texts:
        if text := texts.get((row, column - 2)):
            yield (row, column), text
