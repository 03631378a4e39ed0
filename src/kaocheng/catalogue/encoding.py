"""Records as plain JSON values and back (实施清单存取): canonical, exact, for any frozen dataclass.

A value that only repeats its field's default, and None where a field has no default, are left out, so
a field added later does not change what is already stored, nor its digest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any], Any]


class Undecodable(ValueError):
    """What is stored is not such a record (存储内容不符)."""


def encode(value: Any) -> Any:
    """The record as dicts, lists, texts, whole numbers, truth values and None."""
    if is_dataclass(value) and not isinstance(value, type):
        kept = ((f, getattr(value, f.name)) for f in fields(value))
        return {f.name: encode(held) for f, held in kept if held != _default(f)}
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | StrEnum) else value


def decode(kind: type[T], stored: Any) -> T:
    """The record of that kind; raises `Undecodable` for anything `encode` would not have written."""
    try:
        made: T = _reader(kind)(stored)  # type: ignore[arg-type]  # a class is hashable
    except (TypeError, ValueError, KeyError, InvalidOperation) as fault:
        raise Undecodable(f"存储的内容读不成 {kind.__name__}：{fault}") from fault
    return made


def canonical(value: Any) -> str:
    """The one text of a record: keys in order, no blanks, Chinese as written."""
    return json.dumps(encode(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: Any) -> str:
    """SHA-256 over the canonical text, in hexadecimal."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def _default(field: Field[Any]) -> Any:
    return None if field.default is MISSING else field.default


@lru_cache(maxsize=None)
def _reader(hint: Any) -> Reader:
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple(get_args(hint))
    if origin in (Union, UnionType):
        return _optional(hint)
    if is_dataclass(hint):
        return _record(hint)
    return _text_of(hint)


def _tuple(parts: tuple[Any, ...]) -> Reader:
    if parts[-1] is Ellipsis:
        item = _reader(parts[0])
        return lambda stored: tuple(item(part) for part in _exact(list, stored))
    readers = [_reader(part) for part in parts]
    return lambda stored: tuple(
        read(part) for read, part in zip(readers, _exact(list, stored), strict=True)
    )


def _optional(hint: Any) -> Reader:
    (wanted,) = (part for part in get_args(hint) if part is not type(None))
    read = _reader(wanted)
    return lambda stored: None if stored is None else read(stored)


def _record(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    readers: Mapping[str, Reader] = {f.name: _reader(hints[f.name]) for f in fields(kind)}
    bare = {f.name for f in fields(kind) if f.default is MISSING}
    optional = {name for name in bare if type(None) in get_args(hints[name])}
    needed, absent = bare - optional, dict.fromkeys(optional)

    def read(stored: Any) -> Any:
        if missing := needed - _exact(dict, stored).keys():
            raise KeyError(min(missing))
        return kind(**absent | {name: readers[name](value) for name, value in stored.items()})

    return read


def _text_of(kind: Any) -> Reader:
    return lambda stored: kind(_exact(str, stored))


def _exact(kind: type[T], stored: Any) -> T:
    """The stored value when it is exactly of that kind: True is no number here."""
    if type(stored) is not kind:
        raise TypeError(f"{stored!r}")
    return stored


_PLAIN: Mapping[Any, Reader] = {
    str: lambda stored: _exact(str, stored),
    int: lambda stored: _exact(int, stored),
    bool: lambda stored: _exact(bool, stored),
    date: lambda stored: date.fromisoformat(_exact(str, stored)),
    Decimal: lambda stored: Decimal(_exact(str, stored)),
}
