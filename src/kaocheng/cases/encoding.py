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
    values = _values(Case)
    was_and_is = zip(values(before), values(after), strict=True)
    for (name, default, write), (was, value) in zip(_parts(Case), was_and_is, strict=True):
        if value is was:
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
    parts, values = _parts(kind), _values(kind)

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


@lru_cache(maxsize=None)
def _values(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    """All values of a record at once, in the order of `_parts`."""
    found: Callable[[Any], tuple[Any, ...]] = attrgetter(*(name for name, _, _ in _parts(kind)))
    return found


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
        return _Words(kind).__getitem__
    return _same if issubclass(kind, _AS_IT_IS) else _record_reader(kind)


class _Words(dict[str, StrEnum]):
    """The members of a set of words by what is stored, which is quicker than asking the class."""

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__({member.value: member for member in kind})
        self._kind = kind

    def __missing__(self, word: str) -> StrEnum:
        return self._kind(word)


def _record_reader(kind: Any) -> Writer:
    """Reads a record; values that stand as they are stored are not looked at."""
    hints = get_type_hints(kind)
    readers = [(f.name, _reader(hints[f.name])) for f in fields(kind)]
    asked = [(name, read) for name, read in readers if read is not _same]

    def read(stored: Mapping[str, Any]) -> Any:
        values = dict(stored)
        for name, reader in asked:
            if name in values:
                values[name] = reader(values[name])
        return kind(**values)

    return read


def _bare(hint: Any) -> Any:
    """The annotation without `| None`: None is never stored, it is the default."""
    if isinstance(hint, UnionType):
        return next(part for part in get_args(hint) if part is not type(None))
    return hint
