"""The figures of a table as it prints them (表中数): each amount in the table's unit, with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from kaocheng.editions.layouts import Style
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import SAME
from kaocheng.kernel.numerals import show
from kaocheng.kernel.units import MONEY, YUAN
from kaocheng.money.filling.plans import Spot
from kaocheng.money.filling.pressing import Pressed, placed, plain
from kaocheng.money.filling.slots import Filled


def stated(filled: Filled, moved: Mapping[Spot, Pressed]) -> dict[Spot, Figure]:
    """The printed figures by row and column of the body; a blank cell has none."""
    style = filled.layout.style
    amounts = {
        spot: exact
        for spot, slot in placed(filled)
        if slot.value is not None and (exact := slot.value.figure) is not None
        if exact.value or (style.zero and exact.unit.is_money)
    }
    made = {spot: _in_unit(f, style) for spot, f in amounts.items() if spot not in moved}
    for spot, rest in moved.items():
        if spot in amounts:
            made[spot] = _rest(amounts[spot], rest, made, style)
    return made


def _in_unit(exact: Figure, style: Style) -> Figure:
    """The figure as the table prints it: itself in 元 and for counts, else rounded to the unit."""
    if not exact.unit.is_money or (style.unit == YUAN.name and style.decimals == exact.decimals):
        return exact
    return _printed(exact, plain(exact, style), style, SAME, (exact,))


def _rest(exact: Figure, rest: Pressed, made: Mapping[Spot, Figure], style: Style) -> Figure:
    """What its list leaves of the whole: the whole less the other parts, all as printed.

    The amount itself stays its first source, so that its entries are found.
    """
    whole = made.get(rest.whole)
    others = [made[spot] for spot in rest.others if spot in made and made[spot].value]
    if whole is not None and whole.value - sum(f.value for f in others) == rest.value:
        signs = "".join(f"-print[{number}]" for number in range(3, len(others) + 3))
        return _printed(exact, rest.value, style, f"print[2]{signs}", (exact, whole, *others))
    gap = (rest.value - plain(exact, style)) * MONEY[style.unit].factor
    formula = f"print{SAME}{'+' if gap > 0 else '-'}{abs(gap)}"
    return _printed(exact, rest.value, style, formula, (exact,))


def _printed(
    exact: Figure, value: Decimal, style: Style, formula: str, sources: tuple[Figure, ...]
) -> Figure:
    return replace(
        exact, value=value, unit=MONEY[style.unit], decimals=style.decimals,
        text=show(value, style.decimals), formula=formula, sources=sources, records=(),
    )  # fmt: skip
