"""Tables whose unit line is wrong (表头单位写错): the others print the same numbers in another unit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from kaocheng.disclosure.tables import Entry, Table
from kaocheng.editions.labels import squeezed
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.units import Unit

_LEAST = 3  # so many rows must print the same number, and none the number in the unit told
_Prints = dict[str, set[Decimal]]


def rescaled(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables; one whose unit line alone is at odds with all others is read in their unit."""
    units = Counter(table.unit for table in tables if table.unit and table.unit_line)
    if len(units) < 2 or len(tables) < _LEAST:
        return tuple(tables)
    usual = units.most_common(1)[0][0]
    told = _prints(table for table in tables if table.unit == usual)
    lone = {unit for unit, count in units.items() if count == 1 and units[usual] > 1}
    return tuple(
        _in_unit(table, usual) if table.unit in lone and _misprinted(table, usual, told) else table
        for table in tables
    )


def _prints(tables: Iterable[Table]) -> _Prints:
    found: _Prints = defaultdict(set)
    for table in tables:
        for entry, figure in _amounts(table):
            found[_name(entry)].add(figure.value)
    return found


def _misprinted(table: Table, usual: Unit, told: _Prints) -> bool:
    """Whether rows print what the others print, and no row what they print turned into its unit."""
    amounts = [(_name(entry), figure) for entry, figure in _amounts(table)]
    alike = {name for name, figure in amounts if figure.value in told.get(name, ())}
    right = any(figure.base / usual.factor in told.get(name, ()) for name, figure in amounts)
    return len(alike) >= _LEAST and not right


def _amounts(table: Table) -> Iterator[tuple[Entry, Figure]]:
    """What stands in the table's unit, but for zeros."""
    for entry in table.entries.values():
        figure = entry.figure
        if figure and figure.unit == table.unit and figure.value:
            yield entry, figure


def _name(entry: Entry) -> str:
    return squeezed(entry.row.code or entry.row.name)


def _in_unit(table: Table, unit: Unit) -> Table:
    entries = {
        at: replace(entry, figure=replace(entry.figure, unit=unit))
        if entry.figure and entry.figure.unit == table.unit
        else entry
        for at, entry in table.entries.items()
    }
    kept = MappingProxyType(entries)
    return replace(table, unit=unit, misprinted=table.unit, entries=kept)
