"""A frozen record made anew with other values (换值): `dataclasses.replace` for large records, in half the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar

R = TypeVar("R")
Setter = Callable[[Any, Any], None]
_SEVERAL = 2
"""Fields at least, so that all are read as a tuple."""


def remade(record: R, **changes: Any) -> R:
    """The record with these fields changed. Raises TypeError for a field it does not have."""
    kind: Any = type(record)
    names, values_of, setters = _parts(kind)
    values = dict(zip(names, values_of(record), strict=True))
    values.update(changes)
    if len(values) > len(names):
        raise TypeError(f"{kind.__name__} has no {'、'.join(values.keys() - set(names))}")
    made: R = kind.__new__(kind)
    for put, value in zip(setters, values.values(), strict=True):
        put(made, value)
    return made


@lru_cache(maxsize=None)
def _parts(
    kind: Any,
) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], tuple[Setter, ...]]:
    """The fields of a record, how all are read, and how each is put where it is kept.

    What stands in slots is put there directly: a frozen record's own way asks for the same by name. A record
    that checks or reckons something when it is made has to be made by itself.
    """
    names = tuple(field.name for field in fields(kind))
    if not hasattr(kind, "__slots__") or hasattr(kind, "__post_init__") or len(names) < _SEVERAL:
        raise TypeError(f"{kind.__name__} has to be made by itself")
    return names, attrgetter(*names), tuple(getattr(kind, name).__set__ for name in names)
