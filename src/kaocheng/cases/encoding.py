"""A case as plain JSON values and back (办件存取): small, exact, quick; what repeats a default is left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from kaocheng.cases.records import Case
from kaocheng.kernel.clocks import SHANGHAI

Writer = Callable[[Any], Any]
_AS_IT_IS = (str, int, bool)


def encode_case(case: Case) -> dict[str, Any]:
    """The case as dicts, lists, texts, whole numbers and truth values."""
    written: dict[str, Any] = _writer(Case)(case)
    return written


def encode_changes(stored: dict[str, Any], before: Case, after: Case) -> dict[str, Any]:
    """What is stored of the case before, with the fields written anew that a move has changed."""
    found = dict(stored)
    for name, default, write in _parts(Case):
        value = getattr(after, name)
        if value is getattr(before, name):
            continue
        if value == default:
            found.pop(name, None)
        else:
            found[name] = write(value)
    return found


def decode_case(stored: Mapping[str, Any]) -> Case:
    """The case of what `encode_case` wrote."""
    read: Case = _reader(Case)(stored)
    return read


def _moment(at: datetime) -> str:
    return at.astimezone(SHANGHAI).isoformat()


def _same(value: Any) -> Any:
    return value


@lru_cache(maxsize=None)
def _writer(hint: Any) -> Writer:
    """The writer for one annotation."""
    kind = _bare(hint)
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        if parts[-1] is Ellipsis:
            write = _writer(parts[0])
            return list if write is _same else lambda values: [write(value) for value in values]
        writers = tuple(_writer(part) for part in parts)
        return lambda values: [w(v) for w, v in zip(writers, values, strict=True)]
    if kind is datetime:
        return _moment
    if kind is date:
        return date.isoformat
    if issubclass(kind, StrEnum):
        return str
    return _same if issubclass(kind, _AS_IT_IS) else _record_writer(kind)


def _record_writer(kind: Any) -> Writer:
    parts = _parts(kind)
    values = attrgetter(*(name for name, _, _ in parts))

    def write(record: Any) -> dict[str, Any]:
        return {
            name: writer(value)
            for (name, default, writer), value in zip(parts, values(record), strict=True)
            if value is not default and value != default
        }

    return write


@lru_cache(maxsize=None)
def _parts(kind: Any) -> tuple[tuple[str, Any, Writer], ...]:
    """The fields of a record: name, default, and how a value is written."""
    hints = get_type_hints(kind)
    return tuple((f.name, _default(f), _writer(hints[f.name])) for f in fields(kind))


def _default(field: Any) -> Any:
    return field.default if field.default is not MISSING else MISSING


@lru_cache(maxsize=None)
def _reader(hint: Any) -> Writer:
    """The reader for one annotation."""
    kind = _bare(hint)
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        if parts[-1] is Ellipsis:
            read = _reader(parts[0])
            return tuple if read is _same else lambda values: tuple(read(v) for v in values)
        readers = tuple(_reader(part) for part in parts)
        return lambda values: tuple(r(v) for r, v in zip(readers, values, strict=True))
    if kind is datetime:
        return datetime.fromisoformat
    if kind is date:
        return date.fromisoformat
    if issubclass(kind, StrEnum):
        return kind  # type: ignore[no-any-return]  # the class reads its own words
    return _same if issubclass(kind, _AS_IT_IS) else _record_reader(kind)


def _record_reader(kind: Any) -> Writer:
    hints = get_type_hints(kind)
    readers = {f.name: _reader(hints[f.name]) for f in fields(kind)}

    def read(stored: Mapping[str, Any]) -> Any:
        return kind(**{name: readers[name](value) for name, value in stored.items()})

    return read


def _bare(hint: Any) -> Any:
    """The annotation without `| None`: None is never stored, it is the default."""
    if isinstance(hint, UnionType):
        return next(part for part in get_args(hint) if part is not type(None))
    return hint
