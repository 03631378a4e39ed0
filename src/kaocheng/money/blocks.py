"""A block of rows made into records at once (整块成账), where every value is plain."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from itertools import repeat
from typing import Any

from kaocheng.kernel.registers import Column
from kaocheng.kernel.registers.blocks import Block
from kaocheng.kernel.registers.cells import Code


def records(
    make: type[Any],
    found: Block,
    blanks: Mapping[str, Any],
    offices: Callable[[str], str],
    coded: Iterable[Column],
) -> list[Any] | None:
    """A record for each row; None where a code has its name beside it or a value is missing.

    `blanks` stand for what was left empty where the record has no default of its own; `offices`
    gives the code of an office as written.
    """
    values = dict(found.values)
    if "office" in values:
        values["office"] = _mapped(values["office"], offices)
    for field in [column.field for column in coded if column.field in values]:
        plain = _codes(values[field])
        if plain is None:
            return None
        values[field] = plain
    columns: dict[str, Iterable[Any]] = {}
    for item in fields(make):
        default = blanks.get(item.name, item.default)
        column = _filled(values.get(item.name), default)
        if column is None:
            return None
        columns[item.name] = column
    return _made(make, len(found.rows), columns)


def _made(make: type[Any], count: int, columns: Mapping[str, Iterable[Any]]) -> list[Any]:
    """So many records, their slots filled column by column.

    A frozen dataclass sets each field of each record through Python; filling the slots of records
    that nobody has seen yet gives the same records in a third of the time.
    """
    made = list(map(object.__new__, repeat(make, count)))
    for name, column in columns.items():
        deque(map(getattr(make, name).__set__, made, column), maxlen=0)
    return made


def _mapped(values: Sequence[Any], change: Callable[[Any], Any]) -> list[Any]:
    known = {value: change(value) for value in frozenset(values)}
    return list(map(known.__getitem__, values))


def _codes(values: Sequence[Any]) -> list[Any] | None:
    """The codes alone; None where a name beside one has to be compared.

    What is written alike was read once and is one object, so that objects are told apart, which is
    faster than to compare them.
    """
    every = {id(value): value for value in values}
    written = [
        code for one in every.values() for code in (one if isinstance(one, tuple) else (one,))
    ]
    if any(isinstance(code, Code) and code.name for code in written):
        return None
    bared = {key: _bare(value) for key, value in every.items()}
    return list(map(bared.__getitem__, map(id, values)))


def _bare(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(code.code for code in value)
    return value.code if isinstance(value, Code) else value


def _filled(values: Sequence[Any] | None, default: Any) -> Iterable[Any] | None:
    """The values with the default for blanks; None where there is none."""
    if values is None:
        return None if default is MISSING else repeat(default)
    if None not in frozenset(values):
        return values
    if default is MISSING:
        return None
    return [default if value is None else value for value in values]
