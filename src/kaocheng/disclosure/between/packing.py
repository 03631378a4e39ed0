"""Extracts made small (压缩摘录): a thousand of them are kept until the last document is read."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from kaocheng.disclosure.tables import UNSTATED
from kaocheng.kernel.extracts import Extract, Told
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import unit

_PUBLISHED = "公开"  # accounts come before what else speaks of the year
_SKETCHED = 16
_PLACE = tuple(field.name for field in fields(Place) if field.name not in ("file", "box"))
_SIMPLE = tuple(field.name for field in fields(Extract) if field.name not in ("told", "prints"))


@dataclass(frozen=True, slots=True)
class Packed:
    """An extract as compressed JSON (压缩摘录), and the office, year and kind it is sorted by.

    All its figures are packed apart in `prints`: only another format of the document asks for them.
    `sketch` is the least of their keys as numbers: two documents with the same figures share most of it.
    """

    body: str
    rank: tuple[int, bool]
    data: bytes
    prints: bytes = b""
    sketch: frozenset[int] = frozenset()


def pack(extract: Extract) -> Packed:
    """The extract made small; boxes on pages are left out."""
    told = [_told(one) for one in extract.told if one.figure.unit is not UNSTATED]
    head = [getattr(extract, name) for name in _SIMPLE]
    rank = (extract.year or 0, _PUBLISHED not in extract.kind)
    prints = _small([_told(one) for one in extract.prints])
    keys = sorted({zlib.crc32(one.key.encode()) for one in extract.prints})
    sketch = frozenset(keys[:_SKETCHED])
    return Packed(extract.body, rank, _small([head, told]), prints, sketch)


def _small(told: list[Any]) -> bytes:
    return zlib.compress(json.dumps(told, ensure_ascii=False).encode())


def unpack(packed: Packed) -> Extract:
    """The extract again."""
    head, told = json.loads(zlib.decompress(packed.data))
    known = dict(zip(_SIMPLE, head, strict=True))
    return Extract(**known, told=tuple(_read_told(one, known["file"]) for one in told))


def unpack_prints(packed: Packed, file: str) -> tuple[Told, ...]:
    """All figures of the document of that name."""
    told = json.loads(zlib.decompress(packed.prints)) if packed.prints else []
    return tuple(_read_told(one, file) for one in told)


def _told(told: Told) -> list[Any]:
    now = _figure(told.now) if told.now else None
    figure = _figure(told.figure)
    return [told.key, told.name, told.year, told.via, figure, told.quote, now, told.sign]


def _figure(figure: Figure) -> list[Any]:
    place = [getattr(figure.place, name) for name in _PLACE]
    printed = [figure.name, str(figure.value), figure.unit.name, figure.decimals, figure.text]
    return [*printed, place]


def _read_told(told: list[Any], file: str) -> Told:
    key, name, year, via, figure, quote, now, sign = told
    read = _read_figure(figure, file)
    return Told(key, name, year, via, read, quote, _read_figure(now, file) if now else None, sign)


def _read_figure(told: list[Any], file: str) -> Figure:
    name, value, counted, decimals, text, place = told
    where = Place(file, **dict(zip(_PLACE, place, strict=True)))
    return Figure(name, Decimal(value), unit(counted), decimals, text, where)
