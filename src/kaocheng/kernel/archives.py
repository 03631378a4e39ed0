"""A year of records as lines of JSON (规范存档): complete or not at all, and the same every time.

Works for any frozen dataclass whose tuple fields hold records, such as AccountsYear: the first line
tells its single values, then a line a record, at the end a line with the count and the SHA-256.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from kaocheng.kernel.documents import Unreadable

VERSION = 1
T = TypeVar("T")
_TORN = "存档不完整或被改动过，请重新导入"


def lines(sections: Mapping[str, Any]) -> Iterator[str]:
    """The lines of several years of records by section name, without line breaks."""
    digest, count = hashlib.sha256(), 0
    for name, whole in sections.items():
        for line in _section(name, whole):
            digest.update(line.encode())
            digest.update(b"\n")
            count += 1
            yield line
    yield _json({"end": {"lines": count, "sha256": digest.hexdigest()}})


def _section(name: str, whole: Any) -> Iterator[str]:
    held = _records(type(whole))  # type: ignore[arg-type]  # a class is hashable
    single = {f.name: _plain(getattr(whole, f.name)) for f in fields(whole) if f.name not in held}
    yield _json({"section": name, "version": VERSION, "values": single})
    for kind in held:
        for record in getattr(whole, kind):
            values = {f.name: _plain(getattr(record, f.name)) for f in fields(record)}
            yield _json({"record": kind, "values": values})


def restored(kinds: Mapping[str, type[Any]], stored: Iterable[str]) -> dict[str, Any]:
    """The sections of an archive by name, each of the type given; raises `Unreadable`."""
    found: dict[str, Any] = {}
    name = ""
    single: dict[str, Any] = {}
    taken: dict[str, list[Any]] = {}
    try:
        for item in _checked(stored):
            if "section" in item:
                _close(kinds, found, name, single, taken)
                name, single, taken = item["section"], item["values"], {}
            else:
                held = _records(kinds[name])  # type: ignore[arg-type]  # the same
                record = held[item["record"]]
                taken.setdefault(item["record"], []).append(_made(record, item["values"]))
        _close(kinds, found, name, single, taken)
    except (KeyError, TypeError, ValueError, InvalidOperation) as fault:
        raise Unreadable(_TORN) from fault
    return found


def _close(
    kinds: Mapping[str, type[Any]],
    found: dict[str, Any],
    name: str,
    single: Mapping[str, Any],
    taken: Mapping[str, list[Any]],
) -> None:
    if name:
        tuples = {kind: tuple(records) for kind, records in taken.items()}
        found[name] = _made(kinds[name], single, tuples)


def _checked(stored: Iterable[str]) -> Iterator[dict[str, Any]]:
    digest, ended = hashlib.sha256(), False
    for count, line in enumerate(stored):
        bare = line.rstrip("\n")
        item = _loaded(bare)
        if "end" in item:
            ended = item["end"] == {"lines": count, "sha256": digest.hexdigest()}
            break
        digest.update(bare.encode())
        digest.update(b"\n")
        yield item
    if not ended:
        raise Unreadable(_TORN)


def _loaded(line: str) -> dict[str, Any]:
    try:
        item = json.loads(line)
    except ValueError as fault:
        raise Unreadable(_TORN) from fault
    if not isinstance(item, dict):
        raise Unreadable(_TORN)
    return item


def _json(item: Mapping[str, Any]) -> str:
    return json.dumps(item, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return dict(value) if isinstance(value, Mapping) else value


@lru_cache(maxsize=None)
def _records(whole: type[Any]) -> dict[str, type[Any]]:
    """The fields that hold tuples of records, and the type of those."""
    hints = get_type_hints(whole)
    found = {name: get_args(hint)[0] for name, hint in hints.items() if get_origin(hint) is tuple}
    return {name: kind for name, kind in found.items() if hasattr(kind, "__dataclass_fields__")}


def _made(kind: type[T], values: Mapping[str, Any], more: Mapping[str, Any] | None = None) -> T:
    readers = _readers(kind)  # type: ignore[arg-type]  # a class is hashable
    return kind(**{name: readers[name](value) for name, value in values.items()}, **(more or {}))


@lru_cache(maxsize=None)
def _readers(kind: type[Any]) -> dict[str, Callable[[Any], Any]]:
    return {name: _reader(hint) for name, hint in get_type_hints(kind).items()}


def _reader(hint: Any) -> Callable[[Any], Any]:
    """What makes a stored value into one of that type; raises TypeError or ValueError."""
    options = [part for part in get_args(hint) if part is not type(None)]
    optional = len(options) < len(get_args(hint))
    wanted = options[0] if optional else hint
    origin = get_origin(wanted) or wanted
    make = _MAKERS.get(origin) or _same(origin)
    return (lambda value: None if value is None else make(value)) if optional else make


_MAKERS: Mapping[Any, Callable[[Any], Any]] = {
    date: date.fromisoformat,
    Decimal: Decimal,
    tuple: tuple,
}


def _same(wanted: Any) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if type(value) is not wanted:
            raise TypeError(value)
        return value

    return check
